using System.Numerics;
using CsCheck;
using Saima.Engines.Scoring;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Scoring;

public sealed class ExactnessTests
{
    private static readonly Gen<long> Amounts = Gen.OneOf(Gen.Long[0, 1000], Gen.Long[0, 1_000_000_000], Gen.Long[0, RoundFacts.LargestAmount], Gen.Const(RoundFacts.LargestAmount));

    [Fact]
    public void A_bound_is_decided_exactly_however_close_the_quotient_comes() =>
        Gen.Select(Amounts, Amounts, Gen.Int[-2, 2], Gen.Bool).Sample((plan, ytd, step, inclusive) =>
        {
            plan = Math.Max(1, plan);
            // The bound is the rounded quotient itself or a step beside it: a double cannot tell them apart.
            var bound = (long)BigInteger.Min(((BigInteger)ytd * 1_000_000 / plan) + step, long.MaxValue);
            var rules = TinyRound.Rules(
                TinyRound.Constant(0),
                TinyRound.Row(Flag.Yellow, "LOW", new Condition.Within(Metric.CompletionRate, new Bound(bound, inclusive), null)),
                TinyRound.Row(Flag.Yellow, "HIGH", new Condition.Within(Metric.CompletionRate, null, new Bound(bound, inclusive))));

            var reasons = RaceScoring.Settle(TinyRound.Facts((plan, ytd)), rules, TinyRound.Frame).Reasons[0];

            var sign = ((BigInteger)ytd * 1_000_000).CompareTo((BigInteger)bound * plan);
            ((reasons & 1) != 0).ShouldBe(sign > 0 || (sign == 0 && inclusive));
            ((reasons & 2) != 0).ShouldBe(sign < 0 || (sign == 0 && inclusive));
        }, iter: 20_000);

    [Fact]
    public void Points_are_the_exact_fraction_rounded_half_up() =>
        Gen.Select(Amounts, Amounts, Gen.Long[1, 5_000_000], Gen.Long[0, RuleLimits.LargestPoints]).Sample((plan, ytd, run, top) =>
        {
            plan = Math.Max(1, plan);
            var rules = TinyRound.Rules(new Curve(Metric.CompletionRate, [new Corner(0, 7), new Corner(run, top)]));

            var points = RaceScoring.Settle(TinyRound.Facts((plan, ytd)), rules, TinyRound.Frame).Points[0][0];

            BigInteger x = (BigInteger)ytd * 1_000_000, end = (BigInteger)run * plan;
            var (up, under) = x >= end ? (new BigInteger(top), BigInteger.One) : ((7 * end) + (x * (top - 7)), end);
            points.ShouldBe((long)(((2 * up) + under) / (2 * under)));
        }, iter: 20_000);

    [Theory]
    [InlineData(8, 0, -100_000_000)]
    [InlineData(3_200_000_000, 3_200_000_001, 0)]
    [InlineData(200_000_000, 200_000_001, 1)]
    [InlineData(200_000_000, 199_999_999, -1)]
    [InlineData(300_000_000, 300_000_001, 0)]
    [InlineData(0, 5, Settlement.Undefined)]
    [InlineData(1, RoundFacts.LargestAmount, long.MaxValue)]
    public void D_is_rounded_half_away_from_zero(long plan, long ytd, long expected) =>
        RaceScoring.Settle(TinyRound.Facts((plan, ytd)), TinyRound.Rules(TinyRound.Constant(0)), TinyRound.Frame).Deviation[0].ShouldBe(expected);

    [Fact]
    public void The_largest_amounts_overflow_nothing()
    {
        var rules = TinyRound.Rules(new Curve(Metric.ProgressRatio, [new Corner(0, 0), new Corner(1_000_000_000_000_000, RuleLimits.LargestPoints)]));
        (long, long)[] projects = [.. Enumerable.Repeat((RoundFacts.LargestAmount, RoundFacts.LargestAmount), 2000)];

        var settled = RaceScoring.Settle(TinyRound.Facts(projects), rules, TinyRound.Frame);

        // A ratio of 1 on a curve that reaches a million points at a thousand million.
        settled.Points[0].ShouldAllBe(points => points == 1000);
        settled.Units[0].Score.ShouldBe(1000);
    }
}
