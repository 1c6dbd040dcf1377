using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.SignIn;

namespace Saima.Modules.Accounts.People;

/// <summary>Each signs in once without the authenticator.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>Turns one's own second factor on or off.</summary>
public static class SwitchSecondFactor
{
    private const int Codes = 8;

    /// <summary>The key for the authenticator, made when there is none yet.</summary>
    public static async Task<string> Key(UserManager<Person> users, Person person)
    {
        ArgumentNullException.ThrowIfNull(users);
        if (await users.GetAuthenticatorKeyAsync(person) is { Length: > 0 } known)
        {
            return known;
        }

        await users.ResetAuthenticatorKeyAsync(person);
        return (await users.GetAuthenticatorKeyAsync(person))!;
    }

    /// <param name="code">What the authenticator shows, to turn it on; the password, to turn it off.</param>
    /// <returns>Recovery codes when it was turned on, none when it was turned off.</returns>
    public static async Task<Outcome<RecoveryCodes>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, Guid id, bool on, string code, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(code);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        var right = on
            ? Totp.Match(await users.GetAuthenticatorKeyAsync(person), code.Replace(" ", "", StringComparison.Ordinal), time.GetUtcNow(), null) is not null
            : await users.CheckPasswordAsync(person, code);
        if (!right)
        {
            return on ? AccountRefusals.WrongCode : AccountRefusals.NotKnown;
        }

        await users.SetTwoFactorEnabledAsync(person, on);
        var codes = new RecoveryCodes(on ? [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes))!] : []);
        if (!on)
        {
            await users.ResetAuthenticatorKeyAsync(person);
        }

        await AppendToLedger.Run(db, time.GetUtcNow(), person.Name, [new("accounts.second-factor", AddPerson.Subject(id), null, null, on ? """{"on":true}""" : """{"on":false}""")], cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }
}
