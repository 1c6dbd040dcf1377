using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Time;
using Saima.Projects.Deadlines;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Deadlines;

public sealed class DeadlinesTests
{
    private const string Page = "/reports/2023/deadlines";
    private static readonly WorkingCalendar Days = new(new Dictionary<DateOnly, bool> { [new(2023, 5, 1)] = false, [new(2023, 5, 6)] = true, [new(2023, 10, 2)] = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Fact]
    public void The_days_of_a_month_come_in_order_and_are_worked() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[1, 20], Gen.Int[0, 20], Gen.Int[0, 20]).Sample((number, opening, report, check, accept) =>
        {
            var month = new Month(2023, number);
            var rule = new FilingDeadlines { Season = 2023, Version = 1, FromMonth = 1, OpeningDay = opening, ReportDays = report, CheckDays = check, AcceptDays = accept, Document = "x", KeptBy = "x" };
            var days = new FilingCalendars(2023, Days, [rule]).Of(month);
            days.Opens.ShouldBe(new DateOnly(2023, number, opening));
            (days.Opens < days.Closes && days.Closes <= days.Checked && days.Checked <= days.Accepted).ShouldBeTrue();
            new[] { days.Closes, days.Checked, days.Accepted }.ShouldAllBe(day => Days.IsWorkingDay(day));
            Enumerable.Range(1, days.Closes.DayNumber - month.LastDay.DayNumber).Count(by => Days.IsWorkingDay(month.LastDay.AddDays(by))).ShouldBe(report);
        });

    [Fact]
    public void A_version_holds_from_its_month_on_and_a_newer_one_hides_it()
    {
        FilingDeadlines[] versions = [Rule(1, 1, 5), Rule(2, 7, 3), Rule(3, 3, 4)];
        var calendars = new FilingCalendars(2023, Days, versions);
        Enumerable.Range(1, 12).Select(month => calendars.InForce(new(2023, month)).Version).ShouldBe([1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
        new FilingCalendars(2023, Days, versions[..2]).InForce(new(2023, 6)).Version.ShouldBe(1);
        calendars.InForce(new(2022, 12)).Version.ShouldBe(0, "a month of the season before is not this season's");
    }

    [Fact]
    public void A_month_of_its_own_keeps_its_days()
    {
        var rule = Rule(1, 1, 5);
        rule.OwnDays = FilingDeadlines.Text([new(2, new(2023, 2, 20), new(2023, 3, 10))]);
        var calendars = new FilingCalendars(2023, Days, [rule]);
        var own = calendars.Of(new(2023, 2));
        (own.Opens, own.Closes, own.Checked).ShouldBe((new(2023, 2, 20), new(2023, 3, 10), new(2023, 3, 14)));
        calendars.Of(new(2023, 3)).Opens.ShouldBe(new(2023, 3, 25));
        calendars.Of(new(2024, 2)).Opens.ShouldBe(new(2024, 2, 25), "another year's February is not meant");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_office_changes_them_in_versions_everybody_sees_them_and_a_report_says_by_which_it_was_judged(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var reporter = await site.SignIn("填报员", Role.Reporter, "S05");
        (await Text(site, Page, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("以下是示例"), text => text.ShouldContain("2024-01-08"), text => text.ShouldNotContain("修改期限"));
        (await Text(site, "/reports?month=2023-12", reporter)).ShouldContain("填报期限");
        var form = await PostedForm.Open(site, Page, "deadlines");
        var refused = await form.Send(("opening", "31"), ("report", "零"), ("opens-2", "2023-02-20"), ("opens-3", "2023-03-25"), ("closes-3", "2023-04-08"), ("document", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        SampleBoard.Text(await refused.Content.ReadAsStringAsync(Cancel)).ShouldSatisfyAllConditions(
            text => text.ShouldContain("有 5 处要改，没有保存"),
            text => text.ShouldContain("每月几日起填报应为 1 到 28 的整数"),
            text => text.ShouldContain("2 月缺一个日期"),
            text => text.ShouldContain("3 月的截止日不是工作日 最近的工作日是 2023-04-10"),
            text => text.ShouldContain("没有写明依据"));
        (await data.Open().Set<FilingDeadlines>().CountAsync(Cancel)).ShouldBe(0);

        (await form.Send(("from", "7"), ("opening", "26"), ("report", "3"), ("opens-2", ""), ("opens-3", ""), ("closes-3", ""), ("document", "示例办〔2023〕1 号"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        SampleBoard.Text(await (await form.Send(("document", "示例办〔2023〕2 号"))).Content.ReadAsStringAsync(Cancel)).ShouldContain("刚刚保存了第 1 版期限");
        (await Text(site, Page, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("现行第 1 版，依据：示例办〔2023〕1 号"), text => text.ShouldContain("2024-01-04"), text => text.ShouldContain("2023-06-25"), text => text.ShouldContain("2023-07-26"));
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "projects.deadlines", Cancel)).ShouldBe(1);

        var before = (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;
        (await (await PostedForm.Open(site, "/reports/2023/2023-12/S05", "sheet", reporter)).Send(("P067.invested", "1"), ("P067.year_to_date", $"{before + 1}"), ("P067.building", $"{before + 1}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var filing = await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel);
        (filing.Late, filing.DeadlineVersion).ShouldBe((true, 1));
        (await PostedForm.Open(site, Page + "?from=1", "deadlines"))["opening"].ShouldBe("26");
        (await KeepDeadlines.Run(data.Open(), TimeProvider.System, new("r", "r", [new(Role.Reporter, null)]), 2023, new(new Dictionary<string, string>()), 1, Cancel)).Refusal!.Code.ShouldBe("NOT_YOURS");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_who_save_at_once_one_is_told(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var office = new Actor("office", "测试项目办", [new(Role.ProjectOffice, null)]);
        var typed = new TypedDeadlines(new Dictionary<string, string>(TypedDeadlines.Of(FilingDeadlines.Example(2023)).Texts) { ["document"] = "示例会议" });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => KeepDeadlines.Run(data.Open(), TimeProvider.System, office, 2023, typed, 0, Cancel))));
        outcomes.Count(outcome => outcome.Value is not null).ShouldBe(1);
        outcomes.Where(outcome => outcome.Value is null).ShouldAllBe(outcome => outcome.Refusal!.Code == "CHANGED_MEANWHILE");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    private static FilingDeadlines Rule(int version, int from, int report) =>
        new() { Season = 2023, Version = version, FromMonth = from, OpeningDay = 25, ReportDays = report, CheckDays = 2, AcceptDays = 1, Document = "x", KeptBy = "x" };

    private static async Task<string> Text(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
