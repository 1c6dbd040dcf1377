using Saima.Kernel.Time;

namespace Saima.Modules.Notices.Channels;

/// <summary>免打扰: when nothing is sent, by the clock of China. In the app a reminder appears at once all the same.</summary>
/// <param name="From">Minute of the day from which nothing is sent.</param>
/// <param name="To">Minute from which it is sent again, the next day if it is not later than <paramref name="From"/>; the same for no quiet hours.</param>
/// <param name="WorkingDaysOnly">Nor on days off.</param>
public sealed record QuietHours(int From, int To, bool WorkingDaysOnly)
{
    public const int Day = 24 * 60;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>From 21:00 to 07:30.</summary>
    public static QuietHours Usual { get; } = new(21 * 60, (7 * 60) + 30, WorkingDaysOnly: false);

    /// <summary>The first moment from this one on at which something may be sent.</summary>
    public DateTimeOffset Next(DateTimeOffset moment, WorkingCalendar days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var local = moment.ToOffset(China);
        while (true)
        {
            var midnight = new DateTimeOffset(local.Date, China);
            var minute = (local - midnight).TotalMinutes;
            if (WorkingDaysOnly && !days.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)))
            {
                local = midnight.AddDays(1);
            }
            else if (From < To ? minute >= From && minute < To : From > To && minute < To)
            {
                return midnight.AddMinutes(To).ToUniversalTime();
            }
            else if (From > To && minute >= From)
            {
                local = midnight.AddDays(1);
            }
            else
            {
                return local.ToUniversalTime();
            }
        }
    }
}
