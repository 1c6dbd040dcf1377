using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>
/// Has the register hold, of each project, the baseline that counts for a round: asked for before the data of the round are frozen. Where it holds it already nothing is written.
/// </summary>
public static class ApplyBaselines
{
    private static readonly IReadOnlySet<string> OfProject = FactTable.Projects.Values.Select(column => column.Name).Where(name => name != "annual_plan").ToHashSet();
    private static readonly IReadOnlySet<string> OfMilestone = new HashSet<string> { "achieved_on" };

    /// <returns>The change that was written; empty if nothing differed.</returns>
    public static async Task<long?> Run(SaimaDb db, TimeProvider time, int season, int round, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var there = db.Set<ProjectFact>().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Project);
        var approved = await db.Set<BaselinePlan>().AsNoTracking().Where(plan => plan.Season == season && plan.State == PlanState.Approved && plan.CountsFrom <= round && there.Contains(plan.Project)).ToListAsync(cancel);
        if (approved.Count == 0)
        {
            return null;
        }

        var counting = approved.GroupBy(plan => plan.Project).Select(plans => plans.MaxBy(plan => plan.Version)!).ToList();
        var reason = FormattableString.Invariant($"第 {round} 轮按基线 round {round} by its baselines");
        var done = await ImportFacts.Run(db, time, new(season, null, by, reason) { Kind = RegisterChange.Decision }, Facts(season, counting), null, cancel);
        return done.ChangeId;
    }

    /// <summary>Baselines as facts of the register: plans, annual plans and planned days; all else of a project and of a milestone stays as it is.</summary>
    internal static IReadOnlyList<FactRows> Facts(int season, IReadOnlyList<BaselinePlan> plans)
    {
        var contents = plans.Select(plan => (plan.Project, Content: PlanContent.Of(plan))).ToList();
        var months = contents.SelectMany(plan => plan.Content.Months.Select((planned, at) => new object?[] { (long)season, plan.Project, (100L * season) + at + 1, planned })).ToList();
        var milestones = contents.SelectMany(plan => plan.Content.Milestones.Select(milestone => new object?[] { (long)season, plan.Project, milestone.Name, milestone.On, null })).ToList();
        var projects = contents.ConvertAll(plan => FactTable.Projects.Columns.Select(column => column.Name switch { "season" => (object?)(long)season, "project" => plan.Project, "annual_plan" => plan.Content.Annual, _ => null }).ToArray());
        return
        [
            new(FactTable.Plans, months.Count, months),
            new(FactTable.Milestones, milestones.Count, milestones) { Keeps = OfMilestone },
            new(FactTable.Projects, projects.Count, projects) { Keeps = OfProject },
        ];
    }
}
