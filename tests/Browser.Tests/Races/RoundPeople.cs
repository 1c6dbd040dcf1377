using Microsoft.Playwright;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Life;
using Saima.Testing;
using Shouldly;
using SkiaSharp;

namespace Saima.Browser.Tests.Races;

/// <summary>The people of a round, each in a browser of their own, and what they do on its page.</summary>
internal sealed class RoundPeople(Visitors visitors, Site site)
{
    /// <summary>The round's page on the desk.</summary>
    public const string Round = "/rounds/2023/1";

    public Task<IPage> Citizen(int width = 1440) => visitors.Visit(site, new(SignedIn: false, Width: width));

    public static async Task Recompute(IPage citizen, int edition)
    {
        await citizen.GotoAsync("/seasons/2023/rounds/1");
        var download = await citizen.RunAndWaitForDownloadAsync(() => citizen.Locator($"a[download='saima-2023-r1-e{edition}.zip']").First.ClickAsync());
        await citizen.GotoAsync("/verify");
        await citizen.Locator("#bundle").SetInputFilesAsync(await download.PathAsync());
        await RoundPeople.Form(citizen, "verify").Locator("button").ClickAsync();
        await Assertions.Expect(citizen.Locator(".finding")).ToContainTextAsync("一致");
    }

    public static async Task EditReport(IPage page, string project, string amount, string reason)
    {
        await page.GotoAsync($"/projects/2023/{project}/reports/edit?key=2023-02");
        await page.Locator("#ytd").FillAsync(amount);
        await page.Locator("#reason").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByText("已保存。").WaitForAsync();
    }

    public static async Task Move(IPage page, RoundMove move, RoundPhase to, string? reason = null)
    {
        await page.GotoAsync(Round);
        var form = Form(page, $"move-{LifeMachine.Code(move)}");
        if (!await form.IsVisibleAsync())
        {
            await page.Locator("[aria-labelledby=next] summary").ClickAsync();
        }

        if (reason is not null)
        {
            await form.Locator("[name=reason]").FillAsync(reason);
        }

        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync($"现在处在“{LifeWords.Phase(to).Zh}”");
    }

    public static ILocator Form(IPage page, string name) => page.Locator($"form:has(input[name=_handler][value='{name}'])");

    public async Task<IPage> Come(string name, Role role = Role.ProjectOffice, string? unit = null, int width = 1440)
    {
        await site.SignIn(name, role, unit);
        return await visitors.Visit(site, new(Width: width, Name: name, Role: role));
    }

    public static async Task Leave(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Usable by everybody, not wider than the window, and kept as a picture where somebody asks for it.</summary>
    public static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SAIMA_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        (await Axe.Faults(page)).ShouldBeEmpty(name);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, name);
    }

    public static byte[] Picture(string text)
    {
        using var bitmap = new SKBitmap(320, 240);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.SteelBlue);
            using var font = new SKFont(SKTypeface.Default, 24);
            canvas.DrawText(text, 10, 120, font, new() { Color = SKColors.White });
        }

        using var image = SKImage.FromBitmap(bitmap);
        return image.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
    }
}

/// <summary>A day in January 2024, and as many more as have passed.</summary>
internal sealed class RoundClock : TimeProvider
{
    private readonly TimeSpan back = System.GetUtcNow() - new DateTimeOffset(2024, 1, 15, 2, 0, 0, TimeSpan.Zero);

    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - back + Ahead;
}
