using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.Sessions;

namespace Saima.Modules.Accounts.People;

/// <summary>Closes an account: the person is signed out everywhere and cannot sign in again. What the person did stays.</summary>
public static class ClosePerson
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, TimeProvider time, Actor actor, Guid id, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        if (AccountRefusals.Unexplained("close-reason", reason.Trim()) is { } unexplained)
        {
            return unexplained;
        }

        if (id.ToString() == actor.Id)
        {
            return AccountRefusals.OwnDuty;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == id && one.ClosedAt == null, cancel) is not { } person)
        {
            return AccountRefusals.Missing;
        }

        if (await db.Set<Duty>().AnyAsync(duty => duty.PersonId == id && duty.EndedAt == null, cancel))
        {
            return new Refusal("HAS_DUTIES", new($"{person.Name}还有职责，没有停用。", $"{person.Name} still holds duties; the account stays."), new("先由安全管理员结束职责。", "Have the security administrator end them first."));
        }

        var now = time.GetUtcNow();
        person.ClosedAt = now;
        await db.SaveChangesAsync(cancel);
        await db.Set<Session>().Where(one => one.PersonId == id && one.EndedAt == null).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
        await AppendToLedger.Run(db, now, actor.Name, [new("accounts.close", AddPerson.Subject(id), reason.Trim(), null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
