using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>Ends a passkey for good, and signs every other device out: who lost a device may be signed in on it.</summary>
public static class EndPasskey
{
    /// <summary>One's own.</summary>
    public static Task<Outcome<Passkey>> Own(SaimaDb db, TimeProvider time, (Guid Person, string By) own, Guid id, Guid? session, CancellationToken cancel = default) =>
        End(db, time, own, id, null, session, cancel);

    /// <summary>Somebody else's, by a security administrator with a reason.</summary>
    public static Task<Outcome<Passkey>> Run(SaimaDb db, TimeProvider time, Actor actor, Guid person, (Guid Passkey, string Reason) order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var reason = order.Reason.Trim();
        return AccountRefusals.Unexplained("passkey-reason", reason) is { } unexplained ? Task.FromResult<Outcome<Passkey>>(unexplained)
            : person.ToString() == actor.Id ? Task.FromResult<Outcome<Passkey>>(AccountRefusals.OwnPassword)
            : End(db, time, (person, actor.Name), order.Passkey, reason, null, cancel);
    }

    private static async Task<Outcome<Passkey>> End(SaimaDb db, TimeProvider time, (Guid Person, string By) whose, Guid id, string? reason, Guid? kept, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = time.GetUtcNow();
        var ended = await db.Set<Passkey>().Where(one => one.Id == id && one.PersonId == whose.Person && one.EndedAt == null)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedBy, whose.By), cancel);
        if (ended == 0)
        {
            return PasskeyRefusals.Missing;
        }

        var passkey = await db.Set<Passkey>().AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        await db.Set<Session>().Where(one => one.PersonId == whose.Person && one.EndedAt == null && one.Id != kept).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
        await AppendToLedger.Run(db, now, whose.By, [new("accounts.passkey-end", AddPerson.Subject(whose.Person), reason, JsonSerializer.Serialize(new { passkey = passkey.Name }), null)], cancel);
        await transaction.CommitAsync(cancel);
        return passkey;
    }
}
