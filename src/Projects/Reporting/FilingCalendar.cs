using Saima.Kernel.Time;

namespace Saima.Projects.Reporting;

/// <summary>When the reports of a month are handed in: from the 25th, until the fifth working day of the next month. An example that a district changes in its calendar.</summary>
/// <param name="Opens">First day on which a report is taken in.</param>
/// <param name="Closes">Last day on which it is in time.</param>
public sealed record FilingCalendar(DateOnly Opens, DateOnly Closes)
{
    private const int OpeningDay = 25;
    private const int WorkingDays = 5;

    public static FilingCalendar Of(Month month, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(new(month.Year, month.Number, OpeningDay), calendar.WorkingDayAfter(month.LastDay, WorkingDays));
    }

    /// <summary>Where a report stands of which nothing was submitted.</summary>
    public FilingState Without(DateOnly today) => today < Opens ? FilingState.NotDue : today <= Closes ? FilingState.Due : FilingState.Closed;

    public bool IsLate(DateOnly submitted) => submitted > Closes;
}
