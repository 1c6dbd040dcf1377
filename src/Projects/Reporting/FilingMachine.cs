using Saima.Kernel.Refusals;

namespace Saima.Projects.Reporting;

/// <summary>
/// The steps a monthly report may take and who may not take two of them. A submission begins anew: checks of an earlier version do not count for it.
/// Whether a person holds the role for a step is asked before.
/// </summary>
public static class FilingMachine
{
    /// <summary>The state a step leads to from a state; empty if there is no such step.</summary>
    public static FilingState? Next(FilingState state, FilingAction action) => (state, action) switch
    {
        // A late report is still taken in, and says that it is late.
        (FilingState.Due or FilingState.Closed or FilingState.Submitted or FilingState.Returned, FilingAction.Submit) => FilingState.Submitted,
        (FilingState.Submitted, FilingAction.TownCheck) => FilingState.TownChecked,
        (FilingState.TownChecked, FilingAction.DeptCheck) => FilingState.DeptChecked,
        (FilingState.DeptChecked, FilingAction.Accept) => FilingState.Accepted,
        (FilingState.Submitted or FilingState.TownChecked or FilingState.DeptChecked or FilingState.Accepted, FilingAction.Return) => FilingState.Returned,
        _ => null,
    };

    /// <param name="people">Who did the steps so far of the version under way.</param>
    /// <param name="person">Stable id of who acts now.</param>
    public static Outcome<FilingMoved> Move(FilingState state, FilingPeople people, FilingAction action, string person)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentException.ThrowIfNullOrEmpty(person);
        if (Next(state, action) is not { } next)
        {
            return FilingRefusals.NoSuchStep(state, action);
        }

        if (action is FilingAction.TownCheck or FilingAction.DeptCheck or FilingAction.Accept && Earlier(people, person) is { } earlier)
        {
            return FilingRefusals.SamePerson(earlier, action);
        }

        return new FilingMoved(next, action switch
        {
            FilingAction.Submit => new(person, null, null, null),
            FilingAction.TownCheck => people with { TownChecker = person },
            FilingAction.DeptCheck => people with { DeptChecker = person },
            FilingAction.Accept => people with { Approver = person },
            _ => FilingPeople.None with { Submitter = people.Submitter },
        });
    }

    private static FilingAction? Earlier(FilingPeople people, string person) =>
        people.Submitter == person ? FilingAction.Submit
        : people.TownChecker == person ? FilingAction.TownCheck
        : people.DeptChecker == person ? FilingAction.DeptCheck
        : null;
}
