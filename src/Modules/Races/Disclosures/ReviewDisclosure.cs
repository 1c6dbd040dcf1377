using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Disclosures;

/// <summary>What a reviewer says of a proposal.</summary>
/// <param name="Seen">Version that was on the screen.</param>
/// <param name="Note">Needed to refuse, and to approve what looks personal.</param>
public sealed record DisclosureReview(string Kind, string Key, int Seen, bool Approves, string Note);

/// <summary>保密审查: another person than who proposed approves or refuses. What looks personal is not approved unless the reviewer says why it is not.</summary>
public static class ReviewDisclosure
{
    public static async Task<Outcome<Disclosure>> Run(SaimaDb db, TimeProvider time, Actor actor, DisclosureReview review, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(review);
        var (now, note) = (time.GetUtcNow().ToUniversalTime(), review.Note.Trim());
        if (note.Length > ProposeDisclosure.Longest || (!review.Approves && note.Length == 0))
        {
            return DisclosureRefusals.NoReason;
        }

        await using var transaction = await DisclosureBook.Begin(db, cancel);
        var versions = await DisclosureBook.Versions(db, review.Kind, review.Key, cancel);
        if (DisclosureMachine.Refuse(versions, review.Approves ? DisclosureAct.Approve : DisclosureAct.Refuse, actor) is { } refusal)
        {
            return refusal;
        }

        var open = DisclosureMachine.Open(versions)!;
        if (open.Version != review.Seen)
        {
            return DisclosureRefusals.Moved;
        }

        if (review.Approves && open.PublishUntil < Written.DayOf(now))
        {
            return DisclosureRefusals.AlreadyOver(open.PublishUntil.Value);
        }

        if (review.Approves && open is { Class: DisclosureClass.Open, RoundId: { } round } && note.Length == 0 && await PersonalScan.Run(db, round, cancel) is { Count: > 0 } places)
        {
            return DisclosureRefusals.Personal(places);
        }

        db.Attach(open);
        Decide(open, review.Approves, (actor.Id, actor.Name), now, note);
        return await DisclosureBook.Save(db, open, review.Approves ? "races.disclosure-approve" : "races.disclosure-refuse", actor.Name, DisclosureMachine.InForce([.. versions.Where(one => one != open)]), cancel)
            ? open : DisclosureRefusals.Moved;
    }

    internal static void Decide(Disclosure open, bool approves, (string Id, string Name) by, DateTimeOffset now, string note)
    {
        (open.State, open.ReviewedById, open.ReviewedBy, open.ReviewedAt) = (approves ? DisclosureState.Approved : DisclosureState.Refused, by.Id, by.Name, now);
        open.Note = note.Length > 0 ? note : null;
    }
}
