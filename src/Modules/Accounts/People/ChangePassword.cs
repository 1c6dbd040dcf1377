using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.People;

/// <summary>Changes one's own password; all other devices are signed out.</summary>
public static class ChangePassword
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Guid id, (string Old, string New) passwords, Guid? session, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        if (person.Demo)
        {
            return AccountRefusals.DemoPassword;
        }

        var changed = await users.ChangePasswordAsync(person, passwords.Old, passwords.New);
        if (!changed.Succeeded)
        {
            return AccountRefusals.Faulty(AccountRefusals.Of(changed, person.UserName));
        }

        var now = time.GetUtcNow();
        person.MustChange = false;
        db.Add(new OldPassword { PersonId = id, Hash = person.PasswordHash!, At = now });
        await db.SaveChangesAsync(cancel);
        await db.Set<Sessions.Session>().Where(one => one.PersonId == id && one.EndedAt == null && one.Id != session).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
        await AppendToLedger.Run(db, now, person.Name, [new("accounts.password", AddPerson.Subject(id), null, null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
