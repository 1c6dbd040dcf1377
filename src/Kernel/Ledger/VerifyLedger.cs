using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Ledger;

/// <summary>What a verification found.</summary>
/// <param name="Head">Seal of the last batch: whoever wrote it down can tell later whether the end was cut off.</param>
/// <param name="Fault">The first fault; empty if all is as it was sealed.</param>
public sealed record LedgerVerified(long Entries, long Batches, string Head, Phrase? Fault);

/// <summary>Recomputes every hash of the ledger and names the first batch or entry that was altered, removed, added or moved.</summary>
public static class VerifyLedger
{
    private const int ReportEvery = 5_000;

    /// <param name="knownSeal">A seal written down earlier that must still be in the chain.</param>
    /// <param name="progress">How many entries were looked at.</param>
    public static async Task<LedgerVerified> Run(SaimaDb db, string? knownSeal = null, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var reading = await OneMoment(db, cancel);
        var batches = await db.Set<LedgerBatch>().AsNoTracking().OrderBy(batch => batch.Number).ToListAsync(cancel);
        var at = 0;
        var root = new MerkleRoot();
        var entries = 0L;
        LedgerVerified Faulty(Phrase fault) => new(entries, batches.Count, batches.Count == 0 ? LedgerHash.None : batches[^1].Seal, fault);
        if (Chain(batches) is { } broken)
        {
            return Faulty(broken);
        }

        await foreach (var entry in db.Set<LedgerEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            entries++;
            if (entries % ReportEvery == 0)
            {
                progress?.Report(entries);
            }

            if (entry.Number != entries)
            {
                return Faulty(Say($"缺少第 {entries} 条记录。", $"Entry {entries} is missing."));
            }

            if (at == batches.Count || entry.Batch != batches[at].Number)
            {
                return Faulty(Say($"第 {entry.Number} 条记录不属于它所在的批次。", $"Entry {entry.Number} does not belong to the batch it is in."));
            }

            var leaf = LedgerHash.Leaf(entry);
            if (Convert.ToHexStringLower(leaf) != entry.Hash)
            {
                return Faulty(Say($"第 {entry.Number} 条记录被改动。", $"Entry {entry.Number} was altered."));
            }

            root.Add(leaf);
            if (root.Leaves == batches[at].Entries)
            {
                if (root.Finish() != batches[at].Root)
                {
                    return Faulty(Say(
                        $"第 {batches[at].Number} 批（第 {batches[at].FirstEntry}–{entry.Number} 条）中有记录被改动。",
                        $"An entry of batch {batches[at].Number} (entries {batches[at].FirstEntry} to {entry.Number}) was altered."));
                }

                (at, root) = (at + 1, new());
            }
        }

        if (at < batches.Count)
        {
            return Faulty(Say($"缺少第 {entries + 1} 条记录。", $"Entry {entries + 1} is missing."));
        }

        return knownSeal is not null && knownSeal != LedgerHash.None && !batches.Any(batch => batch.Seal == knownSeal)
            ? Faulty(new($"链上没有封印 {knownSeal}：台账的末尾被截去或被重写。", $"The seal {knownSeal} is not in the chain: the end of the ledger was cut off or rewritten."))
            : new(entries, batches.Count, batches.Count == 0 ? LedgerHash.None : batches[^1].Seal, null);
    }

    // A snapshot that keeps nobody from writing. Inside a transaction the caller's is used.
    private static async Task<IAsyncDisposable?> OneMoment(SaimaDb db, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return null;
        }

        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        }

        await db.Database.OpenConnectionAsync(cancel);
        var transaction = sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return new Reading((await db.Database.UseTransactionAsync(transaction, cancel))!, transaction);
    }

    private static Phrase? Chain(List<LedgerBatch> batches)
    {
        var (previous, first) = (LedgerHash.None, 1L);
        for (var at = 0; at < batches.Count; at++)
        {
            var batch = batches[at];
            if (batch.Number != at + 1 || batch.FirstEntry != first || batch.Previous != previous)
            {
                return Say($"第 {at + 1} 批缺失或次序被改动。", $"Batch {at + 1} is missing or out of order.");
            }

            if (batch.Seal != LedgerHash.Seal(batch))
            {
                return Say($"第 {batch.Number} 批的封印被改动。", $"The seal of batch {batch.Number} was altered.");
            }

            (previous, first) = (batch.Seal, first + batch.Entries);
        }

        return null;
    }

    private static Phrase Say(FormattableString zh, FormattableString en) => new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));

    // The context does not end a transaction that it was given.
    private sealed class Reading(IDbContextTransaction given, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await given.DisposeAsync();
            await transaction.DisposeAsync();
        }
    }
}
