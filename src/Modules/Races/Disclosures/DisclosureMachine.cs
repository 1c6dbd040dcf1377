using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Disclosures;

/// <summary>What may be done with the decision about one thing.</summary>
public enum DisclosureAct
{
    Propose,
    Approve,
    Refuse,
    Withdraw,
}

/// <summary>Who may do what with a decision, and when: one proposes, another reviews, and anybody of the two may take down at once.</summary>
public static class DisclosureMachine
{
    /// <summary>Who proposes.</summary>
    public static IReadOnlyList<Role> Proposers { get; } = [Role.ProjectOffice];

    /// <summary>Who reviews and takes down.</summary>
    public static IReadOnlyList<Role> Reviewers { get; } = [Role.ProjectOffice, Role.Leader];

    /// <summary>Why an act is not to be; empty if it may.</summary>
    /// <param name="versions">Every version about the thing.</param>
    public static Refusal? Refuse(IReadOnlyList<Disclosure> versions, DisclosureAct act, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.HoldsAny(act == DisclosureAct.Propose ? Proposers : Reviewers))
        {
            return DisclosureRefusals.NotYours;
        }

        var open = Open(versions);
        return act switch
        {
            DisclosureAct.Propose => open is null ? null : DisclosureRefusals.UnderReview,
            DisclosureAct.Withdraw => InForce(versions) is { Class: DisclosureClass.Open, Withdrawn: null } ? null : DisclosureRefusals.NotShown,
            _ => open is null ? DisclosureRefusals.NothingToReview : open.ProposedById == actor.Id ? DisclosureRefusals.SamePerson : null,
        };
    }

    /// <summary>The proposal that waits for its review; what was overtaken by a withdrawal waits no more.</summary>
    public static Disclosure? Open(IReadOnlyList<Disclosure> versions) => versions.MaxBy(one => one.Version) is { State: DisclosureState.Proposed } open ? open : null;

    public static Disclosure? InForce(IReadOnlyList<Disclosure> versions) => versions.Where(one => one.State == DisclosureState.Approved).MaxBy(one => one.Version);
}
