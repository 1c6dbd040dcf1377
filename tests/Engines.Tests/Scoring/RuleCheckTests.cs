using Saima.Engines.Scoring;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Scoring;

public sealed class RuleCheckTests
{
    private static readonly RuleSet Good = TinyRound.Rules(TinyRound.Constant(1));

    private static readonly Condition Always = new Condition.All([]);

    [Fact]
    public void Rules_outside_the_limits_are_a_bug_of_the_caller()
    {
        Refused(Good with { Lanes = [] });
        Refused(Good with { LaneChoice = [new LaneChoice(0, Always)] });
        Refused(Good with { LaneChoice = [new LaneChoice(1, null)] });
        Refused(Good with { FlagRows = [.. Enumerable.Repeat(TinyRound.Row(Flag.Red, "X", Always), 65)] });
        Refused(Good with { FlagRows = [TinyRound.Row(Flag.None, "X", Always)] });
        Refused(Good with { FlagRows = [TinyRound.Row(Flag.Red, "X", new Condition.WouldBe(Flag.Exempt))] });
        Refused(Good with { Measures = [Good.Measures[0] with { Weight = 0 }] });
        Refused(TinyRound.Rules(new Curve(Metric.Slip, [new Corner(5, 0), new Corner(5, 1)])));
        Refused(TinyRound.Rules(new Curve(Metric.Slip, [])));
        Refused(TinyRound.Rules(TinyRound.Constant(-1)));
    }

    [Fact]
    public void Sixty_four_rows_all_have_their_bit()
    {
        var rules = Good with { FlagRows = [.. Enumerable.Range(0, 64).Select(r => TinyRound.Row(r == 63 ? Flag.Yellow : Flag.Red, $"R{r}", r == 63 ? Always : new Condition.Not(Always)))] };

        var settled = RaceScoring.Settle(TinyRound.Facts((1, 1)), rules, TinyRound.Frame);

        settled.Reasons[0].ShouldBe(1UL << 63);
        settled.Flag[0].ShouldBe(Flag.Yellow);
    }

    [Fact]
    public void A_round_with_no_projects_has_empty_columns_and_a_row_per_unit()
    {
        var settled = RaceScoring.Settle(TinyRound.Facts(), Good, TinyRound.Frame, threads: 7);

        settled.Count.ShouldBe(0);
        settled.Units.ShouldBe([new UnitStanding(0, 0, Settlement.Undefined, 0, 0, 0, 0, 0, 0)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_season_has_six_rounds(int round) =>
        Should.Throw<ArgumentOutOfRangeException>(() => RaceScoring.Settle(TinyRound.Facts(), Good, new RoundFrame(2023, round, 0)));

    private static void Refused(RuleSet rules) => Should.Throw<ArgumentException>(() => RaceScoring.Settle(TinyRound.Facts((1, 1)), rules, TinyRound.Frame));
}
