using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Profile;

/// <summary>Everything the books of a season say of one project.</summary>
public sealed record ProjectProfile
{
    public required ProjectFact Project { get; init; }

    /// <summary>Name of the responsible unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Monthly plans in the order of months.</summary>
    public required IReadOnlyList<PlanFact> Plans { get; init; }

    public required IReadOnlyList<ReportFact> Reports { get; init; }

    /// <summary>In the order of their planned days.</summary>
    public required IReadOnlyList<MilestoneFact> Milestones { get; init; }

    public required IReadOnlyList<IssueFact> Issues { get; init; }

    public required IReadOnlyList<FindingFact> Findings { get; init; }

    public required IReadOnlyList<IdentifierFact> Identifiers { get; init; }

    public required IReadOnlyList<LineageFact> Lineage { get; init; }

    /// <returns>Empty if the season's books do not have the project, or no longer.</returns>
    public static async Task<ProjectProfile?> Read(SaimaDb db, int season, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var current = await Of<ProjectFact>(db, season).SingleOrDefaultAsync(fact => fact.Project == project, cancel);
        if (current is null)
        {
            return null;
        }

        var unit = await Of<UnitFact>(db, season).Where(fact => fact.Code == current.Unit).Select(fact => fact.Name).FirstOrDefaultAsync(cancel);
        return new()
        {
            Project = current,
            Unit = unit ?? current.Unit,
            Plans = await Of<PlanFact>(db, season).Where(fact => fact.Project == project).OrderBy(fact => fact.Month).ToListAsync(cancel),
            Reports = await Of<ReportFact>(db, season).Where(fact => fact.Project == project).OrderBy(fact => fact.Month).ToListAsync(cancel),
            Milestones = await Of<MilestoneFact>(db, season).Where(fact => fact.Project == project).OrderBy(fact => fact.PlannedOn).ThenBy(fact => fact.Name).ToListAsync(cancel),
            Issues = await Of<IssueFact>(db, season).Where(fact => fact.Project == project).OrderBy(fact => fact.DueOn).ThenBy(fact => fact.Title).ToListAsync(cancel),
            Findings = await Of<FindingFact>(db, season).Where(fact => fact.Project == project).OrderBy(fact => fact.FoundOn).ToListAsync(cancel),
            Identifiers = await Current<IdentifierFact>(db).Where(fact => fact.Project == project).OrderBy(fact => fact.ValidFrom).ThenBy(fact => fact.Value).ToListAsync(cancel),
            Lineage = await Current<LineageFact>(db).Where(fact => fact.Predecessor == project || fact.Successor == project).OrderBy(fact => fact.OccurredOn).ToListAsync(cancel),
        };
    }

    private static IQueryable<T> Of<T>(SaimaDb db, int season)
        where T : SeasonFact => Current<T>(db).Where(fact => fact.Season == season);

    private static IQueryable<T> Current<T>(SaimaDb db)
        where T : FactVersion => db.Set<T>().AsNoTracking().Where(fact => fact.SupersededBy == null && !fact.Withdrawn);
}
