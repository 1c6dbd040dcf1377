using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Sessions;

namespace Saima.Modules.Accounts.People;

/// <summary>Gives somebody who forgot the password another one, which has to be changed at the next sign-in. The person is signed out everywhere; the second factor stays.</summary>
public static class ResetPassword
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Actor actor, Guid id, (string Password, string Reason) order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        var reason = order.Reason.Trim();
        if (AccountRefusals.Unexplained("reset-reason", reason) is { } unexplained)
        {
            return unexplained;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        if (person.Demo || id.ToString() == actor.Id)
        {
            return person.Demo ? AccountRefusals.DemoPassword : AccountRefusals.OwnPassword;
        }

        var set = await users.ResetPasswordAsync(person, await users.GeneratePasswordResetTokenAsync(person), order.Password);
        if (!set.Succeeded)
        {
            return AccountRefusals.Faulty(AccountRefusals.Of(set, person.UserName));
        }

        var now = time.GetUtcNow();
        person.MustChange = true;
        db.Add(new OldPassword { PersonId = id, Hash = person.PasswordHash!, At = now });
        await db.SaveChangesAsync(cancel);
        await users.SetLockoutEndDateAsync(person, null);
        await users.ResetAccessFailedCountAsync(person);
        await db.Set<Session>().Where(one => one.PersonId == id && one.EndedAt == null).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
        await AppendToLedger.Run(db, now, actor.Name, [new("accounts.reset-password", AddPerson.Subject(id), reason, null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
