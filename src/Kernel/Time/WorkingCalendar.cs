namespace Saima.Kernel.Time;

/// <summary>Working days: Monday to Friday but for days off 休, and the days worked instead 班.</summary>
/// <param name="exceptions">By day, whether it is worked.</param>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, bool> exceptions)
{
    public bool IsWorkingDay(DateOnly day) =>
        exceptions.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The nth working day after the day, which itself does not count; the day itself for none.</summary>
    public DateOnly WorkingDayAfter(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The nth working day before the day, which itself does not count; the day itself for none.</summary>
    public DateOnly WorkingDayBefore(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            workingDays -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
