using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.People;

/// <summary>Turns the second factor of somebody off who lost the phone and the recovery codes. The password stays.</summary>
public static class DropSecondFactor
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Actor actor, Guid id, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        if (AccountRefusals.Unexplained("factor-reason", reason.Trim()) is { } unexplained)
        {
            return unexplained;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        if (id.ToString() == actor.Id)
        {
            return AccountRefusals.OwnPassword;
        }

        await users.SetTwoFactorEnabledAsync(person, false);
        await users.ResetAuthenticatorKeyAsync(person);
        await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("accounts.second-factor", AddPerson.Subject(id), reason.Trim(), """{"on":true}""", """{"on":false}""")], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
