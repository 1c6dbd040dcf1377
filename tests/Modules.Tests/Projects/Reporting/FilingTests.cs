using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Time;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Reporting;

/// <summary>P067 of S05 has no report of December in the sample; until November it invested 4,988 (10,000 yuan) or whatever its books say.</summary>
public sealed class FilingTests
{
    private const string Sheet = "/reports/2023/2023-12/S05";
    private const string Filing = Sheet + "/P067";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_report_is_submitted_checked_returned_mended_checked_again_and_accepted_into_the_register(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (reporter, checker, statistics) = (await site.SignIn("填报员", Role.Reporter, "S05"), await site.SignIn("审核员", Role.Checker, "S05"), await site.SignIn("统计员", Role.StatisticsVerifier));
        var before = await Before(data);
        (await Text(site, "/reports?month=2023-12", reporter)).ShouldContain("示例镇甲");

        var faulty = await Submit(site, reporter, 100, before + 90, before + 100);
        faulty.StatusCode.ShouldBe(HttpStatusCode.OK);
        SampleBoard.Text(await faulty.Content.ReadAsStringAsync(Cancel)).ShouldSatisfyAllConditions(
            text => text.ShouldContain("处要改，一份也没有提交"), text => text.ShouldContain("年初累计应为上月累计"), text => text.ShouldContain("相加是"));
        (await data.Open().Set<MonthlyFiling>().CountAsync(Cancel)).ShouldBe(0);

        (await Submit(site, reporter, 100, before + 100, before + 100)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var filing = await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel);
        (filing.State, filing.Late, filing.Revision).ShouldBe((FilingState.Submitted, true, 1));
        (await Text(site, Sheet, checker)).ShouldContain("迟报");

        (await Move(site, reporter, FilingAction.TownCheck, filing)).ShouldContain("您没有这项职责");
        (await Move(site, checker, FilingAction.Accept, filing)).ShouldContain("没有为单位");
        (await Move(site, site.Cookie, FilingAction.Accept, filing)).ShouldContain("不能采用");
        (await Move(site, checker, FilingAction.TownCheck, filing)).ShouldBe("");
        (await Move(site, checker, FilingAction.DeptCheck, filing, 2)).ShouldContain("不能再做");
        (await Move(site, statistics, FilingAction.Return, filing, 2)).ShouldContain("没有写明退回的理由");
        (await Move(site, statistics, FilingAction.Return, filing, 2, "本月凭证缺两张")).ShouldBe("");
        (await Text(site, Sheet, reporter)).ShouldContain("退回理由：本月凭证缺两张");

        (await Submit(site, reporter, 80, before + 80, before + 80)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Move(site, checker, FilingAction.TownCheck, filing, 4)).ShouldBe("");
        (await Move(site, statistics, FilingAction.DeptCheck, filing, 5)).ShouldBe("");
        (await Move(site, site.Cookie, FilingAction.Accept, filing, 6)).ShouldBe("");
        var report = await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202312 && fact.SupersededBy == null, Cancel);
        (report.Invested, report.YearToDate, report.Verified, report.Progress).ShouldBe((800_000, (before + 80) * 10_000, true, "主体施工"));
        (await UndoChange.Run(data.Open(), TimeProvider.System, report.ChangeId, "office", "误采用", Cancel)).Refusal!.Code.ShouldBe("DECIDED", "what four people signed is corrected, not undone");
        (await Text(site, $"/changes/{report.ChangeId}", site.Cookie)).ShouldContain("来自采用的月报或批准的基线，不能撤销");
        (await Text(site, Filing, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("已采用"), text => text.ShouldContain("本月凭证缺两张"), text => text.ShouldContain("测试项目办"));
        (await data.Open().Set<FilingStep>().CountAsync(Cancel)).ShouldBe(7);
        var actions = await data.Open().Set<LedgerEntry>().Where(entry => entry.Action.StartsWith("projects.report-")).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync(Cancel);
        actions.ShouldBe(["projects.report-submit", "projects.report-towncheck", "projects.report-return", "projects.report-submit", "projects.report-towncheck", "projects.report-deptcheck", "projects.report-accept"]);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
        (await Text(site, Sheet, reporter)).ShouldNotContain("提交月报", customMessage: "what is accepted is not typed over");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_database_itself_refuses_one_person_in_two_steps(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        foreach (var filing in new[]
        {
            new MonthlyFiling { Season = 2023, Project = "P067", Month = 202312, State = FilingState.TownChecked, SubmittedBy = "a", TownCheckedBy = "a" },
            new MonthlyFiling { Season = 2023, Project = "P067", Month = 202312, State = FilingState.DeptChecked, SubmittedBy = "a", TownCheckedBy = "b", DeptCheckedBy = "b" },
            new MonthlyFiling { Season = 2023, Project = "P067", Month = 202312, State = FilingState.Accepted, SubmittedBy = "a", TownCheckedBy = "b", DeptCheckedBy = "c", AcceptedBy = "a" },
            new MonthlyFiling { Season = 2023, Project = "P067", Month = 202312, State = FilingState.Accepted, SubmittedBy = "a", AcceptedBy = "b" },
        })
        {
            await using var db = data.Open();
            db.Add(filing);
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_click_at_once_one_step_counts_and_none_is_lost(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var before = await Before(data);
        await SubmitFilings.Run(data.Open(), TimeProvider.System, Person("a", Role.Reporter), Order(before), Cancel);
        var filing = await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Task.Run(async () =>
        {
            await using var db = data.Open();
            return await MoveFilings.Run(db, TimeProvider.System, Person($"c{at}", Role.Checker), new(2023, at % 3 == 0 ? FilingAction.Return : FilingAction.TownCheck, [(filing.Id, filing.Revision)], "核对"), Cancel);
        })));
        clicks.Count(click => click.Refusal is null).ShouldBe(1);
        clicks.Where(click => click.Refusal is not null).ShouldAllBe(click => click.Refusal!.Code == "MOVED_MEANWHILE");
        (await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel)).Revision.ShouldBe(2);
        (await data.Open().Set<FilingStep>().CountAsync(Cancel)).ShouldBe(2);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_hundred_reporters_submit_at_once_and_nothing_is_lost(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using (var db = data.Open())
        {
            var change = await db.Set<RegisterChange>().Select(one => one.Id).FirstAsync(Cancel);
            db.AddRange(Enumerable.Range(0, 200).Select(at => new ProjectFact { Season = 2023, Project = $"Q{at:D3}", Name = $"示例·并发{at}", Unit = "S05", Class = "new", TotalInvestment = 100_000_000, AnnualPlan = 0, ChangeId = change, Version = 1 }));
            await db.SaveChangesAsync(Cancel);
        }

        var done = await Task.WhenAll(Enumerable.Range(0, 200).Select(at => Task.Run(async () =>
        {
            await using var db = data.Open();
            var texts = new Dictionary<string, string> { ["invested"] = "10", ["year_to_date"] = "10", ["building"] = "10" };
            return await SubmitFilings.Run(db, TimeProvider.System, Person($"r{at}", Role.Reporter), new(2023, new Month(2023, 1), "", [new($"Q{at:D3}", 1, 0, texts)]), Cancel);
        })));
        done.ShouldAllBe(one => one.Refusal == null && one.Value!.Submitted == 1);
        (await data.Open().Set<MonthlyFiling>().CountAsync(Cancel)).ShouldBe(200);
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "projects.report-submit", Cancel)).ShouldBe(200);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_last_month_said_is_taken_over_only_on_request_and_marked_until_it_is_changed(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (reporter, checker, before) = (await site.SignIn("填报员", Role.Reporter, "S05"), await site.SignIn("审核员", Role.Checker, "S05"), await Before(data));
        await using (var db = data.Open())
        {
            db.Add(new MonthlyFiling { Season = 2023, Project = "P067", Month = 202311, State = FilingState.Submitted, Revision = 1, YearToDate = before * 10_000, Building = before * 10_000, Problems = "缺用地指标\r\n十亩", NextSteps = "报批用地", SubmittedBy = "x" });
            await db.SaveChangesAsync(Cancel);
        }

        var form = await PostedForm.Open(site, Sheet, "sheet", reporter);
        using (var sheet = await Get(site, Sheet, reporter))
        {
            var html = await sheet.Content.ReadAsStringAsync(Cancel);
            html.ShouldContain("data-last=\"报批用地\"");
            html.ShouldNotContain(">报批用地</textarea>", customMessage: "nothing is taken over unasked");
        }

        (string, string)[] amounts = [("P067.invested", "100"), ("P067.year_to_date", $"{before + 100}"), ("P067.building", $"{before + 100}")];
        (await form.Send([.. amounts, ("P067.problems", "缺用地指标\n十亩"), ("P067.next_steps", "报批用地"), ("P067.progress", "主体施工")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await data.Open().Set<MonthlyFiling>().SingleAsync(filing => filing.Month == 202312, Cancel)).Carried.ShouldBe("problems,next_steps");
        (await Text(site, Sheet, checker)).ShouldContain("沿用上月：存在问题、下步计划。");
        (await Text(site, Filing, checker)).ShouldContain("下步计划 沿用上月");

        (await (await PostedForm.Open(site, Sheet, "sheet", reporter)).Send([.. amounts, ("P067.problems", "缺用地指标\n十亩"), ("P067.next_steps", "已报批，等批复"), ("P067.progress", "主体施工")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await data.Open().Set<MonthlyFiling>().SingleAsync(filing => filing.Month == 202312, Cancel)).Carried.ShouldBe("problems");
    }

    [Fact]
    public async Task A_reporter_of_another_unit_neither_sees_nor_sends_the_sheet()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var other = await site.SignIn("别处填报员", Role.Reporter, "S06");
        foreach (var address in new[] { Sheet, Filing })
        {
            using var answer = await Get(site, address, other);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }

        using var sheet = await Get(site, Sheet + "/sheet.xlsx", other);
        sheet.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Text(site, "/reports?month=2023-12", other)).ShouldNotContain("示例镇甲");
        (await SubmitFilings.Run(data.Open(), TimeProvider.System, Person("x", Role.Reporter, "S06"), Order(await Before(data)), Cancel)).Refusal!.Code.ShouldBe("NOT_YOURS");
        foreach (var address in new[] { "/reports/2023/2023-13/S05", "/reports/2023/2022-01/S05", "/reports/2023/2023-12/none", Sheet + "/P001" })
        {
            using var answer = await Get(site, address, site.Cookie);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task The_sheet_goes_to_excel_and_comes_back_to_be_looked_at_before_it_is_submitted()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (reporter, before) = (await site.SignIn("填报员", Role.Reporter, "S05"), await Before(data));
        using var sheet = await Get(site, Sheet + "/sheet.xlsx", reporter);
        sheet.StatusCode.ShouldBe(HttpStatusCode.OK);
        var workbook = await sheet.Content.ReadAsByteArrayAsync(Cancel);
        var back = await (await PostedForm.Open(site, Sheet, "upload", reporter)).SendFile("sheet", "sheet.xlsx", workbook);
        (back.StatusCode, (await back.Content.ReadAsStringAsync(Cancel)).Contains("refusal", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, false), "the sheet as it was downloaded comes back whole");

        var good = $"项目编号,月份,本月完成（万元）,年初累计（万元）,建筑工程,形象进度\nP067,2023-12,100,{before + 100},{before + 100},主体封顶\n";
        var shown = await (await PostedForm.Open(site, Sheet, "upload", reporter)).SendFile("sheet", "sheet.csv", System.Text.Encoding.UTF8.GetBytes(good));
        var html = await shown.Content.ReadAsStringAsync(Cancel);
        html.ShouldContain("主体封顶");
        html.ShouldContain($"value=\"{before + 100}\"");
        (await data.Open().Set<MonthlyFiling>().CountAsync(Cancel)).ShouldBe(0, "looking submits nothing");

        var bad = good.Replace(",100,", ",1x0,") + "P001,2023-12,1,1,1,\nP067,2023-11,1,1,1,\n";
        var told = SampleBoard.Text(await (await (await PostedForm.Open(site, Sheet, "upload", reporter)).SendFile("sheet", "sheet.csv", System.Text.Encoding.UTF8.GetBytes(bad))).Content.ReadAsStringAsync(Cancel));
        told.ShouldSatisfyAllConditions(text => text.ShouldContain("1x0"), text => text.ShouldContain("不是本单位可以填报的项目"), text => text.ShouldContain("这一行是 2023-11 的"));
        SampleBoard.Text(await (await (await PostedForm.Open(site, Sheet, "upload", reporter)).SendFile("sheet", "a.csv", "a,b\n1,2\n"u8.ToArray())).Content.ReadAsStringAsync(Cancel)).ShouldContain("用下载的填报表，不要改表头");
        (await Get(site, "/reports/2023/2023-12.xlsx", reporter)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Text(site, "/reports/check.json?_season=2023&_month=2023-12&_project=P067&invested=1&year_to_date=1", reporter)).ShouldContain("year_to_date");
    }

    private static async Task<long> Before(TestDatabase data) => (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;

    private static Actor Person(string id, Role role, string unit = "S05") => new(id, id, [new(role, new HashSet<string> { unit })]);

    private static FilingSheetOrder Order(long before) => new(2023, new Month(2023, 12), "", [new("P067", 1, 0, new Dictionary<string, string> { ["invested"] = "100", ["year_to_date"] = $"{before + 100}", ["building"] = $"{before + 100}" })]);

    private static async Task<HttpResponseMessage> Submit(Site site, string cookie, long month, long sum, long building) => await (await PostedForm.Open(site, Sheet, "sheet", cookie)).Send(
        ("P067.invested", $"{month}"), ("P067.year_to_date", $"{sum}"), ("P067.building", $"{building}"), ("P067.installation", ""), ("P067.equipment", ""), ("P067.other", ""),
        ("P067.progress", "主体施工"), ("P067.milestones", ""), ("P067.problems", ""), ("P067.next_steps", ""), ("P067.correction", ""));

    // Empty if it was done, else what the page says.
    private static async Task<string> Move(Site site, string cookie, FilingAction action, MonthlyFiling filing, int seen = 1, string? why = null)
    {
        var form = await PostedForm.Open(site, Filing, "check", cookie);
        var answer = await form.Send(("pick", $"{filing.Id}:{seen}"), ("step", action.ToString()), ("why", why ?? ""));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> Text(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return site.Anonymous.SendAsync(request, Cancel);
    }
}
