using Microsoft.Playwright;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Projects;

public sealed class EntryJourneyTests(Visitors visitors)
{
    private const string Milestone = "/projects/2023/P038/milestones/add";

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_is_wrong_is_said_while_it_is_typed_and_two_who_edit_one_record_decide(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (first, second) = (await visitors.Visit(site, new(Name: "王五")), await visitors.Visit(site, new(Name: "李四")));

        await first.GotoAsync(Milestone);
        await first.Locator("#name").FillAsync("=1+1");
        var said = first.Locator("#name-live");
        await Assertions.Expect(said).ToContainTextAsync("公式");
        (await first.Locator("#name").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        await first.Locator("#name").FillAsync("幕墙完工");
        await Assertions.Expect(said).ToBeEmptyAsync();
        (await first.Locator("#name").GetAttributeAsync("aria-invalid")).ShouldBeNull();
        await first.Locator("#planned_on").FillAsync("2023-11-01");
        await first.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await first.GetByText("已保存。").WaitForAsync();

        var address = "/projects/2023/P038/milestones/edit?key=" + Uri.EscapeDataString("幕墙完工");
        await first.GotoAsync(address);
        await second.GotoAsync(address);
        await Save(first, "2023-11-20", "调整计划");
        await first.GetByText("已保存。").WaitForAsync();
        await Save(second, "2023-12-01", "再调整");
        await second.GetByText("您的修改还没有保存").WaitForAsync();
        (await second.Locator("main").InnerTextAsync()).ShouldContain("计划日期已由“2023-11-01”改为“2023-11-20”。");
        (await second.Locator("#planned_on").InputValueAsync()).ShouldBe("2023-12-01");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await second.GetByText("已保存。").WaitForAsync();
        (await second.Locator("main").InnerTextAsync()).ShouldContain("李四 · 再调整");

        await first.GotoAsync(address);
        await first.GetByText("撤回这一条").First.ClickAsync();
        await first.Locator(".withdraw input[name=reason]").FillAsync("重复登记");
        await first.GetByRole(AriaRole.Button, new() { Name = "撤回这一条" }).ClickAsync();
        await Assertions.Expect(first.Locator("main")).ToContainTextAsync("重复登记");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private static async Task Save(IPage page, string day, string reason)
    {
        await page.Locator("#planned_on").FillAsync(day);
        await page.Locator("#reason").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
    }
}
