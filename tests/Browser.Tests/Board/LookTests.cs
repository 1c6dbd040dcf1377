using Microsoft.Playwright;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Board;

public sealed class LookTests(Visitors visitors, SampleBoard board)
{
    // Light and dark, wide and narrow, each language once: what axe finds does not hang on how they are combined, and the pages are many.
    public static TheoryData<string, bool, int> Visits => new() { { "zh", false, 1280 }, { "en", true, 390 } };

    public static TheoryData<string, int, bool> Widths =>
        new() { { "zh", 360, false }, { "en", 360, false }, { "zh", 360, true }, { "en", 768, false }, { "zh", 1024, false }, { "zh", 1440, true } };

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Axe_finds_nothing_serious_on_any_page(string language, bool dark, int width)
    {
        var faults = new List<string>();
        foreach (var (role, addresses) in EveryPage.ByRole)
        {
            var page = await visitors.Visit(await board.On("sqlite"), new(language, dark, width, Role: role));
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                faults.AddRange(await Axe.Faults(page));
            }

            await page.Context.CloseAsync();
        }

        faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Nothing_is_cut_off_or_wider_than_the_window(string language, int width, bool large)
    {
        var faults = new List<string>();
        foreach (var (role, addresses) in EveryPage.ByRole)
        {
            var page = await visitors.Visit(await board.On("sqlite"), new(language, Width: width, Role: role));
            foreach (var address in addresses.Append("/seasons/2023/rounds/4"))
            {
                faults.AddRange(await NotWhole(page, address, width, large));
            }

            await page.Context.CloseAsync();
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Printed_pages_are_A4_without_navigation_and_nothing_is_cut()
    {
        // The width of A4 without its margins, in pixels of the style sheet.
        var page = await visitors.Visit(await board.On("sqlite"), new(Width: 688));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var (address, most) in new[] { ("/", 4), ("/seasons/2023/rounds/6", 8), ("/seasons/2023/rounds/5/projects/P027", 5), ("/projects/2023/P038", 6) })
        {
            await page.GotoAsync(address);
            (await page.Locator("main h1").IsVisibleAsync()).ShouldBeTrue(address);
            (await page.Locator(".site-head nav, .switches, .btn:visible, .filters:visible").Filter(new() { Visible = true }).CountAsync()).ShouldBe(0, address);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(688, address);
            var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false }));
            pdf.ShouldContain("/MediaBox [0 0 59");
            System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b").ShouldBeInRange(1, most, address);
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh", false)]
    [InlineData("en", true)]
    public async Task An_empty_platform_is_clean_too(string language, bool dark)
    {
        await using var database = TestDatabase.Create("postgres");
        await using var site = await Site.Start(database);
        var page = await visitors.Visit(site, new(language, dark, 360));
        await page.GotoAsync("/");
        (await Axe.Faults(page)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_style_sheets_and_icons_arrive()
    {
        var page = await visitors.Visit(await board.On("sqlite"), new());
        var broken = new List<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
            {
                broken.Add(answer.Url);
            }
        };
        page.Console += (_, message) => broken.Add(message.Text);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        broken.ShouldBeEmpty();
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.site-head')).backgroundColor")).ShouldBe("rgb(20, 51, 92)");
        (await page.EvaluateAsync<double>("document.querySelector('nav .icon use').getBoundingClientRect().width")).ShouldBeGreaterThan(5);
        await page.Context.CloseAsync();
    }

    /// <summary>What on a page is cut off, or wider than the window, or longer than what is seen.</summary>
    internal static async Task<IReadOnlyList<string>> NotWhole(IPage page, string address, int width, bool large)
    {
        await page.GotoAsync(address + (large ? (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "text=large" : ""));
        var outside = await page.EvaluateAsync<string[]>(
            """
            () => ((document.querySelector('.site-head details') ?? {}).open = true) && [...document.querySelectorAll('body *')].filter(element => {
              if (!element.checkVisibility()) return false;
              const box = element.getBoundingClientRect(), style = getComputedStyle(element);
              if (box.width === 0 || element.closest('.visually-hidden, .skip, thead, select') && innerWidth <= 768) return false;
              if (element.closest('.visually-hidden, .skip, .map, .table-scroll table')) return false;
              const panel = element.closest('.panel, .stat');
              return box.right > innerWidth + 1 || box.left < -1 || panel && box.right > panel.getBoundingClientRect().right + 1 || style.overflowX !== 'visible' && element.tagName !== 'INPUT' && !element.matches('.table-scroll') && element.scrollWidth > element.clientWidth + 1;
            }).map(element => element.tagName + '.' + element.getAttribute('class') + ' ' + element.textContent.trim().slice(0, 40))
            """);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth") - width;
        // What is hidden from the eye must not make the page longer than what is seen.
        var longer = await page.EvaluateAsync<double>("document.documentElement.scrollHeight - Math.max(innerHeight, scrollY + (document.querySelector('body > footer, .site-foot')?.getBoundingClientRect().bottom ?? Infinity))");
        return [.. outside.Take(10).Select(element => $"{address} at {width}: {element}"), .. wide > 0 ? [$"{address} is {wide} wider than {width}"] : Array.Empty<string>(), .. longer > 2 ? [$"{address} at {width} is {longer} longer than its foot"] : Array.Empty<string>()];
    }
}
