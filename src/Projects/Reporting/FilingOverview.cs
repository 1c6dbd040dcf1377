using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Time;
using Saima.Projects.Deadlines;
using Saima.Projects.Register;

namespace Saima.Projects.Reporting;

/// <summary>How a unit stands with the reports of a month.</summary>
/// <param name="States">Reports by state; those that came with a data package count as accepted.</param>
/// <param name="Late">Of them, handed in after the last day.</param>
public sealed record UnitFilings(string Code, string Name, int Projects, IReadOnlyDictionary<FilingState, int> States, int Late)
{
    public int In(FilingState state) => States.GetValueOrDefault(state);

    /// <summary>Projects nobody reported on.</summary>
    public int Missing => Projects - States.Values.Sum();

    /// <summary>Reports that wait for somebody's check.</summary>
    public int Waiting => In(FilingState.Submitted) + In(FilingState.TownChecked) + In(FilingState.DeptChecked);
}

/// <summary>Who has reported and who has not: a fixed number of queries, counted by the database.</summary>
public static class FilingOverview
{
    /// <summary>Units whose reports somebody sees; empty for all of them.</summary>
    public static bool Sees(Actor actor, string unit)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.HoldsAny(Roles.District) || actor.Holds(Role.Reporter, unit) || actor.Holds(Role.Checker, unit);
    }

    public static async Task<IReadOnlyList<UnitFilings>> Read(SaimaDb db, Actor actor, int season, Month month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var number = (100 * month.Year) + month.Number;
        var last = month.LastDay;
        var projects = db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn && (fact.ListedOn == null || fact.ListedOn <= last));
        var filings = db.Set<MonthlyFiling>().AsNoTracking().Where(filing => filing.Season == season && filing.Month == number);
        var names = await db.Set<UnitFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => fact.Code, fact => fact.Name, cancel);
        var totals = await projects.GroupBy(project => project.Unit).Select(unit => new { unit.Key, Count = unit.Count() }).ToListAsync(cancel);
        var handed = (await (
            from filing in filings
            join project in projects on filing.Project equals project.Project
            group filing by new { project.Unit, filing.State, filing.Late } into unit
            select new { unit.Key, Count = unit.Count() }).ToListAsync(cancel)).ToLookup(unit => unit.Key.Unit);
        var registered = await (
            from report in db.Set<ReportFact>().AsNoTracking()
            where report.Season == season && report.Month == number && report.SupersededBy == null && !report.Withdrawn && !filings.Any(filing => filing.Project == report.Project)
            join project in projects on report.Project equals project.Project
            group report by project.Unit into unit
            select new { unit.Key, Count = unit.Count() }).ToDictionaryAsync(unit => unit.Key, unit => unit.Count, cancel);
        return [.. totals.Where(unit => Sees(actor, unit.Key)).Select(unit =>
        {
            var states = handed[unit.Key].GroupBy(row => row.Key.State).ToDictionary(state => state.Key, state => state.Sum(row => row.Count));
            states[FilingState.Accepted] = states.GetValueOrDefault(FilingState.Accepted) + registered.GetValueOrDefault(unit.Key);
            return new UnitFilings(unit.Key, names.GetValueOrDefault(unit.Key, unit.Key), unit.Count, states, handed[unit.Key].Where(row => row.Key.Late).Sum(row => row.Count));
        }).OrderByDescending(unit => unit.Missing).ThenBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    /// <summary>The month people report on now: the one whose window is open, else the last of the season that began.</summary>
    public static Month Current(int season, DateOnly today, FilingCalendars calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        var (first, last) = (new Month(season, 1), new Month(season, 12));
        var month = Month.Of(today).Plus(-1);
        if (calendars.Of(month).Closes < today && calendars.Of(month.Plus(1)).Opens <= today)
        {
            month = month.Plus(1);
        }

        return month < first ? first : month > last ? last : month;
    }
}
