using Microsoft.Playwright;
using Saima.Kernel.Identity;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Audit;

public sealed class LedgerJourneyTests(Visitors visitors)
{
    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_audit_administrator_finds_who_settled_a_round_takes_it_out_and_checks_the_chain(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var page = await visitors.Visit(site, new(Scripts: false, Name: "审计员", Role: Role.AuditAdministrator));
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "台账", Exact = true }).First.ClickAsync();
        await Says(page.Locator("h1"), "台账");
        await page.GetByLabel("行为").SelectOptionAsync("races.settle");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(6);
        await page.Locator("tbody th a").First.ClickAsync();
        await Says(page.Locator("h1"), "结算");
        await Says(page.Locator("main"), "封印");
        await page.GetByRole(AriaRole.Link, new() { Name = "同一对象的全部记录" }).ClickAsync();
        await Says(page.Locator("tbody"), "结算");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("saima-ledger.xlsx");
        await page.GotoAsync("/ledger");
        await Says(page.Locator("tbody tr").First, "导出");

        await page.GetByRole(AriaRole.Link, new() { Name = "核验台账" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始核验" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("完好");
        await page.Context.CloseAsync();
    }

    private static async Task Says(ILocator where, string what) => await Assertions.Expect(where).ToContainTextAsync(what);
}
