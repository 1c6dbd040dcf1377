using Saima.Engines.Scoring;
using Saima.Modules.Tests.Races.Scoring;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.RuleSets;

/// <summary>Another county's rules are a file: other lanes, thresholds, measures, curves and weights, computed here by hand.</summary>
public sealed class OtherDistrictTests
{
    private static readonly RuleSet Rules = OtherDistrict.Document.Rules;

    // Round 3 ends on 30 June: without plan rows PC is half of AP.
    private static readonly RoundFrame Frame = new(2023, 3, new DateOnly(2023, 7, 5).DayNumber);

    [Fact]
    public void A_county_with_other_rules_needs_no_code()
    {
        PlainProject[] projects =
        [
            // 2 亿元, AP 1000 万元, YTD 600 万元: CR 0.6, D +10, OVR (1400 + 600)/20000.
            new() { TotalInvestment = 200_000_000, AnnualPlan = 10_000_000, Opening = 14_000_000, Reports = [June(6_000_000)] },
            // AP 900 万元, YTD 330 万元: D = (330 − 450)/900 = −13.333333, CR 0.366667; planned start in May, not started: 2 months.
            new() { TotalInvestment = 99_999_999, AnnualPlan = 9_000_000, Class = ProjectClass.New, PlannedStart = new DateOnly(2023, 5, 9), Reports = [June(3_300_000)] },
            // Completed; far ahead: CR 1.25, between 100 and 105.5 points.
            new() { TotalInvestment = 50_000_000, AnnualPlan = 8_000_000, StartedOn = new DateOnly(2022, 1, 1), IncludedOn = new DateOnly(2022, 1, 9), CompletedOn = new DateOnly(2023, 6, 30), Reports = [June(10_000_000)] },
        ];

        var settled = RaceScoring.Settle(PlainColumns.Facts(projects, [UnitClass.Town]), Rules, Frame);

        Lane(settled, 0).ShouldBe("major");
        Lane(settled, 1).ShouldBe("minor");
        Lane(settled, 2).ShouldBe("done");
        Reasons(settled, 0).ShouldBe(["AHEAD"]);
        Reasons(settled, 1).ShouldBe(["BEHIND_5", "START_MISSED"]);
        Reasons(settled, 2).ShouldBe(["AHEAD"]);
        // 60 + (0.6 − 0.5)·80 = 68; OVR 0.1 → 10; no planned start: (3·68 + 10)/4 = 53.5.
        Points(settled, 0).ShouldBe([68_000_000, 10_000_000, Settlement.Undefined]);
        settled.Score[0].ShouldBe(53_500_000);
        // 10 + 11/30·100 = 46.666667; new: no overall; 2 months lie half way from 70 to 0: (3·46.666667 + 2·35)/5 = 42.
        Points(settled, 1).ShouldBe([46_666_667, Settlement.Undefined, 35_000_000]);
        settled.Score[1].ShouldBe(42_000_000);
        // 100 + 0.25·11 = 102.75; OVR 10/50 → 20: (3·102.75 + 20)/4 = 82.0625.
        Points(settled, 2).ShouldBe([102_750_000, 20_000_000, Settlement.Undefined]);
        settled.Score[2].ShouldBe(82_062_500);
    }

    [Theory]
    [InlineData(Flag.Yellow, new string[0], "STILL_YELLOW|BEHIND_5", Flag.Snail)]
    [InlineData(Flag.Snail, new[] { "STILL_YELLOW" }, "STILL_YELLOW|BEHIND_5", Flag.Snail)]
    [InlineData(Flag.Snail, new[] { "BEHIND_20" }, "BEHIND_5", Flag.Yellow)]
    [InlineData(Flag.Red, new[] { "AHEAD" }, "BEHIND_5", Flag.Yellow)]
    public void Yellow_twice_is_another_matter_here(Flag before, string[] reasons, string expected, Flag flag)
    {
        // Its D rose and it is a snail all the same: this county does not ask.
        var project = new PlainProject { AnnualPlan = 1000, Reports = [June(400)] };
        var previous = PlainColumns.Previous([new PlainPrevious(before, reasons, -19_000_000, 5)]);

        var settled = RaceScoring.Settle(PlainColumns.Facts([project], [UnitClass.Town]), Rules, Frame, previous);

        string.Join('|', Reasons(settled, 0)).ShouldBe(expected);
        settled.Flag[0].ShouldBe(flag);
    }

    [Fact]
    public void A_row_further_down_is_a_reason_but_does_not_decide()
    {
        // The exemption stands last in this county: the snail comes first.
        var project = new PlainProject { AnnualPlan = 1000, SuspendedFrom = new DateOnly(2023, 6, 1) };

        var settled = RaceScoring.Settle(PlainColumns.Facts([project], [UnitClass.Town]), Rules, Frame);

        settled.Flag[0].ShouldBe(Flag.Snail);
        Reasons(settled, 0).ShouldBe(["BEHIND_20", "SUSPENDED"]);
    }

    private static PlainReport June(long ytd) => new(2023, 6, ytd, new DateOnly(2023, 7, 1), true);

    private static string Lane(Settlement settled, int at) => Rules.Lanes[settled.Lane[at]].Code;

    private static IEnumerable<string> Reasons(Settlement settled, int at) =>
        Rules.FlagRows.Where((_, row) => ((settled.Reasons[at] >> row) & 1) == 1).Select(row => row.Code);

    private static IEnumerable<long> Points(Settlement settled, int at) => settled.Points.Select(points => points[at]);
}
