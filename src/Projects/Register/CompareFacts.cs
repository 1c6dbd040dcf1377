using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>What an import would do to one table.</summary>
/// <param name="Table">Title of the table.</param>
/// <param name="Added">Facts the register does not have.</param>
/// <param name="Corrected">Facts of which it has another version.</param>
/// <param name="Same">Facts it has as they are.</param>
public sealed record TableComparison(string Table, long Added, long Corrected, long Same);

/// <summary>Tells what an import would change, without writing and without keeping anybody from writing.</summary>
public static class CompareFacts
{
    public static async Task<IReadOnlyList<TableComparison>> Run(SaimaDb db, IReadOnlyList<FactRows> facts, IProgress<RegisterProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(facts);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(cancel);
            var compared = new List<TableComparison>();
            var (done, total) = (0L, facts.Where(rows => !rows.OnlyAbsent).Sum(rows => rows.Count));
            foreach (var rows in facts.Where(rows => !rows.OnlyAbsent && rows.Count > 0))
            {
                var merge = new FactMerge(connection, transaction, rows.Table);
                var count = await merge.Compare(rows, since => progress?.Report(new(rows.Table.Title, done += since, total)), cancel);
                await merge.Forget(cancel);
                compared.Add(new(rows.Table.Title, count.Added, count.Corrected, rows.Count - count.Added - count.Corrected));
            }

            return compared;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
