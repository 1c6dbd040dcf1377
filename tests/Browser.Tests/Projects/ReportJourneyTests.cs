using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Saima.Kernel.Identity;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Projects;

public sealed class ReportJourneyTests(Visitors visitors)
{
    private const string Sheet = "/reports/2023/2023-12/S05";

    [Theory]
    [InlineData("sqlite", 1280)]
    [InlineData("postgres", 390)]
    public async Task A_unit_reports_is_sent_back_mends_it_and_the_office_accepts(string kind, int width)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var before = (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, TestContext.Current.CancellationToken)).YearToDate / 10_000;
        await site.SignIn("填报员", Role.Reporter, "S05");
        await site.SignIn("审核员", Role.Checker, "S05");
        var reporter = await visitors.Visit(site, new(Name: "填报员", Width: width));
        var checker = await visitors.Visit(site, new(Name: "审核员", Width: width));
        var statistics = await visitors.Visit(site, new(Role: Role.StatisticsVerifier, Width: width));
        var office = await visitors.Visit(site, new(Width: width));

        await reporter.GotoAsync("/reports");
        await reporter.GetByRole(AriaRole.Link, new() { Name = "示例镇甲" }).ClickAsync();
        await Field(reporter, "invested").FillAsync("100");
        await Field(reporter, "year_to_date").FillAsync($"{before + 90}");
        await Assertions.Expect(Fault(reporter, "year_to_date")).ToContainTextAsync("年初累计应为上月累计");
        await Field(reporter, "invested").FocusAsync();
        await reporter.EvaluateAsync(
            """
            text => {
              const clipboard = new DataTransfer();
              clipboard.setData('text/plain', text);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """, $"100\t{before + 100}\t{before}\t60\t40\t0\t主体施工");
        (await Field(reporter, "equipment").InputValueAsync()).ShouldBe("40", "a block copied in Excel fills the fields it covers");
        await Assertions.Expect(Fault(reporter, "year_to_date")).ToBeEmptyAsync();
        await Assertions.Expect(reporter.Locator("[data-sheet-note]")).ToContainTextAsync("留在这台设备上");
        await reporter.ReloadAsync();
        (await Field(reporter, "progress").InputValueAsync()).ShouldBe("主体施工", "what was not submitted is still there");
        await reporter.GetByRole(AriaRole.Button, new() { Name = "提交月报" }).ClickAsync();
        await reporter.GetByText("已提交 1 份月报。").WaitForAsync();

        await checker.GotoAsync(Sheet);
        await checker.GetByLabel("选择 示例·特种纸生产线").CheckAsync();
        await checker.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await checker.GetByText("没有写明退回的理由").WaitForAsync();
        await checker.GetByLabel("退回理由").FillAsync("凭证缺两张");
        await checker.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await checker.GetByText("已退回 1 份。").WaitForAsync();

        await reporter.GotoAsync(Sheet);
        await reporter.GetByText("退回理由：凭证缺两张").First.WaitForAsync();
        await Field(reporter, "progress").FillAsync("主体施工，凭证已补");
        await reporter.GetByRole(AriaRole.Button, new() { Name = "提交月报" }).ClickAsync();
        await reporter.GetByText("已提交 1 份月报。").WaitForAsync();

        foreach (var (page, step) in new[] { (checker, "属地审核通过"), (statistics, "部门审核通过"), (office, "采用") })
        {
            await page.GotoAsync(Sheet);
            await page.GetByLabel("选择 示例·特种纸生产线").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = step }).ClickAsync();
            await page.GetByText("通过 1 份。").WaitForAsync();
        }

        await office.GotoAsync("/projects/2023/P067");
        (await office.Locator("main").InnerTextAsync()).ShouldContain("主体施工，凭证已补");
        foreach (var page in new[] { reporter, checker, statistics, office })
        {
            await page.Context.CloseAsync();
        }
    }

    private static ILocator Field(IPage page, string field) => page.Locator($"[data-project=P067] [data-field={field}]");

    private static ILocator Fault(IPage page, string field) => page.Locator($"#P067-{field}-note");
}
