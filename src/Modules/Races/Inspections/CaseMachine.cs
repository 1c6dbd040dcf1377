using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>The steps of a case, who may take them, and that nobody decides on what they found, confirmed or heard.</summary>
public static class CaseMachine
{
    /// <summary>The state a step leads to; empty if there is no such step.</summary>
    public static CaseState? Next(CaseState state, CaseAction action) => (state, action) switch
    {
        // The day may be moved until the unit is heard.
        (CaseState.Opened or CaseState.Notified, CaseAction.Notify) => CaseState.Notified,
        (CaseState.Notified or CaseState.Heard, CaseAction.State) => state,
        (CaseState.Notified, CaseAction.Hear) => CaseState.Heard,
        (CaseState.Heard, CaseAction.Decide) => CaseState.Decided,
        _ => null,
    };

    public static bool May(Actor actor, CaseAction action, string unit)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return action switch
        {
            CaseAction.State => actor.Holds(Role.Reporter, unit) || actor.Holds(Role.Checker, unit),
            CaseAction.Decide => actor.Holds(Role.Leader),
            _ => actor.Holds(Role.ProjectOffice),
        };
    }

    /// <returns>The state after the step, or why it is not taken.</returns>
    public static Outcome<CaseState?> Move(FalsificationCase one, CaseAction action, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(actor);
        return Next(one.State, action) is not { } next ? InspectionRefusals.NoSuchCaseStep(one.State, action)
            : !May(actor, action, one.Unit) ? InspectionRefusals.CaseNotYours(action)
            : action == CaseAction.Decide && (one.HeardById == actor.Id || one.Involved.Split('|').Contains(actor.Id, StringComparer.Ordinal)) ? InspectionRefusals.DecidesOwn
            : (CaseState?)next;
    }
}
