using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Scoring;

/// <summary>Every row of the flag table on both sides of its boundary: round 3 of 2023, which ends on 30 June.</summary>
public sealed class FlagRowTests
{
    private static readonly DateOnly CutOff = new(2023, 6, 30);

    private static readonly DateOnly Deadline = new(2023, 7, 7);

    /// <summary>Meets the plan in everything: AP 1200 元, PC 600, YTD 600.</summary>
    private static readonly PlainProject Good = new()
    {
        AnnualPlan = 1200,
        PlannedStart = new DateOnly(2022, 3, 1),
        StartedOn = new DateOnly(2022, 3, 1),
        IncludedOn = new DateOnly(2022, 3, 20),
        Reports = [Report(600)],
    };

    [Theory]
    [InlineData(239, "BEHIND_30", Flag.Snail)]
    [InlineData(240, "BEHIND_10", Flag.Yellow)]
    [InlineData(479, "BEHIND_10", Flag.Yellow)]
    [InlineData(480, "", Flag.None)]
    [InlineData(599, "", Flag.None)]
    [InlineData(600, "MET_ALL", Flag.Red)]
    public void The_deviation_counts_exactly_at_thirty_ten_and_zero(long ytd, string reasons, Flag flag) =>
        Expect(Good with { Reports = [Report(ytd)] }, reasons, flag);

    [Theory]
    // AP 7: PC = 7·6/12 = 3.5. D = −30 would be YTD 1.4, D = −10 YTD 2.8.
    [InlineData(1, "BEHIND_30", Flag.Snail)]
    [InlineData(2, "BEHIND_10", Flag.Yellow)]
    [InlineData(3, "", Flag.None)]
    [InlineData(4, "MET_ALL", Flag.Red)]
    public void A_fraction_of_the_annual_plan_is_not_rounded(long ytd, string reasons, Flag flag) =>
        Expect(Good with { AnnualPlan = 7, Reports = [Report(ytd)] }, reasons, flag);

    [Fact]
    public void Without_an_annual_plan_the_deviation_satisfies_no_comparison()
    {
        Expect(Good with { AnnualPlan = 0, Reports = [Report(0)] }, "", Flag.None);
        var settled = Settle(Good with { AnnualPlan = 0, Reports = [Report(5)] });
        settled.Deviation[0].ShouldBe(Settlement.Undefined);
        settled.Points[0][0].ShouldBe(100_000_000);
        Settle(Good with { AnnualPlan = 0, Reports = [Report(0)] }).Points[0][0].ShouldBe(Settlement.Undefined);
        // Plan rows of the year that begin after the cut-off: PC = 0 though AP is not.
        Settle(Good with { Plans = [new PlainPlan(2023, 7, 1200)] }).Points[0][0].ShouldBe(100_000_000);
        // Rows of another year are not rows of this one.
        Settle(Good with { Plans = [new PlainPlan(2022, 12, 9)] }).PlannedCumulativeTwelfths[0].ShouldBe(7200);
    }

    [Theory]
    [InlineData("2023-07-01", "", Flag.Red)]
    [InlineData("2023-06-30", "START_MISSED_1", Flag.Yellow)]
    [InlineData("2023-05-01", "START_MISSED_1", Flag.Yellow)]
    [InlineData("2023-04-30", "START_MISSED_3", Flag.Snail)]
    [InlineData("2022-12-31", "START_MISSED_3", Flag.Snail)]
    public void A_missed_start_counts_its_own_month(string planned, string reasons, Flag flag) =>
        Expect(Good with { PlannedStart = Day(planned), StartedOn = null, IncludedOn = null }, flag == Flag.Red ? "MET_ALL" : reasons, flag);

    [Fact]
    public void Months_are_counted_over_the_end_of_the_year()
    {
        var project = Good with { PlannedStart = new DateOnly(2022, 12, 1), StartedOn = null, IncludedOn = null };
        var first = Settle(project, round: 1);
        first.StartMissed[0].ShouldBe(3);
        Settle(project with { StartedOn = new DateOnly(2022, 11, 30) }, round: 1).InclusionLag[0].ShouldBe(3);
        Settle(project with { StartedOn = new DateOnly(2023, 3, 1) }, round: 1).StartMissed[0].ShouldBe(3);
    }

