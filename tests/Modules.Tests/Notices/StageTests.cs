using CsCheck;
using Saima.Kernel.Time;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Reminders;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Notices;

public sealed class StageTests
{
    // The spring festival of 2024: off from 10 to 17 February, worked on Sunday 4 and 18 February.
    private static readonly WorkingCalendar Days = new(Enumerable.Range(10, 8).ToDictionary(day => new DateOnly(2024, 2, day), _ => false)
        .Concat([new(new(2024, 2, 4), true), new(new(2024, 2, 18), true)]).ToDictionary(pair => pair.Key, pair => pair.Value));

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, null)]
    [InlineData(8, Stage.ThreeDays)]
    [InlineData(9, Stage.ThreeDays)]
    [InlineData(17, Stage.ThreeDays)]
    [InlineData(18, Stage.OneDay)]
    [InlineData(19, Stage.OneDay)]
    [InlineData(20, Stage.Overdue)]
    public void Stages_are_counted_in_working_days_across_a_holiday_with_days_worked_instead(int day, Stage? stage) =>
        Stages.Of(new(2024, 2, 19), new(2024, 2, day), Days).ShouldBe(stage);

    [Theory]
    [InlineData("2024-03-05", null)]
    [InlineData("2024-03-06", Stage.ThreeDays)]
    [InlineData("2024-03-08", Stage.OneDay)]
    [InlineData("2024-03-10", Stage.OneDay)]
    [InlineData("2024-03-11", Stage.OneDay)]
    [InlineData("2024-03-12", Stage.Overdue)]
    public void Of_a_Monday_one_is_reminded_on_Wednesday_and_on_Friday(string day, Stage? stage) =>
        Stages.Of(new(2024, 3, 11), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Days).ShouldBe(stage);

    [Fact]
    public void Quiet_hours_end_at_the_first_moment_that_is_not_quiet()
    {
        var hours = Gen.Select(Gen.Int[0, QuietHours.Day - 1], Gen.Int[0, QuietHours.Day - 1], Gen.Bool);
        Gen.Select(hours, Gen.Int[0, 30 * QuietHours.Day]).Sample((typed, minute) =>
        {
            var quiet = new QuietHours(typed.Item1, typed.Item2, typed.Item3);
            var asked = new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var next = quiet.Next(asked, Days);
            next.Offset.ShouldBe(TimeSpan.Zero);
            next.ShouldBeGreaterThanOrEqualTo(asked);
            IsQuiet(quiet, next).ShouldBeFalse();
            for (var before = asked; before < next; before = before.AddMinutes(30))
            {
                IsQuiet(quiet, before).ShouldBeTrue();
            }

            quiet.Next(next, Days).ShouldBe(next);
        }, iter: 2000);
    }

    private static bool IsQuiet(QuietHours quiet, DateTimeOffset moment)
    {
        var local = moment.ToOffset(TimeSpan.FromHours(8));
        var minute = (int)local.TimeOfDay.TotalMinutes;
        return (quiet.WorkingDaysOnly && !Days.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)))
            || (quiet.From < quiet.To ? minute >= quiet.From && minute < quiet.To : quiet.From > quiet.To && (minute >= quiet.From || minute < quiet.To));
    }
}
