using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>The steps an inspection may take, who may take them, and that whoever found confirms nothing.</summary>
public static class InspectionMachine
{
    /// <summary>The state a step leads to; empty if there is no such step.</summary>
    public static InspectionState? Next(InspectionState state, InspectionKind kind, InspectionGround ground, InspectionAction action) => (state, action) switch
    {
        (InspectionState.Planned or InspectionState.Visited, InspectionAction.CheckIn) when kind == InspectionKind.Site => InspectionState.Visited,
        (InspectionState.Planned, InspectionAction.Report) when kind == InspectionKind.Desk => InspectionState.Reported,
        (InspectionState.Visited, InspectionAction.Report) => InspectionState.Reported,
        (InspectionState.Reported, InspectionAction.Return) => kind == InspectionKind.Site ? InspectionState.Visited : InspectionState.Planned,
        (InspectionState.Reported, InspectionAction.Confirm) => InspectionState.Confirmed,
        // What chance drew is not given up: what cannot be found out is a finding too.
        (InspectionState.Planned or InspectionState.Visited, InspectionAction.Drop) when ground != InspectionGround.Random => InspectionState.Dropped,
        _ => null,
    };

    public static bool May(Actor actor, InspectionAction action)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return action is InspectionAction.Confirm or InspectionAction.Return ? actor.Holds(Role.ProjectOffice) || actor.Holds(Role.StatisticsVerifier) : actor.Holds(Role.ProjectOffice);
    }

    /// <returns>The state after the step, or why it is not taken.</returns>
    public static Outcome<InspectionState?> Move(Inspection inspection, InspectionAction action, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(actor);
        return Next(inspection.State, inspection.Kind, inspection.Ground, action) is not { } next ? InspectionRefusals.NoSuchStep(inspection, action)
            : !May(actor, action) ? InspectionRefusals.NotYours(action)
            : action is InspectionAction.Confirm or InspectionAction.Return && Took(inspection, actor.Id) ? InspectionRefusals.SamePerson
            : (InspectionState?)next;
    }

    private static bool Took(Inspection inspection, string person) => inspection.ReportedBy == person || inspection.Visitors.Split('|').Contains(person, StringComparer.Ordinal);
}
