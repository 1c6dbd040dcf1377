using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.People;

/// <summary>Opens an account again that was locked after wrong passwords.</summary>
public static class UnlockPerson
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Actor actor, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        await users.SetLockoutEndDateAsync(person, null);
        await users.ResetAccessFailedCountAsync(person);
        await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("accounts.unlock", AddPerson.Subject(id), null, null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
