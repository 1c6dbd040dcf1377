using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Time;
using Saima.Projects.Register;

namespace Saima.Modules.Notices.Reminders;

/// <summary>Which stage a task has reached, in working days: whoever is reminded on a Friday of a Monday still has a day to do it.</summary>
public static class Stages
{
    /// <summary>Working days before the last day at which the first reminder is made.</summary>
    private const int First = 3;

    /// <returns>Empty while it is too early. Only the latest stage counts: what was missed is not made up for.</returns>
    public static Stage? Of(DateOnly due, DateOnly today, WorkingCalendar days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return today > due ? Stage.Overdue
            : today >= days.WorkingDayBefore(due, 1) ? Stage.OneDay
            : today >= days.WorkingDayBefore(due, First) ? Stage.ThreeDays
            : null;
    }

    /// <summary>The working days of all seasons of the register; where two name a day, the later season holds.</summary>
    public static async Task<WorkingCalendar> Days(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = await db.Set<HolidayFact>().AsNoTracking().Where(day => day.SupersededBy == null && !day.Withdrawn).OrderBy(day => day.Season).Select(day => new { day.Date, day.Kind }).ToListAsync(cancel);
        return new(days.GroupBy(day => day.Date).ToDictionary(day => day.Key, day => day.Last().Kind == "work"));
    }
}
