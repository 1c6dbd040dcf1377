using System.Text;
using Microsoft.Playwright;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Races;

public sealed class RacesDeskTests(Visitors visitors)
{
    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_calendar_is_edited_and_a_round_frozen_settled_looked_at_published_and_corrected(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var page = await visitors.Visit(site, new(Scripts: false));
        await page.GotoAsync("/rounds/2023");
        await page.GetByRole(AriaRole.Link, new() { Name = "编辑日历" }).ClickAsync();
        await page.Locator("#deadline-6").FillAsync("2023-12-29");
        await Keep(page);
        await Says(page.GetByRole(AriaRole.Alert).First, "日历有");
        await page.Locator("#deadline-6").FillAsync("2024-01-05");
        await Keep(page);
        await Says(page.Locator("main"), "日历已保存为第 1 版");

        await page.GetByRole(AriaRole.Link, new() { Name = "第 6 轮" }).First.ClickAsync();
        await Says(page.Locator(".phases"), "归档");
        await Move(page, "重新封存", "年终复核");
        await Says(page.GetByRole(AriaRole.Status).First, "第 6 轮：数据已封存为第 1 版");
        await Move(page, "结算更正版", "年终复核");
        await Says(page.GetByRole(AriaRole.Status).First, "第 6 轮：已结算为第 2 版");
        await Says(page.Locator("main"), "这一版由您结算");

        await page.GetByRole(AriaRole.Link, new() { Name = "第 2 版" }).First.ClickAsync();
        await Says(page.Locator("h1"), "2023 年第 6 轮第 2 版");
        await Says(page.Locator("main"), "与第 1 版相比");
        await SampleDistrict.Classify(data, 2023, 6);
        var other = await visitors.Visit(site, new(Scripts: false, Name: "另一人"));
        await other.GotoAsync("/rounds/2023/6");
        await other.GetByRole(AriaRole.Button, new() { Name = "公布更正版" }).ClickAsync();
        await Says(other.GetByRole(AriaRole.Status).First, "第 6 轮：第 2 版已公布。");
        await other.Context.CloseAsync();
        await page.GotoAsync("/rounds/2023");
        await Says(page.Locator("main"), "已更正");
        await page.GotoAsync("/rounds/2023/6/1");
        await Says(page.Locator(".stats"), "56");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_rule_set_with_a_mistake_is_mended_compared_and_tried(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var page = await visitors.Visit(site, new(Scripts: false));
        var next = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("\"below\": -30", "\"below\": -20", StringComparison.Ordinal);
        await page.GotoAsync("/rounds");
        await page.GetByRole(AriaRole.Link, new() { Name = "规则集" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "收入规则集" }).ClickAsync();
        await Upload(page, next.Replace("\"weight\": 15", "\"weight\": \"十五\"", StringComparison.Ordinal));
        await Says(page.GetByRole(AriaRole.Alert), "measures[2].weight");
        await Upload(page, next);
        await Says(page.Locator("main"), "已收入规则集 SAIMA-2M-EXAMPLE v2");

        await page.GetByRole(AriaRole.Button, new() { Name = "比较" }).ClickAsync();
        await Says(page.Locator("main"), "≠ 改动");
        await page.GetByRole(AriaRole.Link, new() { Name = "全部条文" }).ClickAsync();
        await Says(page.Locator("main"), "＝ 相同");
        await page.GetByRole(AriaRole.Link, new() { Name = "SAIMA-2M-EXAMPLE v2" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "试算" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始试算" }).ClickAsync();
        await Says(page.Locator("main"), "旗的去向");
        await Says(page.Locator("main"), "这是试算，不是赛马结果。");
        (await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 Excel" }).ClickAsync())).SuggestedFilename.ShouldStartWith("saima-trial-2023-r6-e1-");
        await page.Context.CloseAsync();
    }

    private static async Task Keep(IPage page)
    {
        await page.Locator("input[name=reason]").FillAsync("示例会议纪要");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存日历" }).ClickAsync();
    }

    private static async Task Move(IPage page, string move, string reason)
    {
        if (await page.Locator("details:not([open]) > summary", new() { HasText = "其他办理" }).CountAsync() > 0)
        {
            await page.Locator("summary", new() { HasText = "其他办理" }).ClickAsync();
        }

        var form = page.Locator("form.move", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = move, Exact = true }) });
        await form.Locator("input[name=reason]").FillAsync(reason);
        await form.GetByRole(AriaRole.Button).ClickAsync();
    }

    private static async Task Upload(IPage page, string document)
    {
        await page.Locator("#document").SetInputFilesAsync(new FilePayload { Name = "办法.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(document) });
        await page.GetByRole(AriaRole.Button, new() { Name = "收入规则集" }).ClickAsync();
    }

    private static Task Says(ILocator where, string what) => Assertions.Expect(where).ToContainTextAsync(what);
}
