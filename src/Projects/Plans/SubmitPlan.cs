using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>A plan as somebody hands it in.</summary>
/// <param name="Texts">By the fields of <see cref="ReadPlan"/>.</param>
public sealed record PlanOrder(int Season, string Project, Func<string, string?> Texts);

/// <summary>Hands in the plan of a project, or a change of its baseline: checked whole, every fault at once. One at a time is under way.</summary>
public static class SubmitPlan
{
    public static async Task<Outcome<BaselinePlan>> Run(SaimaDb db, TimeProvider time, FrozenRounds frozen, Actor actor, PlanOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(frozen);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        await using var writing = await RegisterWriting.Begin(db, cancel);
        var unit = await db.Set<ProjectFact>().Where(fact => fact.Season == order.Season && fact.Project == order.Project && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Unit).SingleOrDefaultAsync(cancel);
        if (unit is null)
        {
            return PlanRefusals.Gone;
        }

        if (!PlanMachine.May(actor, PlanAction.Submit, unit))
        {
            return PlanRefusals.NotYours(PlanAction.Submit, unit);
        }

        var plans = await ProjectPlans.Read(db, order.Season, order.Project, cancel);
        if (plans.UnderWay is not null)
        {
            return PlanRefusals.UnderWay;
        }

        var reading = new ReadPlan(await plans.Ground(db, frozen, order.Season, order.Project, cancel), order.Texts);
        var content = reading.Run();
        if (reading.Problems.Count > 0)
        {
            return PlanRefusals.Faulty(reading.Problems);
        }

        var plan = new BaselinePlan
        {
            Season = order.Season,
            Project = order.Project,
            Version = plans.Plans.Count == 0 ? 1 : plans.Plans[0].Version + 1,
            State = PlanState.Submitted,
            Revision = 1,
            Content = content.ToJson(),
            Reason = reading.Reason,
            Document = reading.Document,
            CountsFrom = reading.CountsFrom,
            SubmittedBy = actor.Id,
            SubmittedName = actor.Name,
            SubmittedAt = time.GetUtcNow(),
        };
        db.Add(plan);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return PlanRefusals.UnderWay;
        }

        var before = plans.Baselines.Count == 0 ? null : plans.Baselines[^1].Content;
        await AppendToLedger.Run(db, plan.SubmittedAt, actor.Name, [new("projects.plan-submit", $"plans/{plan.Season}/{plan.Project}/{plan.Version}", plan.Reason, before, plan.Content)], cancel);
        await writing.Commit(cancel);
        db.ChangeTracker.Clear();
        return plan;
    }
}
