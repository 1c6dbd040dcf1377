using System.Text;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Projects;

public sealed class ImportJourneyTests(Visitors visitors)
{
    private const string Sheet = "项目编号,项目名称,责任单位,属地,项目类别,总投资（万元）,今年的数,计划开工时间\n"
        + "示1,示例甲厂房,示例街道,示例街道,新开工,12000.5,3000,2023-02-01\n示2,示例乙道路,示例镇,示例镇,续建,八千,1500,2022-03-01\n";

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("postgres", true)]
    [InlineData("sqlite", false)]
    public async Task A_file_is_dropped_matched_mended_imported_and_undone(string kind, bool scripts)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var page = await visitors.Visit(site, new(Scripts: scripts));
        await page.GotoAsync("/projects");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "导入" }).First.ClickAsync();

        await Drop(page, "台账.csv", Sheet, scripts);
        await page.GetByText("没有认出必需的列 annual_plan").WaitForAsync();
        await page.Locator("#c-annual_plan").SelectOptionAsync("今年的数");
        await page.GetByText("按此重新读取").ClickAsync();

        var problem = page.Locator(".problems tbody tr");
        await problem.GetByText("第 3 行 · 总投资（万元）").WaitForAsync();
        await Microsoft.Playwright.Assertions.Expect(problem).ToHaveCountAsync(1);
        (await problem.InnerTextAsync()).ShouldContain("八千");
        var waiting = page.WaitForDownloadAsync();
        await page.GetByText("下载标注过的工作簿").ClickAsync();
        (await waiting).SuggestedFilename.ShouldBe("台账-annotated.xlsx");
        await page.GetByText("放弃这个上传").ClickAsync();

        await Drop(page, "台账（改）.csv", Sheet.Replace("八千", "8000", StringComparison.Ordinal), scripts);
        await page.Locator("#c-annual_plan").SelectOptionAsync("今年的数");
        await page.GetByText("按此重新读取").ClickAsync();
        await page.GetByText("没有发现问题。").WaitForAsync();
        await page.Locator("#reason").FillAsync("建账");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await page.GetByText("已写入登记簿。").WaitForAsync();

        await page.GetByText("看这次变更，或撤销").ClickAsync();
        await page.GetByText("示例甲厂房").First.WaitForAsync();
        await page.Locator("#reason").FillAsync("放错了年度");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "撤销这次变更" }).ClickAsync();
        await page.GetByText("已撤销，这是撤销所记的变更。").WaitForAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("放错了年度");
        await page.Context.CloseAsync();
    }

    /// <summary>As a hand does it with scripts; without them by the file field.</summary>
    private static async Task Drop(Microsoft.Playwright.IPage page, string name, string text, bool scripts)
    {
        if (scripts)
        {
            // The module marks the zone when it listens.
            await page.Locator("[data-drop].ready").WaitForAsync();
            await page.EvaluateAsync(
                """
                ([name, text]) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([text], name, { type: 'text/csv' }));
                  document.querySelector('[data-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }
                """,
                new[] { name, text });
        }
        else
        {
            await page.Locator("#file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        }

        await page.Locator("#season").FillAsync("2023");
        await page.GetByText("上传并查看").ClickAsync();
    }
}