    [Theory]
    [InlineData("2023-06-01", null, "", Flag.None)]
    [InlineData("2023-05-31", null, "NOT_INCLUDED_1", Flag.Yellow)]
    [InlineData("2023-04-30", null, "NOT_INCLUDED_2", Flag.Snail)]
    [InlineData("2023-04-30", "2023-06-30", "MET_ALL", Flag.Red)]
    [InlineData("2023-04-30", "2023-07-01", "NOT_INCLUDED_2", Flag.Snail)]
    public void Inclusion_is_due_in_the_month_of_the_start(string started, string? included, string reasons, Flag flag) =>
        Expect(Good with { StartedOn = Day(started), IncludedOn = included is null ? null : Day(included) }, reasons, flag);

    [Theory]
    [InlineData(-1, null, "MET_ALL", Flag.Red)]
    [InlineData(0, null, "", Flag.None)]
    [InlineData(0, 0, "MET_ALL", Flag.Red)]
    [InlineData(30, null, "", Flag.None)]
    [InlineData(31, null, "SLIP_30", Flag.Yellow)]
    [InlineData(31, -1, "SLIP_30", Flag.Yellow)]
    [InlineData(90, null, "SLIP_30", Flag.Yellow)]
    [InlineData(91, null, "SLIP_90", Flag.Snail)]
    [InlineData(91, 0, "MET_ALL", Flag.Red)]
    public void A_milestone_slips_by_whole_days(int daysAgo, int? achievedDaysAgo, string reasons, Flag flag) =>
        Expect(Good with { Milestones = [new PlainMilestone(CutOff.AddDays(-daysAgo), achievedDaysAgo is { } days ? CutOff.AddDays(-days) : null)] }, reasons, flag);

    [Theory]
    [InlineData(1, 0, 1, null, "MET_ALL", Flag.Red)]
    [InlineData(2, 9, 0, null, "MET_ALL", Flag.Red)]
    [InlineData(2, 9, 1, null, "ISSUE_OVERDUE", Flag.Yellow)]
    [InlineData(4, 9, 1, -1, "ISSUE_OVERDUE", Flag.Yellow)]
    [InlineData(4, 9, 1, 0, "MET_ALL", Flag.Red)]
    public void An_issue_is_overdue_after_its_due_day(int level, int raisedDaysAgo, int dueDaysAgo, int? closedDaysAgo, string reasons, Flag flag) =>
        Expect(
            Good with { Issues = [new PlainIssue(level, CutOff.AddDays(-raisedDaysAgo), CutOff.AddDays(-dueDaysAgo), closedDaysAgo is { } days ? CutOff.AddDays(-days) : null)] },
            reasons, flag);

    [Theory]
    [InlineData("falsification", "2023-05-01", "FALSIFIED", Flag.Snail)]
    [InlineData("falsification", "2023-06-30", "FALSIFIED", Flag.Snail)]
    [InlineData("falsification", "2023-04-30", "MET_ALL", Flag.Red)]
    [InlineData("falsification", "2023-07-01", "MET_ALL", Flag.Red)]
    [InlineData("other", "2023-06-01", "MET_ALL", Flag.Red)]
    public void A_falsification_counts_inside_the_rounds_two_months(string kind, string found, string reasons, Flag flag) =>
        Expect(Good with { Findings = [new PlainFinding(kind, Day(found))] }, reasons, flag);

    [Fact]
    public void A_report_counts_by_its_month_and_is_on_time_by_its_day()
    {
        Expect(Good with { Reports = [Report(600) with { SubmittedOn = Deadline }] }, "MET_ALL", Flag.Red);
        Expect(Good with { Reports = [Report(600) with { SubmittedOn = Deadline.AddDays(1) }] }, "", Flag.None);
        Expect(Good with { Reports = [Report(600) with { Verified = false }] }, "", Flag.None);
        Expect(Good with { Reports = [Report(600) with { Month = 5 }] }, "NO_REPORT", Flag.Yellow);
        // December of the year before is no year-to-date of this one.
        Expect(Good with { Reports = [Report(600) with { Year = 2022, Month = 12 }] }, "BEHIND_30|NO_REPORT", Flag.Snail);
    }

