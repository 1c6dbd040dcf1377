using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>What an authenticator is asked to sign: sealed into the page for one purpose and one session or browser, good for five minutes and for one answer.</summary>
public sealed class PasskeyChallenge(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    /// <summary>To make a passkey.</summary>
    public const string Make = "make";

    /// <summary>To sign in with one.</summary>
    public const string Use = "use";

    private readonly IDataProtector seal = protection.CreateProtector("saima.passkey");

    /// <param name="bound">The session or browser it is for.</param>
    public string Seal(string purpose, string bound, string state) =>
        seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{purpose}\n{bound}\n{(time.GetUtcNow() + Lives).ToUnixTimeMilliseconds()}\n{state}"));

    /// <summary>What was sealed; empty if it was for something or somebody else, or the time is over. Whatever comes of it, it is used up.</summary>
    public async Task<string?> Open(SaimaDb db, string purpose, string bound, string? sealedState, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (Read(purpose, bound, sealedState) is not { } state)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
        // Older ones are refused by their time.
        await db.Set<AnsweredChallenge>().Where(one => one.At < now - Lives - Lives).ExecuteDeleteAsync(cancel);
        var answered = new AnsweredChallenge { Hash = hash, At = now };
        db.Add(answered);
        try
        {
            await db.SaveChangesAsync(cancel);
            return state;
        }
        catch (DbUpdateException)
        {
            db.Entry(answered).State = EntityState.Detached;
            return null;
        }
    }

    private string? Read(string purpose, string bound, string? sealedState)
    {
        if (string.IsNullOrEmpty(sealedState))
        {
            return null;
        }

        try
        {
            return seal.Unprotect(sealedState).Split('\n', 4) is [var for_, var whose, var until, var state] && for_ == purpose && whose == bound
                && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeMilliseconds() ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
