using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Time;
using Saima.Projects.Register;

namespace Saima.Projects.Deadlines;

/// <summary>When the reports of a season's months are handed in: its deadlines, counted in the working days of its books.</summary>
/// <param name="versions">All versions of the season's deadlines.</param>
public sealed class FilingCalendars(int season, WorkingCalendar days, IReadOnlyList<FilingDeadlines> versions)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<FilingDeadlines> Versions { get; } = [.. versions.OrderByDescending(version => version.Version)];

    public WorkingCalendar Days => days;

    public static async Task<FilingCalendars> Read(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = await db.Set<HolidayFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).ToListAsync(cancel);
        var versions = await db.Set<FilingDeadlines>().AsNoTracking().Where(version => version.Season == season).ToListAsync(cancel);
        return new(season, new(days.ToDictionary(day => day.Date, day => day.Kind == "work")), versions);
    }

    /// <summary>What holds for a month: the newest version that begins with it or before; the example where there is none.</summary>
    public FilingDeadlines InForce(Month month) => Versions.FirstOrDefault(version => new Month(season, version.FromMonth) <= month) ?? FilingDeadlines.Example(season);

    public FilingCalendar Of(Month month) => Of(month, InForce(month));

    /// <summary>The days of a month by one version, in force or not.</summary>
    public FilingCalendar Of(Month month, FilingDeadlines by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var own = month.Year == season ? by.Own().FirstOrDefault(days => days.Month == month.Number) : null;
        var closes = own?.Closes ?? days.WorkingDayAfter(month.LastDay, by.ReportDays);
        var check = days.WorkingDayAfter(closes, by.CheckDays);
        return new(own?.Opens ?? new(month.Year, month.Number, by.OpeningDay), closes, check, days.WorkingDayAfter(check, by.AcceptDays), by.Version);
    }
}