    [Theory]
    [InlineData("2023-06-01", "NEWLY_LISTED", Flag.Exempt)]
    [InlineData("2023-05-31", "MET_ALL", Flag.Red)]
    [InlineData("2023-06-30", "NEWLY_LISTED", Flag.Exempt)]
    public void A_project_is_new_for_thirty_days(string listed, string reasons, Flag flag) =>
        Expect(Good with { ListedOn = Day(listed) }, reasons, flag);

    [Fact]
    public void A_project_listed_after_the_cut_off_takes_no_part() =>
        Settle(Good with { ListedOn = CutOff.AddDays(1) }).Count.ShouldBe(0);

    [Theory]
    [InlineData("2023-06-30", null, true)]
    [InlineData("2023-07-01", null, false)]
    [InlineData("2023-05-01", "2023-06-30", true)]
    [InlineData("2023-05-01", "2023-06-29", false)]
    public void A_suspension_holds_on_its_last_day(string from, string? to, bool exempt) =>
        Expect(
            Good with { SuspendedFrom = Day(from), SuspendedTo = to is null ? null : Day(to), Reports = [Report(0)] },
            exempt ? "SUSPENDED|BEHIND_30" : "BEHIND_30", exempt ? Flag.Exempt : Flag.Snail);

    [Theory]
    [InlineData(Flag.Yellow, "SLIP_30", -20_000_000L, 0, "YELLOW_TWICE|BEHIND_10", Flag.Snail)]
    [InlineData(Flag.Snail, "YELLOW_TWICE|BEHIND_10", -20_000_000L, 0, "YELLOW_TWICE|BEHIND_10", Flag.Snail)]
    [InlineData(Flag.Snail, "BEHIND_30", -20_000_000L, 0, "BEHIND_10", Flag.Yellow)]
    [InlineData(Flag.None, "", -20_000_000L, 0, "BEHIND_10", Flag.Yellow)]
    [InlineData(Flag.Yellow, "BEHIND_10", -20_000_001L, 0, "BEHIND_10", Flag.Yellow)]
    [InlineData(Flag.Yellow, "BEHIND_10", -20_000_000L, 1, "BEHIND_10", Flag.Yellow)]
    [InlineData(Flag.Yellow, "BEHIND_10", null, 0, "YELLOW_TWICE|BEHIND_10", Flag.Snail)]
    public void Yellow_twice_is_a_snail_unless_something_improved(Flag before, string beforeReasons, long? beforeD, int beforeSlip, string reasons, Flag flag) =>
        Expect(Good with { Reports = [Report(360)] }, reasons, flag, new PlainPrevious(before, beforeReasons.Split('|'), beforeD, beforeSlip));

    [Fact]
    public void Yellow_twice_asks_whether_this_round_would_be_yellow()
    {
        var before = new PlainPrevious(Flag.Yellow, ["BEHIND_10"], 0, 0);
        Expect(Good with { Reports = [Report(0)], Issues = [new PlainIssue(3, CutOff.AddDays(-9), CutOff.AddDays(-1), null)] }, "BEHIND_30|ISSUE_OVERDUE", Flag.Snail, before);
        Expect(Good with { Reports = [Report(360)], ListedOn = CutOff }, "NEWLY_LISTED|BEHIND_10", Flag.Exempt, before);
        Expect(Good, "MET_ALL", Flag.Red, before);
    }

    private static PlainReport Report(long ytd) => new(2023, 6, ytd, new DateOnly(2023, 7, 3), true);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Settlement Settle(PlainProject project, PlainPrevious? before = null, int round = 3) => RaceScoring.Settle(
        PlainColumns.Facts([project], [UnitClass.Town]), RuleSetDocument.Default.Rules, new RoundFrame(2023, round, Deadline.DayNumber),
        before is null ? null : PlainColumns.Previous([before]));

    private static void Expect(PlainProject project, string reasons, Flag flag, PlainPrevious? before = null)
    {
        var settled = Settle(project, before);
        var codes = RuleSetDocument.Default.Rules.FlagRows.Where((_, row) => ((settled.Reasons[0] >> row) & 1) == 1).Select(row => row.Code);
        string.Join('|', codes).ShouldBe(reasons);
        settled.Flag[0].ShouldBe(flag);
        (settled.Score[0] == Settlement.Undefined).ShouldBe(flag == Flag.Exempt);
    }
}
