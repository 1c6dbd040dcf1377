using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Races.Log;

/// <summary>What a new log is called: its address without the scheme, if the platform knows its own.</summary>
public sealed record LogName(string? Given)
{
    public static LogName Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(Uri.TryCreate(configuration["SAIMA_ADDRESS"]?.Trim(), UriKind.Absolute, out var site) ? site.Authority + RacesLinks.Log : null);
    }
}

/// <summary>The keys the log is signed with: the first is made when it is first needed, another takes its place when somebody says so.</summary>
public sealed class LogKeys(IDataProtectionProvider protection, TimeProvider time, LogName name)
{
    private readonly IDataProtector protector = protection.CreateProtector("Saima.Races.Log");

    public static Task<List<LogKey>> All(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<LogKey>().AsNoTracking().OrderBy(key => key.Number).ToListAsync(cancel);
    }

    /// <summary>The keys that sign, the oldest first; there is one from now on.</summary>
    public async Task<IReadOnlyList<LogKey>> Signing(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await All(db, cancel) is { Count: > 0 } known)
        {
            return known.FindAll(key => key.Until is null);
        }

        var (privateKey, publicKey) = Ed25519.Make();
        var origin = name.Given ?? "saima-" + Convert.ToHexStringLower(SHA256.HashData(publicKey))[..12];
        try
        {
            await Keep(db, 1, new(origin, publicKey), privateKey, "saima", cancel);
        }
        catch (DbUpdateException)
        {
            // Another process was faster; its key is the key.
            db.ChangeTracker.Clear();
        }

        return (await All(db, cancel)).FindAll(key => key.Until is null);
    }

    /// <summary>A new key. The one before goes on signing beside it until the next change, so that whoever knows it learns the new one; what is older ends.</summary>
    /// <param name="atOnce">The key before ends now: it was lost, or others have it.</param>
    public async Task<VerifierKey> Rotate(SaimaDb db, string by, bool atOnce, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var signing = await Signing(db, cancel);
        var (privateKey, publicKey) = Ed25519.Make();
        var key = new VerifierKey(VerifierKey.Parse(signing[^1].Public)!.Name, publicKey);
        var ending = signing.Take(atOnce ? signing.Count : signing.Count - 1).Select(one => one.Number).ToList();
        await Keep(db, signing[^1].Number + 1, key, privateKey, by, cancel, ending);
        return key;
    }

    /// <summary>A signature; empty if the keys it was encrypted with are gone.</summary>
    public NoteSignature? Sign(LogKey key, string text)
    {
        ArgumentNullException.ThrowIfNull(key);
        var known = VerifierKey.Parse(key.Public)!;
        try
        {
            return new(known.Name, known.KeyId, Ed25519.Sign(Convert.FromBase64String(protector.Unprotect(key.Protected)), Encoding.UTF8.GetBytes(text)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task Keep(SaimaDb db, long number, VerifierKey key, byte[] privateKey, string by, CancellationToken cancel, IReadOnlyList<long>? ending = null)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (ending is { Count: > 0 })
        {
            await db.Set<LogKey>().Where(one => ending.Contains(one.Number)).ExecuteUpdateAsync(one => one.SetProperty(row => row.Until, now), cancel);
        }

        var kept = new LogKey { Number = number, Public = key.ToString(), Protected = protector.Protect(Convert.ToBase64String(privateKey)), Since = now };
        db.Add(kept);
        await db.SaveChangesAsync(cancel);
        db.Entry(kept).State = EntityState.Detached;
        var after = JsonSerializer.Serialize(new { key = kept.Public, ended = (ending ?? []).Select(one => one.ToString(CultureInfo.InvariantCulture)) });
        await AppendToLedger.Run(db, now, by, [new("races.log.key", "races/log", null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
    }
}
