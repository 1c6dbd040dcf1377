using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;

namespace Saima.Modules.Accounts.Providers;

/// <summary>Takes what binds an account to the provider away. The password stays; every other device is signed out, whichever way it signed in.</summary>
public static class UnbindIdentity
{
    /// <summary>One's own, with the password: whoever does not know it could not sign in any more.</summary>
    public static async Task<Outcome<Person>> Own(SaimaDb db, UserManager<Person> users, TimeProvider time, Guid id, string password, Guid? session, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(password);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        var known = await SignIn.SignInPerson.Run(db, users, time, person.UserName!, password, cancel);
        return known.Refusal is { } refused ? refused : await Remove(db, users, time, person.Name, id, null, session, cancel);
    }

    /// <summary>Somebody else's, by a security administrator with a reason.</summary>
    public static Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Actor actor, Guid id, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        return AccountRefusals.Unexplained("identity-reason", reason.Trim()) is { } unexplained ? Task.FromResult<Outcome<Person>>(unexplained)
            : id.ToString() == actor.Id ? Task.FromResult<Outcome<Person>>(AccountRefusals.OwnPassword)
            : Remove(db, users, time, actor.Name, id, reason.Trim(), null, cancel);
    }

    private static async Task<Outcome<Person>> Remove(SaimaDb db, UserManager<Person> users, TimeProvider time, string by, Guid id, string? reason, Guid? kept, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        var logins = await users.GetLoginsAsync(person);
        foreach (var login in logins)
        {
            if (!(await users.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey)).Succeeded)
            {
                return AccountRefusals.NotBound;
            }
        }

        if (logins.Count == 0)
        {
            return AccountRefusals.NotBound;
        }

        var now = time.GetUtcNow();
        await db.Set<Session>().Where(one => one.PersonId == id && one.EndedAt == null && one.Id != kept).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
        await AppendToLedger.Run(
            db, now, by, [.. logins.Select(login => new LedgerLine("accounts.unbind-identity", AddPerson.Subject(id), reason, JsonSerializer.Serialize(new { issuer = login.LoginProvider, subject = login.ProviderKey }), null))], cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }
}
