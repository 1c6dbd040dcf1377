using CsCheck;
using Saima.Engines.Forecasting;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Forecasting;

public sealed class EarnedScheduleTests
{
    // By hand: plan 10, 30, 60, 100 by quarter; 45 earned after three: two quarters and 15 of the 30 of the third.
    [Fact]
    public void The_worked_example_stands_half_way_into_the_third_period()
    {
        var reading = EarnedSchedule.Read([10, 30, 60, 100], 45, 3);
        reading.Schedule.ShouldBe(2.5m);
        reading.Variance.ShouldBe(-0.5m);
        reading.Index!.Value.ShouldBe(2.5m / 3);
        reading.Estimate!.Value.ShouldBe(4.8m, 0.000001m);
    }

    [Fact]
    public void A_project_on_its_plan_has_index_one()
    {
        for (var at = 1; at <= 4; at++)
        {
            var reading = EarnedSchedule.Read([10, 30, 60, 100], new long[] { 10, 30, 60, 100 }[at - 1], at);
            (reading.Schedule, reading.Index, reading.Estimate).ShouldBe((at, 1, 4));
        }
    }

    [Fact]
    public void What_cannot_be_said_is_not_said()
    {
        EarnedSchedule.Read([0, 0], 5, 1).ShouldBe(new(2, 1, null, null, null));
        EarnedSchedule.Read([10, 20], 0, 1).ShouldBe(new(2, 1, 0, 0, null));
        EarnedSchedule.Read([10, 20], 25, 1).Schedule.ShouldBe(2);
        EarnedSchedule.Read([0, 0, 30], 0, 1).Schedule.ShouldBe(2);
        EarnedSchedule.Read([10, 20], -5, 1).Schedule.ShouldBe(0);
        Should.Throw<ArgumentException>(() => EarnedSchedule.Read([], 1, 1));
        Should.Throw<ArgumentException>(() => EarnedSchedule.Read([2, 1], 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => EarnedSchedule.Read([1], 1, 0));
    }

    [Fact]
    public void Who_earns_more_is_never_earlier_in_the_plan_and_the_curve_at_ES_gives_back_what_was_earned() =>
        Gen.Select(Gen.Long[0, 1_000_000].Array[1, 12], Gen.Long[0, 12_000_000], Gen.Long[0, 1_000_000]).Sample((months, earned, more) =>
        {
            var planned = new long[months.Length];
            for (var at = 0; at < planned.Length; at++)
            {
                planned[at] = (at == 0 ? 0 : planned[at - 1]) + months[at];
            }

            if (planned[^1] == 0)
            {
                return;
            }

            var here = EarnedSchedule.Read(planned, earned, 1).Schedule!.Value;
            EarnedSchedule.Read(planned, earned + more, 1).Schedule!.Value.ShouldBeGreaterThanOrEqualTo(here);
            var whole = (int)Math.Floor(here);
            var before = whole == 0 ? 0 : planned[whole - 1];
            var value = whole == planned.Length ? planned[^1] : before + ((here - whole) * (planned[whole] - before));
            value.ShouldBe(Math.Min(earned, planned[^1]), 0.01m);
        });
}
