using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>A step of a plan under way.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Reason">Needed to send it back.</param>
public sealed record PlanStep(long Id, int Seen, PlanAction Action, string? Reason);

/// <summary>Checks a plan, approves it as a baseline or sends it back. What is approved is written into the register in the same transaction, as far as it counts by now.</summary>
public static class MovePlan
{
    private const int LongestReason = 200;

    public static async Task<Outcome<BaselinePlan>> Run(SaimaDb db, TimeProvider time, FrozenRounds frozen, Actor actor, PlanStep step, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(frozen);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(step);
        var reason = (step.Reason ?? "").Trim();
        if (step.Action == PlanAction.Return && reason.Length is 0 or > LongestReason)
        {
            return PlanRefusals.NoReason;
        }

        await using var writing = await RegisterWriting.Begin(db, cancel);
        var plan = await db.Set<BaselinePlan>().SingleOrDefaultAsync(one => one.Id == step.Id, cancel);
        var unit = plan is null ? null : await db.Set<ProjectFact>().Where(fact => fact.Season == plan.Season && fact.Project == plan.Project && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Unit).SingleOrDefaultAsync(cancel);
        if (plan is null || unit is null)
        {
            return PlanRefusals.Gone;
        }

        if (plan.Revision != step.Seen)
        {
            return PlanRefusals.Moved;
        }

        if (PlanMachine.Move(plan, step.Action, actor, unit) is { Refusal: { } refusal })
        {
            return refusal;
        }

        var last = await frozen.Last(db, plan.Season, cancel);
        var first = !await db.Set<BaselinePlan>().AnyAsync(one => one.Season == plan.Season && one.Project == plan.Project && one.State == PlanState.Approved, cancel);
        if (step.Action == PlanAction.Approve && !first && plan.CountsFrom <= last)
        {
            return PlanRefusals.RoundFrozen(plan.CountsFrom, last + 1);
        }

        var (now, before) = (time.GetUtcNow(), plan.State);
        Note(plan, step.Action, actor, now, reason);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return PlanRefusals.Moved;
        }

        db.ChangeTracker.Clear();
        var line = new LedgerLine($"projects.plan-{step.Action.ToString().ToLowerInvariant()}", $"plans/{plan.Season}/{plan.Project}/{plan.Version}", reason.Length > 0 ? reason : plan.Reason,
            $$"""{"state":"{{before}}"}""", $$"""{"state":"{{plan.State}}","countsFrom":{{plan.CountsFrom}}}""");
        if (step.Action == PlanAction.Approve && (first || plan.CountsFrom <= last + 1))
        {
            var import = new ImportOrder(plan.Season, null, actor.Name, plan.Reason) { Kind = RegisterChange.Decision, Also = [line] };
            await ImportFacts.Write(writing, time, import, ApplyBaselines.Facts(plan.Season, [plan]), null, cancel);
            return plan;
        }

        await AppendToLedger.Run(db, now, actor.Name, [line], cancel);
        await writing.Commit(cancel);
        return plan;
    }

    private static void Note(BaselinePlan plan, PlanAction action, Actor actor, DateTimeOffset now, string reason)
    {
        (plan.State, plan.Revision) = (PlanMachine.Next(plan.State, action)!.Value, plan.Revision + 1);
        if (action == PlanAction.Check)
        {
            (plan.CheckedBy, plan.CheckedName, plan.CheckedAt) = (actor.Id, actor.Name, now);
            return;
        }

        (plan.DecidedBy, plan.DecidedName, plan.DecidedAt) = (actor.Id, actor.Name, now);
        plan.ReturnReason = action == PlanAction.Return ? reason : null;
    }
}
