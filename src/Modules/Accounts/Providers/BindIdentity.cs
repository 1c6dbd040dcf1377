using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Providers;

/// <summary>Binds an account to one identity at the provider; an identity belongs to one account, and an account has one at each provider.</summary>
public static class BindIdentity
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Guid id, ProviderIdentity identity, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(identity);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        if (person.Demo)
        {
            return AccountRefusals.DemoIdentity;
        }

        if (person.MustChange)
        {
            return AccountRefusals.FirstPassword;
        }

        if ((await users.GetLoginsAsync(person)).Any(login => login.LoginProvider == identity.Issuer))
        {
            return AccountRefusals.AccountBound;
        }

        try
        {
            // Changes the stamp of the person too: of two at once only one is saved.
            var bound = await users.AddLoginAsync(person, new UserLoginInfo(identity.Issuer, identity.Subject, null));
            if (!bound.Succeeded)
            {
                return bound.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)) ? AccountRefusals.AccountBound : AccountRefusals.IdentityTaken;
            }
        }
        catch (DbUpdateException)
        {
            return AccountRefusals.IdentityTaken;
        }

        await AppendToLedger.Run(db, time.GetUtcNow(), person.Name, [new("accounts.bind-identity", AddPerson.Subject(id), null, null, JsonSerializer.Serialize(new { issuer = identity.Issuer, subject = identity.Subject }))], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
