using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Objections;

/// <summary>The steps an objection may take and who may take them: it is never decided by who handed it in, by who settled the round or by anybody of the unit.</summary>
public static class ObjectionMachine
{
    /// <summary>The state a step leads to from a state; empty if there is no such step.</summary>
    public static ObjectionState? Next(ObjectionState? state, ObjectionAction action) => (state, action) switch
    {
        (null, ObjectionAction.Submit) => ObjectionState.Submitted,
        (ObjectionState.Submitted, ObjectionAction.Receive) => ObjectionState.Received,
        (ObjectionState.Submitted, ObjectionAction.Refuse) => ObjectionState.NotAdmitted,
        (ObjectionState.Received, ObjectionAction.Decide) => ObjectionState.Decided,
        (ObjectionState.Submitted or ObjectionState.Received, ObjectionAction.Withdraw) => ObjectionState.Withdrawn,
        _ => null,
    };

    /// <summary>Whether somebody holds a duty in the unit itself or in one above it that is not the whole district.</summary>
    public static bool BelongsTo(Actor actor, string unit)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Duties.Any(duty => duty.Covers?.Contains(unit) == true);
    }

    /// <param name="scorers">Ids of those who settled an edition of the round.</param>
    /// <returns>The state after the step, or why it is not taken.</returns>
    public static Outcome<ObjectionState?> Move(Objection objection, ObjectionAction action, Actor actor, IReadOnlySet<string> scorers)
    {
        ArgumentNullException.ThrowIfNull(objection);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(scorers);
        if (Next(objection.State, action) is not { } next)
        {
            return ObjectionRefusals.NoSuchStep(objection.State, action);
        }

        if (action == ObjectionAction.Withdraw)
        {
            return objection.SubmittedBy == actor.Id ? (ObjectionState?)next : ObjectionRefusals.NotYours(action);
        }

        return !actor.Holds(Role.ProjectOffice, objection.Unit) ? ObjectionRefusals.NotYours(action)
            : objection.SubmittedBy == actor.Id ? ObjectionRefusals.SamePerson
            : BelongsTo(actor, objection.Unit) ? ObjectionRefusals.OfTheUnit
            : scorers.Contains(actor.Id) || objection.ScoredBy == actor.Id ? ObjectionRefusals.Scored
            : (ObjectionState?)next;
    }
}
