using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Listing;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>The register's list says of each project how its plan stands, and finds those without a baseline.</summary>
internal sealed class PlanFacet : ProjectFacet
{
    private const string None = "none";
    private const string Changed = "changed";

    private static readonly FacetValue[] Values =
    [
        new(None, PlanWords.None), new("submitted", PlanWords.State(PlanState.Submitted)), new("checked", PlanWords.State(PlanState.Checked)), new("returned", PlanWords.State(PlanState.Returned)),
        new("approved", new("已有基线", "has a baseline")), new(Changed, new("基线已调整", "re-baselined")),
    ];

    public override string Key => "baseline";

    public override Phrase Title => PlanWords.Facet;

    public override async Task<string> Version(SaimaDb db, int season, CancellationToken cancel)
    {
        var last = await db.Set<RegisterChange>().MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        var steps = await db.Set<BaselinePlan>().Where(plan => plan.Season == season).SumAsync(plan => plan.Revision, cancel);
        return FormattableString.Invariant($"{last}/{steps}");
    }

    public override async Task<FacetReading> Read(SaimaDb db, int season, CancellationToken cancel)
    {
        var plans = (await db.Set<BaselinePlan>().AsNoTracking().Where(plan => plan.Season == season).Select(plan => new { plan.Project, plan.Version, plan.State }).ToListAsync(cancel)).ToLookup(plan => plan.Project);
        var projects = await db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Project).ToListAsync(cancel);
        return new(Values, projects.ToDictionary(project => project, project =>
        {
            var last = plans[project].MaxBy(plan => plan.Version);
            return last is null ? None
                : last.State != PlanState.Approved ? last.State.ToString().ToLowerInvariant()
                : plans[project].Count(plan => plan.State == PlanState.Approved) > 1 ? Changed : "approved";
        }));
    }
}
