using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Projects.Register;
using Saima.Projects.Reporting;

namespace Saima.Projects.Evidence;

/// <summary>Evidence of a project as pages need it. Nobody sees more of it than of the project's reports.</summary>
public static class ReadEvidence
{
    /// <summary>A project whose evidence somebody may see.</summary>
    /// <param name="Writes">Whether they may add to it.</param>
    public sealed record Access(string Name, string Unit, bool Sees, bool Writes);

    /// <returns>Empty if the season has no such project.</returns>
    public static async Task<Access?> For(SaimaDb db, Actor actor, int season, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var found = await db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Project == project && fact.SupersededBy == null && !fact.Withdrawn)
            .Select(fact => new { fact.Name, fact.Unit, fact.Town }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var sees = FilingOverview.Sees(actor, found.Unit)
            || (actor.Holds(Role.Checker) && found.Town is { } town && (await FilingGrounds.Towns(db, season, cancel)).GetValueOrDefault(town) is { } unit && actor.Holds(Role.Checker, unit));
        return new(found.Name, found.Unit, sees, actor.WritesFor(found.Unit));
    }

    /// <summary>What is current, the latest first.</summary>
    public static IQueryable<ProjectEvidence> Current(SaimaDb db, int season, string project, EvidenceTarget? of = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        var current = db.Set<ProjectEvidence>().AsNoTracking().Where(one => one.Season == season && one.Project == project && !db.Set<ProjectEvidence>().Any(next => next.ReplacesId == one.Id));
        return (of is null ? current : current.Where(one => one.Purpose == of.Purpose && one.About == of.About)).OrderByDescending(one => one.Id);
    }

    /// <summary>How many current pieces there are, by what they prove.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> Counts(SaimaDb db, int season, string project, CancellationToken cancel) =>
        (await Current(db, season, project).Select(one => new { one.Purpose, one.About }).ToListAsync(cancel)).CountBy(one => new EvidenceTarget(one.Purpose, one.About).Key).ToDictionary();

    /// <summary>Every version of one piece, the latest first.</summary>
    public static async Task<IReadOnlyList<ProjectEvidence>> Versions(SaimaDb db, ProjectEvidence one, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(one);
        var all = await db.Set<ProjectEvidence>().AsNoTracking().Where(other => other.Season == one.Season && other.Project == one.Project && other.Purpose == one.Purpose && other.About == one.About).ToListAsync(cancel);
        var next = all.Where(other => other.ReplacesId is not null).ToDictionary(other => other.ReplacesId!.Value);
        var last = one;
        while (next.TryGetValue(last.Id, out var newer))
        {
            last = newer;
        }

        var byId = all.ToDictionary(other => other.Id);
        var versions = new List<ProjectEvidence>();
        for (ProjectEvidence? at = last; at is not null; at = at.ReplacesId is { } id ? byId.GetValueOrDefault(id) : null)
        {
            versions.Add(at);
        }

        return versions;
    }

    public static IReadOnlyList<RaisedFlag> Flags(ProjectEvidence one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Flags is { } json ? JsonSerializer.Deserialize<List<RaisedFlag>>(json)! : [];
    }

    /// <summary>The pieces its hints speak of.</summary>
    public static async Task<IReadOnlyList<ProjectEvidence>> Named(SaimaDb db, ProjectEvidence one, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = Flags(one).Select(flag => long.TryParse(flag.Use, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).ToList();
        return ids.Count == 0 ? [] : await db.Set<ProjectEvidence>().AsNoTracking().Where(other => ids.Contains(other.Id)).ToListAsync(cancel);
    }
}
