using CsCheck;
using Saima.Engines.Scoring;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Scoring;

public sealed class RankingTests
{
    private static readonly Curve Rate = new(Metric.CompletionRate, [new Corner(0, 0), new Corner(1_000_000, 100_000_000)]);

    [Fact]
    public void Ties_share_a_rank_and_the_next_is_skipped()
    {
        var settled = RaceScoring.Settle(TinyRound.Facts((100, 50), (100, 90), (200, 100), (100, 10)), TinyRound.Rules(Rate), TinyRound.Frame);

        // Half of 200 is the larger sum: it is listed first though the rank is shared.
        settled.Listing.ShouldBe([1, 2, 0, 3]);
        settled.Rank.ShouldBe([2, 1, 2, 4]);
    }

    [Fact]
    public void Equal_scores_are_listed_by_larger_sum_then_larger_rate_then_id()
    {
        var settled = RaceScoring.Settle(
            TinyRound.Facts((300, 60), (0, 60), (200, 60), (200, 60), (10, 70), (5, 0), (0, 0), (7, 0)), TinyRound.Rules(TinyRound.Constant(1)), TinyRound.Frame);

        settled.Listing.ShouldBe([4, 2, 3, 0, 1, 5, 7, 6]);
        settled.Rank.ShouldAllBe(rank => rank == 1);
    }

    [Fact]
    public void Large_lanes_are_sorted_like_small_ones() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Int[0, int.MaxValue], Gen.Int[1, 2000]).Sample((count, seed, range) =>
        {
            var chance = new Random(seed);
            (long Plan, long Ytd)[] projects = [.. Enumerable.Range(0, count).Select(_ => ((long)chance.Next(0, range), (long)chance.Next(0, range)))];

            var settled = RaceScoring.Settle(TinyRound.Facts(projects), TinyRound.Rules(Rate), TinyRound.Frame, threads: 1 + (seed % 3));

            settled.Listing.ShouldBe(Enumerable.Range(0, count)
                .OrderBy(p => projects[p].Plan == 0).ThenByDescending(p => projects[p].Plan == 0 ? 0 : settled.Score[p])
                .ThenByDescending(p => projects[p].Plan == 0 ? 0 : projects[p].Ytd).ThenBy(p => projects[p].Ytd == 0 ? 0 : projects[p].Plan).ThenBy(p => p));
        }, iter: 60);

    [Fact]
    public void A_project_without_any_defined_measure_is_listed_last_without_a_rank()
    {
        var settled = RaceScoring.Settle(TinyRound.Facts((0, 5), (100, 50), (0, 9)), TinyRound.Rules(Rate), TinyRound.Frame);

        settled.Listing.ShouldBe([1, 0, 2]);
        settled.Rank.ShouldBe([0, 1, 0]);
        settled.Score.ShouldBe([Settlement.Undefined, 50_000_000, Settlement.Undefined]);
        settled.Units[0].Score.ShouldBe(50_000_000);
    }
}
