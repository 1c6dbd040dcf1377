using System.Globalization;
using CsCheck;
using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Scoring;

public sealed class OracleTests
{
    [Fact]
    public void Engine_and_a_second_plain_settling_agree_on_random_seasons() =>
        Gen.Int[0, 1_000_000_000].Sample(Agree, iter: 500);

    [Fact]
    public void The_random_seasons_reach_every_reason_and_every_boundary()
    {
        var reasons = new HashSet<string>();
        var deviations = new HashSet<long?>();
        var shared = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var projects = new RandomRounds(seed).Projects(25);
            PlainPrevious?[]? previous = null;
            for (var round = 1; round <= 6; round++)
            {
                var plain = PlainSettling.Settle(projects, RandomRounds.Season, round, RandomRounds.CutOff(round).AddDays(7), previous);
                reasons.UnionWith(plain.SelectMany(r => r.Reasons));
                deviations.UnionWith(plain.Select(r => r.D));
                shared += plain.Where(r => r.Rank > 0).GroupBy(r => (r.Lane, r.Rank)).Count(g => g.Count() > 1);
                previous = new PlainPrevious?[projects.Count];
                foreach (var row in plain)
                    previous[row.Project] = new PlainPrevious(row.Flag, row.Reasons, row.D, row.Slip);
            }
        }

        RuleSetDocument.Default.Rules.FlagRows.Select(row => row.Code).ShouldBeSubsetOf(reasons);
        deviations.ShouldContain(-30_000_000);
        deviations.ShouldContain(-10_000_000);
        deviations.ShouldContain(0);
        deviations.ShouldContain((long?)null);
        shared.ShouldBeGreaterThan(50);
    }

    private static void Agree(int seed)
    {
        var random = new RandomRounds(seed);
        var projects = random.Projects(25);
        PlainPrevious?[]? previous = null;
        for (var round = 1; round <= 6; round++)
        {
            var deadline = RandomRounds.CutOff(round).AddDays(7);
            var plain = PlainSettling.Settle(projects, RandomRounds.Season, round, deadline, previous);
            var fast = RaceScoring.Settle(
                PlainColumns.Facts(projects, random.Units), RuleSetDocument.Default.Rules, new RoundFrame(RandomRounds.Season, round, deadline.DayNumber),
                previous is null ? null : PlainColumns.Previous(previous));

            Written(fast).ShouldBe(Written(plain), $"seed {seed}, round {round}");
            fast.Units.Select(u => (u.Unit, u.Rank, u.Score, u.Projects, u.Red, u.Yellow, u.Snail, u.Exempt, u.None))
                .ShouldBe(PlainUnits.Table(plain, projects, random.Units), $"seed {seed}, round {round}");
            previous = new PlainPrevious?[projects.Count];
            foreach (var row in plain.Where(_ => !random.Once(10)))
                previous[row.Project] = new PlainPrevious(row.Flag, row.Reasons, row.D, row.Slip);
        }
    }

    private static string[] Written(List<PlainResult> plain) => [.. plain.Select(r => string.Join(
        ' ', r.Project, r.Lane, r.Flag, string.Join('|', r.Reasons), r.Rank, Text(r.Score), string.Join(',', r.Points.Select(Text)), r.PcTwelfths, r.Ytd, Text(r.D), r.Slip))];

    private static string[] Written(Settlement s)
    {
        var rules = RuleSetDocument.Default.Rules;
        return [.. s.Listing.Select(at => string.Join(
            ' ', s.Project[at], rules.Lanes[s.Lane[at]].Code, s.Flag[at],
            string.Join('|', rules.FlagRows.Where((_, row) => (s.Reasons[at] >> row & 1) == 1).Select(row => row.Code)), s.Rank[at], Text(Defined(s.Score[at])),
            string.Join(',', s.Points.Select(points => Text(Defined(points[at])))), s.PlannedCumulativeTwelfths[at], s.YearToDate[at], Text(Defined(s.Deviation[at])), s.Slip[at]))];
    }

    private static long? Defined(long value) => value == Settlement.Undefined ? null : value;

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
