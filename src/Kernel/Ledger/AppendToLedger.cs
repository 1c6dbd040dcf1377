using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Saima.Kernel.Data;

namespace Saima.Kernel.Ledger;

/// <summary>Appends what a transaction changed, in that transaction, and seals it: one batch for each transaction, chained to the one before.</summary>
public static class AppendToLedger
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("number", BulkType.Whole), ("batch", BulkType.Whole), ("at", BulkType.Whole), ("by", BulkType.Text), ("action", BulkType.Text),
        ("subject", BulkType.Text), ("reason", BulkType.Text), ("before", BulkType.Text), ("after", BulkType.Text),
        ("hash", BulkType.Text),
    ];

    /// <param name="db">In the transaction that changes the state; call once, last before the commit.</param>
    /// <param name="lines">Read once, and may be many.</param>
    /// <returns>The sealed batch, or none if there were no lines.</returns>
    public static async Task<LedgerBatch?> Run(SaimaDb db, DateTimeOffset at, string by, IEnumerable<LedgerLine> lines, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(lines);
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("The ledger is appended to in the transaction that changes the state.");
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync($"LOCK TABLE {LedgerData.BatchTable} IN EXCLUSIVE MODE", cancel);
        }

        var last = await db.Set<LedgerBatch>().AsNoTracking().OrderByDescending(batch => batch.Number).FirstOrDefaultAsync(cancel);
        var sealing = new LedgerBatch
        {
            Number = (last?.Number ?? 0) + 1,
            FirstEntry = last is null ? 1 : last.FirstEntry + last.Entries,
            Root = LedgerHash.None,
            Previous = last?.Seal ?? LedgerHash.None,
            Seal = LedgerHash.None,
        };
        var root = new MerkleRoot();
        await BulkInsert.Run(transaction.GetDbTransaction(), LedgerData.EntryTable, Columns, Cells(sealing, root, at.ToUnixTimeMilliseconds(), by, lines), cancel);
        if (root.Leaves == 0)
        {
            return null;
        }

        (sealing.Entries, sealing.Root) = (root.Leaves, root.Finish());
        sealing.Seal = LedgerHash.Seal(sealing);
        db.Add(sealing);
        await db.SaveChangesAsync(cancel);
        db.Entry(sealing).State = EntityState.Detached;
        return sealing;
    }

    private static IEnumerable<object?[]> Cells(LedgerBatch batch, MerkleRoot root, long at, string by, IEnumerable<LedgerLine> lines)
    {
        foreach (var line in lines)
        {
            var entry = new LedgerEntry
            {
                Number = batch.FirstEntry + root.Leaves,
                Batch = batch.Number,
                At = at,
                By = by,
                Action = line.Action,
                Subject = line.Subject,
                Reason = line.Reason,
                Before = line.Before,
                After = line.After,
                Hash = "",
            };
            var leaf = LedgerHash.Leaf(entry);
            root.Add(leaf);
            yield return [entry.Number, entry.Batch, entry.At, entry.By, entry.Action, entry.Subject, entry.Reason, entry.Before, entry.After, Convert.ToHexStringLower(leaf)];
        }
    }
}
