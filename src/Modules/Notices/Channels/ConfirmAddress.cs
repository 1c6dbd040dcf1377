using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Channels;

/// <summary>Somebody opened the link that was mailed, signed in as who asked for it: from now on they are written to there, and the address before is erased.</summary>
public static class ConfirmAddress
{
    /// <returns>The address the link is for, if it is this person's and waits to be confirmed.</returns>
    public static async Task<MailAddress?> Find(SaimaDb db, TimeProvider time, NoticeSecrets secrets, Actor actor, string token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Confirms(token, time.GetUtcNow()) is { } id
            ? await db.Set<MailAddress>().SingleOrDefaultAsync(one => one.Id == id && one.Person == actor.Id && one.EndedAt == null, cancel) : null;
    }

    public static async Task<Outcome<MailAddress>> Run(SaimaDb db, TimeProvider time, NoticeSecrets secrets, Actor actor, string token, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Find(db, time, secrets, actor, token, cancel) is not { } asked)
        {
            return NoticeRefusals.BadLink;
        }

        if (asked.ConfirmedAt is not null)
        {
            // Clicked twice.
            return asked;
        }

        await EndAddress.Erase(db, one => one.Person == actor.Id && one.EndedAt == null && one.ConfirmedAt != null, now, cancel);
        asked.ConfirmedAt = now;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return NoticeRefusals.Moved;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await AppendToLedger.Run(db, now, actor.Name, [new("notices.confirm-address", EndAddress.Subject(actor.Id), null, null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return asked;
    }
}
