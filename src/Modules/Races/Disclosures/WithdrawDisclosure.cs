using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Disclosures;

/// <summary>Takes something down at once, on one person's word and with a reason. It comes back by a new decision that another person reviews.</summary>
public static class WithdrawDisclosure
{
    public static async Task<Outcome<Disclosure>> Run(SaimaDb db, TimeProvider time, Actor actor, string kind, string key, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        if (reason.Trim().Length is 0 or > ProposeDisclosure.Longest)
        {
            return DisclosureRefusals.NoReason;
        }

        await using var transaction = await DisclosureBook.Begin(db, cancel);
        var versions = await DisclosureBook.Versions(db, kind, key, cancel);
        if (DisclosureMachine.Refuse(versions, DisclosureAct.Withdraw, actor) is { } refusal)
        {
            return refusal;
        }

        var (shown, now) = (DisclosureMachine.InForce(versions)!, time.GetUtcNow().ToUniversalTime());
        var next = ProposeDisclosure.Next(versions, new(kind, key, shown.RoundId, DisclosureClass.Closed, shown.Basis, shown.Document, null), (actor.Id, actor.Name), now);
        ReviewDisclosure.Decide(next, true, (actor.Id, actor.Name), now, "");
        next.Withdrawn = reason.Trim();
        db.Add(next);
        return await DisclosureBook.Save(db, next, "races.disclosure-withdraw", actor.Name, shown, cancel) ? next : DisclosureRefusals.Moved;
    }
}
