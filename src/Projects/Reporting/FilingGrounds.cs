using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Time;
using Saima.Projects.Deadlines;
using Saima.Projects.Register;

namespace Saima.Projects.Reporting;

/// <summary>A project of a sheet: what its report is checked against, and the report as it stands.</summary>
/// <param name="Registered">The register's report of the month, from an accepted report or from a data package.</param>
/// <param name="Planned">Of the month, 元.</param>
/// <param name="Town">Code of the unit the project lies in.</param>
/// <param name="Statistic">Year to date by the statistics, 元; it comes with their file and from nowhere else.</param>
public sealed record FilingRow(FilingGround Ground, string Unit, MonthlyFiling? Filing, IReadOnlyList<MilestoneFact> Milestones, ReportFact? Registered, long? Planned, long? Statistic, string? Town)
{
    /// <summary>Where the report stands on a day.</summary>
    public FilingState StateOn(DateOnly day, FilingCalendar window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return Filing?.State ?? (Registered is null ? window.Without(day) : FilingState.Accepted);
    }
}

/// <summary>Reads what the reports of a month are checked against: a fixed number of queries, however many projects. A project reports from the month in which it is listed.</summary>
public static class FilingGrounds
{
    /// <param name="units">Units whose projects are wanted; empty for all.</param>
    /// <param name="only">Projects that are wanted; empty for all.</param>
    public static async Task<IReadOnlyList<FilingRow>> Read(SaimaDb db, int season, Month month, IReadOnlyCollection<string>? units, CancellationToken cancel, IReadOnlyCollection<string>? only = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (number, before) = ((100 * month.Year) + month.Number, (100 * month.Plus(-1).Year) + month.Plus(-1).Number);
        var last = month.LastDay;
        var projects = await db.Set<ProjectFact>().AsNoTracking()
            .Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn && (fact.ListedOn == null || fact.ListedOn <= last) && (units == null || units.Contains(fact.Unit)) && (only == null || only.Contains(fact.Project)))
            .OrderBy(fact => fact.Unit).ThenBy(fact => fact.Project).ToListAsync(cancel);
        var ids = projects.Select(project => project.Project).ToList();
        var filings = await db.Set<MonthlyFiling>().AsNoTracking().Where(filing => filing.Season == season && (filing.Month == number || filing.Month == before) && ids.Contains(filing.Project)).ToListAsync(cancel);
        var reports = await db.Set<ReportFact>().AsNoTracking()
            .Where(fact => fact.Season == season && (fact.Month == before || fact.Month == number) && fact.SupersededBy == null && !fact.Withdrawn && ids.Contains(fact.Project)).ToDictionaryAsync(fact => (fact.Project, fact.Month), cancel);
        var plans = await db.Set<PlanFact>().AsNoTracking()
            .Where(fact => fact.Season == season && fact.Month == number && fact.SupersededBy == null && !fact.Withdrawn && ids.Contains(fact.Project)).ToDictionaryAsync(fact => fact.Project, fact => fact.Planned, cancel);
        var towns = await Towns(db, season, cancel);
        var statistics = await db.Set<StatisticFact>().AsNoTracking()
            .Where(fact => fact.Season == season && fact.Month == number && fact.SupersededBy == null && !fact.Withdrawn && ids.Contains(fact.Project)).ToDictionaryAsync(fact => fact.Project, fact => fact.YearToDate, cancel);
        var milestones = (await db.Set<MilestoneFact>().AsNoTracking()
            .Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn && ids.Contains(fact.Project)).ToListAsync(cancel)).ToLookup(fact => fact.Project);
        var mine = filings.Where(filing => filing.Month == number).ToDictionary(filing => filing.Project);
        var earlier = filings.Where(filing => filing.Month == before).ToDictionary(filing => filing.Project);
        return [.. projects.Select(project =>
        {
            var previous = earlier.GetValueOrDefault(project.Project);
            // What is under way counts before what was accepted: it is the newer word. In January a year begins.
            long? sum = month.Number == 1 ? 0 : previous is { State: not FilingState.Returned } ? previous.YearToDate : reports.TryGetValue((project.Project, before), out var report) ? report.YearToDate : null;
            var steps = milestones[project.Project].OrderBy(milestone => milestone.PlannedOn).ToList();
            var filing = mine.GetValueOrDefault(project.Project);
            return new FilingRow(
                new(project.Project, project.Name, number, project.TotalInvestment, project.OpeningCumulative, sum, previous is null ? null : FilingContent.Of(previous),
                    steps.Where(milestone => milestone.AchievedOn is null || (filing?.State == FilingState.Returned && milestone.AchievedOn is { } day && Month.Of(day).Index == month.Index)).Select(milestone => milestone.Name).ToHashSet()),
                project.Unit, filing, steps, reports.GetValueOrDefault((project.Project, number)), plans.TryGetValue(project.Project, out var planned) ? planned : null,
                statistics.TryGetValue(project.Project, out var counted) ? counted : null, project.Town is { } town ? towns.GetValueOrDefault(town) : null);
        })];
    }

    /// <summary>Codes of the units by what they are called: a project names its town.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Towns(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var units = await db.Set<UnitFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => new { fact.Code, fact.Name }).ToListAsync(cancel);
        return units.GroupBy(unit => unit.Name).ToDictionary(name => name.Key, name => name.First().Code);
    }
}
