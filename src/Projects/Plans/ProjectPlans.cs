using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>The plans of a project: its baselines and what is under way.</summary>
/// <param name="Plans">All of them, the latest first.</param>
public sealed record ProjectPlans(IReadOnlyList<BaselinePlan> Plans)
{
    /// <summary>Approved ones, the first first.</summary>
    public IReadOnlyList<BaselinePlan> Baselines { get; } = [.. Plans.Where(plan => plan.State == PlanState.Approved).OrderBy(plan => plan.Version)];

    public BaselinePlan? UnderWay => Plans.FirstOrDefault(plan => plan.State is PlanState.Submitted or PlanState.Checked);

    /// <summary>The baseline that counts for a round: the latest decided of those that count from it or from an earlier one.</summary>
    public BaselinePlan? At(int round) => Baselines.LastOrDefault(plan => plan.CountsFrom <= round);

    /// <summary>The first baseline, cumulative by month, where another one took its place.</summary>
    public IReadOnlyList<long>? Before => Baselines.Count > 1 ? PlanContent.Of(Baselines[0]).Cumulative() : null;

    public static async Task<ProjectPlans> Read(SaimaDb db, int season, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new(await db.Set<BaselinePlan>().AsNoTracking().Where(plan => plan.Season == season && plan.Project == project).OrderByDescending(plan => plan.Version).ToListAsync(cancel));
    }

    /// <summary>What a plan of the project is held against.</summary>
    public async Task<PlanGround> Ground(SaimaDb db, FrozenRounds frozen, int season, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(frozen);
        var milestones = await db.Set<MilestoneFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Project == project && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Name).ToListAsync(cancel);
        return new(season, Baselines.Count == 0 ? null : PlanContent.Of(Baselines[^1]), milestones, await frozen.Last(db, season, cancel));
    }
}
