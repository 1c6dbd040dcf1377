using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Disclosures;

/// <summary>Reads the decisions about things, and writes the next one with its line in the ledger.</summary>
public static class DisclosureBook
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Every version about one thing, the latest first.</summary>
    public static async Task<IReadOnlyList<Disclosure>> Versions(SaimaDb db, string kind, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<Disclosure>().AsNoTracking().Where(one => one.Kind == kind && one.Key == key).OrderByDescending(one => one.Version).ToListAsync(cancel);
    }

    /// <summary>The decision in force about one thing; empty if there is none.</summary>
    public static async Task<Disclosure?> InForce(SaimaDb db, string kind, string key, CancellationToken cancel) => DisclosureMachine.InForce(await Versions(db, kind, key, cancel));

    /// <summary>Saves what was changed and its line. One decides at a time.</summary>
    /// <returns>Whether it was kept; if not, somebody else decided in between.</returns>
    internal static async Task<bool> Save(SaimaDb db, Disclosure decision, string action, string by, Disclosure? before, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        db.ChangeTracker.Clear();
        var at = decision.ReviewedAt ?? decision.ProposedAt;
        await AppendToLedger.Run(db, at, by, [new(action, $"disclosure/{decision.Kind}/{decision.Key}", decision.Withdrawn ?? decision.Note, before is null ? null : State(before), State(decision))], cancel);
        await db.Database.CurrentTransaction!.CommitAsync(cancel);
        return true;
    }

    /// <summary>Begins to decide; what is read afterwards stays as it is until it is saved.</summary>
    internal static async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> Begin(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StoreRound.Lock(db, cancel);
        return transaction;
    }

    private static string State(Disclosure one) => JsonSerializer.Serialize(new
    {
        version = one.Version,
        @class = one.Withdrawn is null ? DisclosureWords.Code(one.Class) : "withdrawn",
        state = DisclosureWords.Code(one.State),
        basis = one.Basis,
        document = one.Document,
        until = one.PublishUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        masked = one.Masked,
        proposedBy = one.ProposedBy,
    }, Json);
}
