using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Plans;

/// <summary>The steps a plan may take, who may take them, and that no two of them are of one person.</summary>
public static class PlanMachine
{
    /// <summary>The state a step leads to from a state; empty if there is no such step. A plan is handed in as a new one.</summary>
    public static PlanState? Next(PlanState? state, PlanAction action) => (state, action) switch
    {
        (null, PlanAction.Submit) => PlanState.Submitted,
        (PlanState.Submitted, PlanAction.Check) => PlanState.Checked,
        (PlanState.Checked, PlanAction.Approve) => PlanState.Approved,
        (PlanState.Submitted or PlanState.Checked, PlanAction.Return) => PlanState.Returned,
        _ => null,
    };

    /// <summary>Whether somebody holds the duty for a step in a unit.</summary>
    public static bool May(Actor actor, PlanAction action, string unit)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return action switch
        {
            PlanAction.Submit => actor.Holds(Role.Reporter, unit),
            PlanAction.Check => actor.Holds(Role.Checker, unit),
            PlanAction.Approve => actor.Holds(Role.ProjectOffice, unit),
            _ => actor.Holds(Role.Checker, unit) || actor.Holds(Role.ProjectOffice, unit),
        };
    }

    /// <returns>The state after the step, or why it is not taken.</returns>
    public static Outcome<PlanState?> Move(BaselinePlan plan, PlanAction action, Actor actor, string unit)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(actor);
        return Next(plan.State, action) is not { } next ? PlanRefusals.NoSuchStep(plan.State, action)
            : !May(actor, action, unit) ? PlanRefusals.NotYours(action, unit)
            : action is PlanAction.Check or PlanAction.Approve && plan.SubmittedBy == actor.Id ? PlanRefusals.SamePerson(PlanAction.Submit, action)
            : action == PlanAction.Approve && plan.CheckedBy == actor.Id ? PlanRefusals.SamePerson(PlanAction.Check, action)
            : (PlanState?)next;
    }
}
