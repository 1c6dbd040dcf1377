using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Sheets;
using Saima.Kernel.Time;
using Saima.Modules.Accounts.Setup;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Desk;

/// <summary>A district begins with nothing: administrators, units, people, plans, reports on three ways, one sent back, all accepted, one plan changed.</summary>
public sealed class FirstYearJourneyTests(Visitors visitors)
{
    private const string Given = "Quiet-lantern-41";
    private const string Own = "Amber-harbour-73";
    private const string Unit = "T01";
    private static readonly (string Id, string Name)[] Projects = [("N001", "示例·新港路"), ("N002", "示例·轴承车间"), ("N003", "示例·灌区改造")];
    private readonly Dictionary<string, IPage> _pages = [];
    private readonly Month _month = Month.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime)).Plus(-1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Sheet => string.Create(CultureInfo.InvariantCulture, $"/reports/{_month.Year}/{_month}/{Unit}");

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task From_the_first_administrator_to_a_changed_baseline(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, bare: true);
        await SetUp(site);
        await AddPeople(site);
        await AddProjects(_pages["office"]);
        foreach (var (id, name) in Projects)
        {
            await Plan(id, name);
        }

        await FromTheDesk(_pages["reporter"]);
        await FromExcel(_pages["reporter"]);
        await Report(_pages["reporter"], "N003");
        await SendBack(_pages["checker"], "示例·轴承车间");
        await Report(_pages["reporter"], "N002", "设备进场，凭证已补");
        await Accept();
        await data.ShouldHold(_month);
        await Plan("N001", "示例·新港路", again: true);
        await _pages["leader"].GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/projects/{_month.Year}/N001/plan"));
        (await _pages["leader"].Locator("main").InnerTextAsync()).ShouldSatisfyAllConditions(text => text.ShouldContain("基线 2"), text => text.ShouldContain("示例办〔1〕号"));
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
        foreach (var page in _pages.Values)
        {
            await page.Context.CloseAsync();
        }
    }

    private async Task SetUp(Site site)
    {
        var page = _pages["system"] = await visitors.Visit(site, new(SignedIn: false));
        await page.GotoAsync("/sign-in");
        page.Url.ShouldEndWith("/setup");
        await page.Locator("#code").FillAsync(site.Services.GetRequiredService<SetupCode>().Text);
        foreach (var (prefix, user, name) in new[] { ("", "li.si", "李四"), ("security-", "zhang.san", "张三") })
        {
            await page.Locator($"#{prefix}user").FillAsync(user);
            await page.Locator($"#{prefix}name").FillAsync(name);
            await page.Locator($"#{prefix}password").FillAsync(Given);
        }

        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/people");
        _pages["security"] = await SignIn(site, "zhang.san");
    }

    private async Task AddPeople(Site site)
    {
        var (system, security) = (_pages["system"], _pages["security"]);
        await system.GotoAsync("/people/units/add");
        await system.Locator("#code").FillAsync(Unit);
        await system.Locator("#name").FillAsync("示例镇");
        await system.Locator("#kind").SelectOptionAsync("Town");
        await system.Locator("#parent").SelectOptionAsync(Modules.Accounts.Duties.Duty.District);
        await system.Locator("#reason").FillAsync("建账");
        await Send(system);
        foreach (var (user, name, role, unit) in new[]
        {
            ("reporter", "王填报", Role.Reporter, Unit), ("checker", "赵审核", Role.Checker, Unit), ("statistics", "钱统计", Role.StatisticsVerifier, Modules.Accounts.Duties.Duty.District),
            ("office", "孙主任", Role.ProjectOffice, Modules.Accounts.Duties.Duty.District), ("leader", "周区长", Role.Leader, Modules.Accounts.Duties.Duty.District),
        })
        {
            await system.GotoAsync("/people/add");
            await system.Locator("#user").FillAsync(user);
            await system.Locator("#name").FillAsync(name);
            await system.Locator("#password").FillAsync(Given);
            await Send(system);
            await system.Locator("main h1").GetByText(name).WaitForAsync();
            await security.GotoAsync(new Uri(system.Url).AbsolutePath);
            await security.Locator("#role").SelectOptionAsync(Roles.Code(role));
            await security.Locator("#unit").SelectOptionAsync(unit);
            await security.Locator("#reason").FillAsync("示例任命");
            await security.Locator("form.entry button[type=submit]").First.ClickAsync();
            await security.Locator("section[aria-labelledby=duties]").GetByText("示例任命").WaitForAsync();
            var page = _pages[user] = await SignIn(site, user);
            await page.Locator("#old").FillAsync(Given);
            await page.Locator("#password").FillAsync(Own);
            await page.Locator("form:has(#old) button[type=submit]").ClickAsync();
            await page.Locator("#old").WaitForAsync();
        }
    }

    private async Task AddProjects(IPage office)
    {
        var season = _month.Year.ToString(CultureInfo.InvariantCulture);
        await office.GotoAsync($"/units/{season}/add");
        await office.Locator("#code").FillAsync(Unit);
        await office.Locator("#name").FillAsync("示例镇");
        await office.Locator("#class").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Send(office);
        foreach (var (id, name) in Projects)
        {
            await office.GotoAsync($"/projects/create?season={season}");
            await office.Locator("#id").FillAsync(id);
            await office.Locator("#name").FillAsync(name);
            await office.Locator("#unit").SelectOptionAsync(Unit);
            await office.Locator("#class").SelectOptionAsync("new");
            await office.Locator("#total_investment").FillAsync("5000");
            await office.Locator("#annual_plan").FillAsync("1200");
            await Send(office);
            await office.Locator("main h1").GetByText(name).WaitForAsync();
        }
    }

    // A reporter hands a plan in, a checker checks it, the office approves it. A change from the sixth round on touches its two months.
    private async Task Plan(string project, string name, bool again = false)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/projects/{_month.Year}/{project}/plan");
        var reporter = _pages["reporter"];
        await reporter.GotoAsync(address);
        if (again)
        {
            await reporter.Locator("#reason").FillAsync("用地批复推迟");
            await reporter.Locator("#document").FillAsync("示例办〔1〕号");
            await reporter.Locator("#from").SelectOptionAsync("6");
        }

        await reporter.Locator("#annual").FillAsync(again ? "1100" : "1200");
        for (var number = 1; number <= 12; number++)
        {
            await reporter.Locator(string.Create(CultureInfo.InvariantCulture, $"#m{number}")).FillAsync(again && number > 10 ? "50" : "100");
        }

        if (!again)
        {
            await reporter.Locator("input[name=name1]").FillAsync("主体封顶");
            await reporter.Locator("input[name=on1]").FillAsync(string.Create(CultureInfo.InvariantCulture, $"{_month.Year}-11-30"));
            await reporter.Locator("input[name=weight1]").FillAsync("100");
        }

        await Press(reporter, "提交审核", "计划已提交，等待审核。");
        foreach (var (who, step, said) in new[] { ("checker", "审核通过", "已审核，等待项目办批准。"), ("office", "批准为基线", "已批准为基线。") })
        {
            var page = _pages[who];
            await page.GotoAsync("/inbox");
            await page.Locator("main").GetByText(name).ClickAsync();
            await Press(page, step, said);
        }
    }

    private async Task FromTheDesk(IPage reporter)
    {
        await reporter.GotoAsync("/inbox");
        await reporter.Locator("main").GetByText("月报：示例镇，3 个项目未报").First.ClickAsync();
        await reporter.GotoAsync(Sheet);
        await Type(reporter, "N001", "路基完成");
        await Press(reporter, "提交月报", "已提交 1 份月报。");
    }

    private async Task FromExcel(IPage reporter)
    {
        await reporter.GotoAsync(Sheet);
        var download = await reporter.RunAndWaitForDownloadAsync(() => reporter.Locator("a[href$='sheet.xlsx']").First.ClickAsync());
        var path = Path.Combine(Path.GetTempPath(), $"saima-journey-{Guid.NewGuid():N}.xlsx");
        try
        {
            Fill(await download.PathAsync(), path);
            await reporter.Locator("input[type=file][name=sheet]").SetInputFilesAsync(path);
            await reporter.GetByRole(AriaRole.Button, new() { Name = "传上来看看" }).ClickAsync();
        }
        finally
        {
            File.Delete(path);
        }

        (await reporter.Locator("[data-project=N002] [data-field=progress]").InputValueAsync()).ShouldBe("设备进场");
        await Press(reporter, "提交月报", "已提交 1 份月报。");
    }

    // The sheet as it was downloaded, with the row of one project filled in.
    private static void Fill(string downloaded, string path)
    {
        using var book = WorkbookFile.Open(downloaded);
        var rows = book.Rows(book.SheetNames[0]).Select(row => row.Cells.ToDictionary(cell => cell.Column, cell => cell.Text)).ToList();
        var headings = rows[0];
        using var stream = File.Create(path);
        using var writer = new WorkbookWriter(stream);
        writer.BeginSheet("sheet", [.. headings.OrderBy(cell => cell.Key).Select(cell => new SheetColumn(cell.Value, 16))]);
        foreach (var row in rows.Skip(1))
        {
            writer.BeginRow();
            foreach (var (column, heading) in headings.OrderBy(cell => cell.Key))
            {
                writer.Text(row.ContainsValue("N002") && Typed.FirstOrDefault(one => heading.StartsWith(one.Heading, StringComparison.Ordinal)).Value is { } value ? value : row.GetValueOrDefault(column, ""));
            }

            writer.EndRow();
        }
    }

    private static readonly (string Heading, string Value)[] Typed = [("本月完成（", "90"), ("年初累计", "90"), ("建筑工程", "50"), ("设备", "40"), ("形象进度", "设备进场")];

    private static async Task Type(IPage page, string project, string progress)
    {
        foreach (var (field, value) in new[] { ("invested", "90"), ("year_to_date", "90"), ("building", "90"), ("equipment", ""), ("progress", progress) })
        {
            await page.Locator($"[data-project={project}] [data-field={field}]").FillAsync(value);
        }
    }

    private async Task Report(IPage reporter, string project, string progress = "渠道衬砌")
    {
        await reporter.GotoAsync(Sheet);
        await Type(reporter, project, progress);
        await Press(reporter, "提交月报", "已提交 1 份月报。");
    }

    private async Task SendBack(IPage checker, string project)
    {
        await checker.GotoAsync(Sheet);
        await checker.GetByLabel($"选择 {project}").CheckAsync();
        await checker.GetByLabel("退回理由").FillAsync("凭证缺两张");
        await Press(checker, "退回", "已退回 1 份。");
    }

    private async Task Accept()
    {
        foreach (var (who, step) in new[] { ("checker", "属地审核通过"), ("statistics", "部门审核通过"), ("office", "采用") })
        {
            var page = _pages[who];
            await page.GotoAsync(Sheet);
            foreach (var (_, name) in Projects)
            {
                await page.GetByLabel($"选择 {name}").CheckAsync();
            }

            await Press(page, step, "通过 3 份。");
        }
    }

    private async Task<IPage> SignIn(Site site, string user)
    {
        var page = await visitors.Visit(site, new(SignedIn: false));
        await page.GotoAsync("/sign-in");
        await page.Locator("#user").FillAsync(user);
        await page.Locator("#password").FillAsync(Given);
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    private static async Task Send(IPage page)
    {
        var before = page.Url;
        await page.Locator("main form.entry button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(address => address != before);
    }

    private static async Task Press(IPage page, string button, string said)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync(said, new() { Timeout = 20_000 });
    }
}

file static class Held
{
    /// <summary>The three reports are in the register, each once.</summary>
    public static async Task ShouldHold(this TestDatabase data, Month month)
    {
        await using var db = data.Open();
        var number = (100 * month.Year) + month.Number;
        var reports = await db.Set<ReportFact>().Where(fact => fact.Month == number && fact.SupersededBy == null).OrderBy(fact => fact.Project).ToListAsync(TestContext.Current.CancellationToken);
        reports.Select(report => (report.Project, report.Invested, report.Progress)).ShouldBe([("N001", 900_000, "路基完成"), ("N002", 900_000, "设备进场，凭证已补"), ("N003", 900_000, "渠道衬砌")]);
    }
}
