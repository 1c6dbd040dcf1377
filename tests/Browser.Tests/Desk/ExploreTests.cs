using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Desk;

/// <summary>The list as a chart and as a map, places and saved views, by people with mouse or keyboard.</summary>
public sealed class ExploreTests(Visitors visitors)
{
    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Charts_and_map_show_the_filtered_list_lead_on_and_break_no_rule_of_the_page(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_LAYERS"] = Path.Combine(SampleDistrict.Folder + "-map", "layers"));
        var page = await visitors.Visit(site, new());
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, fault) => complaints.Add(fault);

        await page.GotoAsync("/projects/2023?flag=yellow");
        await page.GetByRole(AriaRole.Link, new() { Name = "图表" }).ClickAsync();
        await page.Locator(".chart[data-state=drawn] canvas").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".chart[data-state=drawn]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#scatter ~ .figures tbody tr")).ToHaveCountAsync(4);
        await page.Locator("#scatter ~ .figures summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("#scatter ~ .figures tbody tr").First.IsVisibleAsync()).ShouldBeTrue();
        await page.GotoAsync("/projects/2023/chart?by=town&flag=yellow");
        var chart = page.Locator(".chart[data-state=drawn]").First;
        await chart.WaitForAsync();
        // A bar answers once it has grown, which takes longer on a busy machine.
        for (var tries = 0; tries < 20 && !page.Url.Contains("town=", StringComparison.Ordinal); tries++)
        {
            var box = (await chart.BoundingBoxAsync())!;
            await page.Mouse.ClickAsync(box.X + (box.Width * 0.3f), box.Y + 40 + ((box.Height - 90) / 6));
            await Task.Delay(800, TestContext.Current.CancellationToken);
        }

        page.Url.ShouldContain("town=");

        await page.GotoAsync("/projects/2023/map?q=P038");
        var point = page.Locator("#map .mark");
        await point.WaitForAsync();
        (await point.GetAttributeAsync("aria-label")).ShouldNotBeNull().ShouldContain("示例·医院门诊楼");
        await Assertions.Expect(page.Locator("#map path.backdrop")).ToHaveCountAsync(10);
        await point.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/projects/2023/P038", StringComparison.Ordinal));
        await page.GotoAsync("/projects/2023/map");
        await page.Locator("#map .crowd, #map .mark").First.WaitForAsync();
        await page.GotoAsync("/ui");
        await page.Locator(".chart[data-state=drawn]").WaitForAsync();
        await page.Locator("#map[data-state=drawn] .mark").WaitForAsync();
        complaints.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_place_is_set_by_a_click_and_corrected_by_numbers_without_scripts(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_LAYERS"] = Path.Combine(SampleDistrict.Folder + "-map", "layers"));
        var page = await visitors.Visit(site, new());
        await page.GotoAsync("/projects/2023/P001");
        await page.GetByRole(AriaRole.Link, new() { Name = "标注位置" }).ClickAsync();
        await page.Locator("#map[data-state=drawn]").WaitForAsync();
        await page.Locator("#map").ClickAsync();
        await Assertions.Expect(page.Locator("#lon")).ToHaveValueAsync(new Regex("^123[.]"));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.GetByText("已保存。").WaitForAsync();
        await Assertions.Expect(page.Locator("#place ~ p").First).ToContainTextAsync("123.");
        await page.Context.CloseAsync();

        var plain = await visitors.Visit(site, new(Scripts: false));
        await plain.GotoAsync("/projects/2023/P001/place");
        await plain.GetByLabel("经度").FillAsync("123.4567");
        await plain.GetByLabel("纬度").FillAsync("30.1234567");
        await plain.Locator("#reason").FillAsync("现场核对");
        await plain.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(plain.Locator("#place ~ p").First).ToContainTextAsync("123.4567000 · 纬度 30.1234567");
        await plain.GotoAsync("/projects/2023/map");
        (await plain.GetByText("90 个项目中有 53 个标注了位置").IsVisibleAsync()).ShouldBeTrue();
        await plain.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_view_is_kept_used_by_somebody_else_and_the_toast_can_be_dismissed(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var page = await visitors.Visit(site, new(Scripts: false));
        await page.GotoAsync("/projects/2023");
        await page.Locator("select[name=class]").SelectOptionAsync("completing");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "保存当前筛选" }).ClickAsync();
        await page.GetByLabel("名称").FillAsync("今年竣工");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("已保存为“今年竣工”");
        await page.GetByRole(AriaRole.Link, new() { Name = "关闭提示" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        var other = await visitors.Visit(site, new(Scripts: false));
        await other.GotoAsync("/projects/2023");
        await other.GetByRole(AriaRole.Link, new() { Name = "今年竣工" }).ClickAsync();
        await Assertions.Expect(other.Locator(".chip")).ToContainTextAsync("竣工");
        await other.GetByRole(AriaRole.Link, new() { Name = "去掉条件" }).ClickAsync();
        await Assertions.Expect(other.Locator(".chip")).ToHaveCountAsync(0);
        await other.Context.CloseAsync();
    }
}
