using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.SignIn;

/// <summary>A name and a password that were right.</summary>
/// <param name="NeedsCode">The person has a second factor that is still to be asked for.</param>
public sealed record Recognised(Person Person, bool NeedsCode);

/// <summary>Looks whether name and password are right. A failure is counted, recorded, and never says which of the two was wrong.</summary>
public static class SignInPerson
{
    public static async Task<Outcome<Recognised>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, string user, string password, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length > PasswordRules.Longest || await users.FindByNameAsync(user.Trim()) is not { ClosedAt: null } person)
        {
            // As long as it would take for a name that is known.
            _ = users.PasswordHasher.HashPassword(new Person { Name = "" }, "nobody");
            return AccountRefusals.NotKnown;
        }

        if (await users.IsLockedOutAsync(person))
        {
            await Record(db, time, person, "accounts.sign-in-locked", cancel);
            return AccountRefusals.Locked;
        }

        if (!await users.CheckPasswordAsync(person, password))
        {
            await users.AccessFailedAsync(person);
            await Record(db, time, person, "accounts.sign-in-failed", cancel);
            return await users.IsLockedOutAsync(person) ? AccountRefusals.Locked : AccountRefusals.NotKnown;
        }

        var needsCode = await users.GetTwoFactorEnabledAsync(person);
        if (!needsCode)
        {
            await users.ResetAccessFailedCountAsync(person);
        }

        return new Recognised(person, needsCode);
    }

    /// <summary>Looks whether the second factor is right: a code of the authenticator, or one of the recovery codes, which is used up.</summary>
    public static async Task<Outcome<Person>> Confirm(SaimaDb db, UserManager<Person> users, TimeProvider time, Guid id, string code, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(code);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.NotKnown;
        }

        if (await users.IsLockedOutAsync(person))
        {
            return AccountRefusals.Locked;
        }

        var typed = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        if (await Takes(users, time, person, typed) || (await users.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded)
        {
            await users.ResetAccessFailedCountAsync(person);
            return person;
        }

        await users.AccessFailedAsync(person);
        await Record(db, time, person, "accounts.code-failed", cancel);
        return AccountRefusals.WrongCode;
    }

    // Whoever looked over the shoulder cannot use the same code again; of two at once only one is saved.
    private static async Task<bool> Takes(UserManager<Person> users, TimeProvider time, Person person, string code)
    {
        if (Totp.Match(await users.GetAuthenticatorKeyAsync(person), code, time.GetUtcNow(), person.LastCode) is not { } step)
        {
            return false;
        }

        person.LastCode = step;
        return (await users.UpdateAsync(person)).Succeeded;
    }

    private static async Task Record(SaimaDb db, TimeProvider time, Person person, string action, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AppendToLedger.Run(db, time.GetUtcNow(), person.Name, [new(action, AddPerson.Subject(person.Id), null, null, null)], cancel);
        await transaction.CommitAsync(cancel);
    }
}
