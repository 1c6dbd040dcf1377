using System.Security.Cryptography;
using Microsoft.Playwright;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Board;

public sealed class JourneyTests(Visitors visitors, SampleBoard board)
{
    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    public static TheoryData<string, bool> DatabasesAndScripts => [.. TestDatabase.Kinds.SelectMany(kind => new[] { (kind, false), (kind, true) })];

    [Theory]
    [MemberData(nameof(DatabasesAndScripts))]
    public async Task With_or_without_scripts_a_visitor_gets_from_the_totals_to_the_reason_and_the_bundle(string kind, bool scripts)
    {
        var page = await visitors.Visit(await board.On(kind), new(Scripts: scripts));
        await page.GotoAsync("/");
        await Says(page.Locator(".total-red"), "275");
        await Says(page.Locator(".total-yellow"), "51");
        await Says(page.Locator(".total-snail"), "24");

        await page.GetByRole(AriaRole.Link, new() { Name = "第 5 轮", Exact = true }).ClickAsync();
        await Says(page.Locator("h1"), "2023 年第 5 轮赛马晾晒");
        await page.GetByRole(AriaRole.Link, new() { Name = "建设进度" }).First.ClickAsync();
        page.Url.ShouldEndWith("/seasons/2023/rounds/5/lanes/build");
        await Says(page.Locator("h1"), "建设进度赛道");
        await page.GetByLabel("项目名称或编号").FillAsync("半导体封装");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await Says(page.Locator("caption"), "共 1 个项目");

        await page.GetByRole(AriaRole.Link, new() { Name = "示例·半导体封装生产线" }).ClickAsync();
        await Says(page.Locator(".answer"), "黄旗");
        await Says(page.Locator(".answer"), "累计投资落后计划超过年度计划的 10 个、不超过 30 个百分点");
        await Says(page.Locator("tr.decides"), "本项目 −22 个百分点");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载结果包" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("saima-2023-r5-e1.zip");
        var hash = (await page.Locator(".hash code").TextContentAsync())!.Trim();
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken))).ShouldBe(hash);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(DatabasesAndScripts))]
    public async Task Who_fell_is_followed_from_the_front_page_to_the_listing_and_back_by_initials(string kind, bool scripts)
    {
        var page = await visitors.Visit(await board.On(kind), new(Scripts: scripts));
        await page.GotoAsync("/");
        await Says(page.Locator("section:has(#down)"), "第 6 轮谁降了 降 40 位 示例·先进高分子材料生产线");
        await page.Locator("section:has(#down)").GetByRole(AriaRole.Link, new() { Name = "全部 43 个" }).ClickAsync();
        await Says(page.Locator(".standings caption"), "共 43 个项目");
        await Says(page.Locator(".movement [aria-current]"), "下降 43");
        await page.GetByRole(AriaRole.Link, new() { Name = "下降 43" }).ClickAsync();
        await Says(page.Locator(".standings caption"), "共 90 个项目");
        await page.GetByLabel("项目名称或编号").FillAsync("bdtfz");
        await page.Keyboard.PressAsync("Enter");
        await Says(page.Locator(".standings caption"), "共 1 个项目");
        await page.GetByRole(AriaRole.Link, new() { Name = "清除条件" }).ClickAsync();
        await Says(page.Locator(".standings caption"), "共 90 个项目");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_unit_finds_itself_and_its_way_through_the_rounds(string kind)
    {
        var page = await visitors.Visit(await board.On(kind), new(Scripts: false));
        await page.GotoAsync("/latest");
        await page.GetByRole(AriaRole.Link, new() { Name = "责任单位榜" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "示例镇甲" }).ClickAsync();
        await Says(page.Locator("h1"), "示例镇甲的项目");
        await Says(page.Locator(".title-bar"), "同类第 14 名");
        await page.GetByRole(AriaRole.Link, new() { Name = "第 3 轮", Exact = true }).ClickAsync();
        page.Url.ShouldContain("/seasons/2023/rounds/3/units/");
        await Says(page.Locator("h1"), "示例镇甲的项目");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task English_and_large_text_once_chosen_stay_chosen()
    {
        var page = await visitors.Visit(await board.On("sqlite"), new(Scripts: false));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Says(page.Locator("h1"), "Race of major projects, 2023");
        await page.GetByRole(AriaRole.Link, new() { Name = "Large text" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Latest round" }).ClickAsync();
        await Says(page.Locator("h1"), "Race of major projects, 2023, round 6");
        (await page.Locator("html").GetAttributeAsync("class")).ShouldBe("large");
        await page.GetByRole(AriaRole.Link, new() { Name = "繁體" }).ClickAsync();
        await Says(page.Locator("h1"), "2023 年第 6 輪賽馬晾曬");
        await page.GetByRole(AriaRole.Link, new() { Name = "简体" }).ClickAsync();
        await Says(page.Locator("h1"), "2023 年第 6 轮赛马晾晒");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_every_link_after()
    {
        var page = await visitors.Visit(await board.On("sqlite"), new());
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("跳到正文");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null && document.activeElement.matches(':focus-visible')")).ShouldBeTrue();
        await page.Context.CloseAsync();
    }

    private static Task Says(ILocator where, string text) => Assertions.Expect(where.First).ToContainTextAsync(text, new() { UseInnerText = true });
}
