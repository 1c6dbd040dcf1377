using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>Plans that wait for somebody's check or approval, or for being mended.</summary>
internal sealed class PlanTasks : TaskSource
{
    private const int Most = 200;

    public override async Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        if (!actor.HoldsAny(Roles.Writers))
        {
            return [];
        }

        var open = await (
            from plan in db.Set<BaselinePlan>().AsNoTracking()
            where plan.State != PlanState.Approved && !db.Set<BaselinePlan>().Any(later => later.Season == plan.Season && later.Project == plan.Project && later.Version > plan.Version)
            join project in db.Set<ProjectFact>() on new { plan.Season, plan.Project } equals new { project.Season, project.Project }
            where project.SupersededBy == null && !project.Withdrawn
            orderby plan.Id
            select new { Plan = plan, project.Name, project.Unit }).Take(Most).ToListAsync(cancel);
        return [.. open.Select(one => (one.Plan, one.Name, Action: Next(actor, one.Plan, one.Unit))).Where(one => one.Action is not null)
            .Select(one => new OpenTask($"plan/{one.Plan.Season}/{one.Plan.Project}/{one.Plan.Version}", PlanWords.Task(one.Action!.Value, one.Name), ProjectsLinks.Plan(one.Plan.Season, one.Plan.Project), null))];
    }

    private static PlanAction? Next(Actor actor, BaselinePlan plan, string unit) =>
        plan.State == PlanState.Returned ? PlanMachine.May(actor, PlanAction.Submit, unit) ? PlanAction.Submit : null
        : new PlanAction?[] { PlanAction.Check, PlanAction.Approve }.FirstOrDefault(action => PlanMachine.Move(plan, action!.Value, actor, unit).Refusal is null);
}
