using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Audit.Checks;

/// <summary>Recomputes the whole ledger, holds it against the seals noted before, looks along its clock, and keeps what it found.</summary>
public static class CheckLedger
{
    /// <param name="seal">A seal that was written down elsewhere; empty for none.</param>
    public static async Task<LedgerCheck> Run(SaimaDb db, LedgerWatch watch, TimeProvider time, string by, string? seal, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(time);
        var noted = await db.Set<LedgerCheck>().AsNoTracking().Where(check => check.FaultZh == null).OrderByDescending(check => check.Id).Select(check => check.Head).FirstOrDefaultAsync(cancel);
        var found = await VerifyLedger.Run(db, seal ?? noted, progress, cancel);
        var fault = found.Fault ?? (seal is not null && noted is not null ? await Missing(db, noted, cancel) : null);
        var watched = await watch.Look(db, afresh: true, cancel);
        var check = new LedgerCheck
        {
            At = time.GetUtcNow(),
            By = by,
            Entries = found.Entries,
            Batches = found.Batches,
            Head = found.Head,
            FaultZh = fault?.Zh,
            FaultEn = fault?.En,
            Findings = (int)Math.Min(watched.Total, int.MaxValue),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(check);
        await db.SaveChangesAsync(cancel);
        var after = JsonSerializer.Serialize(new { entries = check.Entries, batches = check.Batches, head = check.Head, sound = fault is null, findings = check.Findings });
        await AppendToLedger.Run(db, check.At, by, [new("ledger.check", "ledger", null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
        return check;
    }

    // The first batch has none before it.
    private static async Task<Phrase?> Missing(SaimaDb db, string seal, CancellationToken cancel) =>
        seal.All(digit => digit == '0') || await db.Set<LedgerBatch>().AnyAsync(batch => batch.Seal == seal, cancel) ? null
            : new(
                string.Create(CultureInfo.InvariantCulture, $"链上没有上次核验记下的封印 {seal}：台账的末尾被截去或被重写。"),
                string.Create(CultureInfo.InvariantCulture, $"The seal {seal} noted by the last check is not in the chain: the end of the ledger was cut off or rewritten."));
}
