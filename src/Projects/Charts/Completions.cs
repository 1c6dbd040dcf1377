using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Charts;

/// <summary>What each project of a season has invested this year by its latest report, kept until the register changes.</summary>
public sealed class Completions
{
    private readonly ConcurrentDictionary<int, (long Change, IReadOnlyDictionary<string, long> Yuan)> known = new();

    /// <summary>元 by project; a project without reports is absent.</summary>
    /// <param name="change">The last change of the register that is looked at.</param>
    public async Task<IReadOnlyDictionary<string, long>> Of(SaimaDb db, int season, long change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (known.TryGetValue(season, out var kept) && kept.Change == change)
        {
            return kept.Yuan;
        }

        var reports = db.Set<ReportFact>().Where(report => report.Season == season && report.SupersededBy == null && !report.Withdrawn);
        var latest = reports.GroupBy(report => report.Project).Select(project => new { Project = project.Key, Month = project.Max(report => report.Month) });
        var yuan = await reports.Join(latest, report => new { report.Project, report.Month }, last => new { last.Project, last.Month }, (report, _) => new { report.Project, report.YearToDate })
            .ToDictionaryAsync(report => report.Project, report => report.YearToDate, cancel);
        known[season] = (change, yuan);
        return yuan;
    }
}
