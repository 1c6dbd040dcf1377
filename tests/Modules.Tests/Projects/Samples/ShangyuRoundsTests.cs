using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Packages;
using Saima.Projects.Samples.Shangyu;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Samples;

/// <summary>The six rounds of the committed sample by the real reader, rules and engine, each after the one before.</summary>
public sealed class ShangyuRoundsTests
{
    // Fifth working day after each cut-off by the official calendar of 2023, counted by hand.
    private static readonly string[] Deadlines = ["2023-03-07", "2023-05-09", "2023-07-07", "2023-09-07", "2023-11-07", "2024-01-08"];

    private static readonly Lazy<DataPackage> Package = new(() =>
    {
        var reading = PackageReader.Read(ShangyuSampleTests.Committed);
        reading.Problems.ShouldBeEmpty();
        return reading.Package.ShouldNotBeNull();
    });

    private static readonly Lazy<Settlement[]> Rounds = new(() =>
    {
        var rounds = new Settlement[6];
        for (var round = 0; round < 6; round++)
        {
            var deadline = DateOnly.ParseExact(Deadlines[round], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            rounds[round] = RaceScoring.Settle(
                Package.Value.Facts, RuleSetDocument.Default.Rules, new(2023, round + 1, deadline.DayNumber), round == 0 ? null : Previous(rounds[round - 1]));
        }

        return rounds;
    });

    [Fact]
    public void Over_six_rounds_the_flags_add_up_to_what_the_district_published()
    {
        int Count(Flag flag) => Rounds.Value.Sum(round => round.Flag.Take(round.Count).Count(f => f == flag));

        Count(Flag.Red).ShouldBe(275);
        Count(Flag.Yellow).ShouldBe(51);
        Count(Flag.Snail).ShouldBe(24);
        Count(Flag.None).ShouldBe(139);
        Count(Flag.Exempt).ShouldBe(14);
    }

    [Fact]
    public void Each_invented_project_fares_as_its_story_tells()
    {
        var stories = Stories.OfRealUnits.Concat(Stories.OfInventedUnits).ToDictionary(story => story.Name);
        foreach (var (round, project, at) in All())
        {
            if (stories.TryGetValue(Package.Value.ProjectNames[project]!, out var story))
            {
                var letter = story.Rounds[round];
                Rounds.Value[round].Flag[at].ShouldBe(
                    Story.Red.Contains(letter) ? Flag.Red : Story.Yellow.Contains(letter) ? Flag.Yellow
                        : Story.Snail.Contains(letter) ? Flag.Snail : Story.Exempt.Contains(letter) ? Flag.Exempt : Flag.None,
                    $"{story.Name}, round {round + 1}");
            }
        }
    }

    [Fact]
    public void No_real_project_or_unit_has_a_bad_flag_or_an_overdue_state()
    {
        var seen = 0;
        foreach (var (round, project, at) in All())
        {
            var settled = Rounds.Value[round];
            var real = !Package.Value.ProjectNames[project]!.StartsWith("示例", StringComparison.Ordinal);
            var onRealUnit = !Package.Value.UnitNames[Package.Value.Facts.Unit[project]]!.StartsWith("示例", StringComparison.Ordinal);
            if (real || onRealUnit)
            {
                seen++;
                settled.Flag[at].ShouldBeOneOf(Flag.Red, Flag.Exempt);
                Reasons(settled.Reasons[at]).ShouldBe([settled.Flag[at] == Flag.Red ? "MET_ALL" : "NEWLY_LISTED"]);
                settled.Overdue[at].ShouldBe(0);
                settled.Slip[at].ShouldBe(0);
                if (!real)
                {
                    settled.Score[at].ShouldBe(100_000_000);
                }
            }
        }

        seen.ShouldBe((21 * 6) + 2);
    }

    [Fact]
    public void Every_lane_every_flag_and_every_reason_occurs()
    {
        var rules = RuleSetDocument.Default.Rules;
        var lanes = All().Select(row => rules.Lanes[Rounds.Value[row.Round].Lane[row.At]].Code).Distinct();
        var reasons = All().SelectMany(row => Reasons(Rounds.Value[row.Round].Reasons[row.At])).Distinct();

        lanes.Order().ShouldBe(rules.Lanes.Select(lane => lane.Code).Where(code => code != "attract").Order());
        reasons.Order().ShouldBe(rules.FlagRows.Select(row => row.Code).Order());
    }

    private static IEnumerable<(int Round, int Project, int At)> All() =>
        Rounds.Value.SelectMany((settled, round) => Enumerable.Range(0, settled.Count).Select(at => (round, settled.Project[at], at)));

    private static string[] Reasons(ulong bits) => [.. RuleSetDocument.Default.Rules.FlagRows.Where((_, row) => (bits >> row & 1) == 1).Select(row => row.Code)];

    private static PreviousRound Previous(Settlement settled)
    {
        var count = Package.Value.Facts.ProjectCount;
        var previous = new PreviousRound { Present = new bool[count], Flag = new Flag[count], Reasons = new string[count][], D = new long?[count], Slip = new int[count] };
        for (var at = 0; at < settled.Count; at++)
        {
            var project = settled.Project[at];
            (previous.Present[project], previous.Flag[project], previous.Slip[project]) = (true, settled.Flag[at], settled.Slip[at]);
            previous.Reasons[project] = Reasons(settled.Reasons[at]);
            previous.D[project] = settled.Deviation[at] == Settlement.Undefined ? null : settled.Deviation[at];
        }

        return previous;
    }
}
