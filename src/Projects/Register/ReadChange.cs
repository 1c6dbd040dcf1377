using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Profile;

namespace Saima.Projects.Register;

/// <summary>A fact as a change wrote it.</summary>
/// <param name="Key">What tells it from the others of its table.</param>
/// <param name="Cells">What differs from before: column, before and after, empty for none.</param>
public sealed record ChangedFact(Phrase Key, bool Withdrawn, bool IsNew, IReadOnlyList<(string Column, string? Before, string? After)> Cells)
{
    /// <summary>The project it belongs to.</summary>
    public string? Project { get; init; }
}

/// <summary>What a change did to one table.</summary>
/// <param name="Facts">The first of them.</param>
public sealed record ChangedTable(string Table, long Versions, IReadOnlyList<ChangedFact> Facts);

/// <summary>A change with what it wrote.</summary>
/// <param name="UndoneBy">The change that took it back.</param>
public sealed record ChangeReading(RegisterChange Change, long? UndoneBy, IReadOnlyList<ChangedTable> Tables);

/// <summary>Reads what a change wrote, table by table, from the versions themselves.</summary>
public static class ReadChange
{
    /// <param name="most">Facts of each table that are shown.</param>
    /// <returns>Empty if there is no such change.</returns>
    public static async Task<ChangeReading?> Run(SaimaDb db, long id, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Set<RegisterChange>().AsNoTracking().SingleOrDefaultAsync(change => change.Id == id, cancel) is not { } change)
        {
            return null;
        }

        var undoneBy = await db.Set<RegisterChange>().Where(other => other.UndoesId == id).OrderByDescending(other => other.Id).Select(other => (long?)other.Id).FirstOrDefaultAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(cancel);
            var tables = new List<ChangedTable>();
            foreach (var table in FactTable.All)
            {
                var merge = new FactMerge(connection, transaction, table);
                if (await merge.CountWritten(id, cancel) is > 0 and var versions)
                {
                    tables.Add(new(table.Title, versions, await Facts(merge, table, id, most, cancel)));
                }
            }

            return new(change, undoneBy, tables);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyList<ChangedFact>> Facts(FactMerge merge, FactTable table, long id, int most, CancellationToken cancel)
    {
        var facts = new List<ChangedFact>();
        await foreach (var written in merge.Written(id, cancel, most))
        {
            var columns = table.Columns.Select((column, at) => (Column: column, Before: Text(column, written.Before?[at]), After: written.Withdrawn ? null : Text(column, written.Cells[at]))).ToList();
            var keys = table.Columns.Zip(written.Cells).Where(pair => pair.First.Key && pair.First.Name != "season").ToList();
            facts.Add(new(
                ProfileWords.Key(table.Title, keys.Select(pair => (pair.First.Name, Text(pair.First, pair.Second)))), written.Withdrawn, written.Before is null && !written.Withdrawn,
                [.. columns.Where(cell => !cell.Column.Key && cell.Before != cell.After).Select(cell => (cell.Column.Name, cell.Before, cell.After))])
            {
                Project = keys.Where(pair => pair.First.Name == "project").Select(pair => (string?)pair.Second).FirstOrDefault(),
            });
        }

        return facts;
    }

    private static string? Text(FactColumn column, object? cell) => cell is null ? null : FactText.Shown(column, cell);
}
