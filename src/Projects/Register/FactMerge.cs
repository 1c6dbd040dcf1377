using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>How many facts a change wrote.</summary>
internal readonly record struct FactCount(long Added, long Corrected, long Withdrawn)
{
    public static FactCount operator +(FactCount one, FactCount other) =>
        new(one.Added + other.Added, one.Corrected + other.Corrected, one.Withdrawn + other.Withdrawn);
}

/// <summary>A version as it was written.</summary>
/// <param name="Cells">Its cells in the order of the table's columns.</param>
/// <param name="Before">Those of the version it replaced; empty if the fact was not there before.</param>
internal sealed record WrittenFact(long Version, bool Withdrawn, object?[] Cells, object?[]? Before);

/// <summary>Writes new versions of the facts of one table inside a transaction that somebody else commits.</summary>
internal sealed class FactMerge(DbConnection connection, DbTransaction transaction, FactTable table)
{
    private const int RowsBetweenReports = 4096;

    private readonly FactSql _sql = new(table, connection is NpgsqlConnection);

    /// <summary>Finds what differs from the current versions; nothing is written yet.</summary>
    public async Task<FactCount> Compare(FactRows rows, Action<int> told, CancellationToken cancel)
    {
        await Forget(cancel);
        await Execute(_sql.CreateStage, cancel);
        await BulkInsert.Run(transaction, _sql.StageName, [.. table.Columns.Select(column => (column.Name, column.Type))], Counted(rows.Cells, told, cancel), cancel);
        if (connection is NpgsqlConnection)
        {
            await Execute(_sql.AnalyzeStage, cancel);
        }

        await Execute(_sql.CreateDifference(rows.OnlyAbsent, rows.Keeps), cancel);
        var (all, replacing) = await Two(_sql.CountDifference, cancel);
        return new(all - replacing, replacing, 0);
    }

    /// <summary>Writes what <see cref="Compare"/> found.</summary>
    public async Task Write(long change, CancellationToken cancel)
    {
        await Execute(_sql.SupersedeDifference(change), cancel);
        await Execute(_sql.InsertDifference(change), cancel);
    }

    public async Task Forget(CancellationToken cancel)
    {
        await Execute(_sql.DropStage, cancel);
        await Execute(_sql.DropDifference, cancel);
    }

    /// <summary>Brings back what a change had replaced and withdraws what it had added.</summary>
    public async Task<FactCount> Undo(long undone, long change, CancellationToken cancel)
    {
        await Execute(_sql.SupersedeWrittenBy(undone, change), cancel);
        await Execute(_sql.RestoreReplacedBy(undone, change), cancel);
        var (all, withdrawn) = await Two(_sql.Count(change), cancel);
        return new(0, all - withdrawn, withdrawn);
    }

    /// <summary>Takes one version back.</summary>
    public async Task Withdraw(long version, long change, CancellationToken cancel)
    {
        await Execute(_sql.Supersede(version, change), cancel);
        await Execute(_sql.InsertWithdrawn(version, change), cancel);
    }

    /// <summary>Later changes that corrected what the change wrote.</summary>
    public async Task<IReadOnlyList<long>> SupersededSince(long change, CancellationToken cancel)
    {
        var changes = new List<long>();
        await using var command = Command(_sql.SupersededSince(change));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            changes.Add(reader.GetInt64(0));
        }

        return changes;
    }

    /// <summary>How many versions a change wrote.</summary>
    public async Task<long> CountWritten(long change, CancellationToken cancel) => (await Two(_sql.Count(change), cancel)).First;

    /// <summary>The versions a change wrote, in the order of writing.</summary>
    /// <param name="most">Only so many of them; empty for all.</param>
    public async IAsyncEnumerable<WrittenFact> Written(long change, [EnumeratorCancellation] CancellationToken cancel, int? most = null)
    {
        await using var command = Command(_sql.WrittenBy(change) + (most is { } some ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {some}") : ""));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return new(
                Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), reader.GetBoolean(1), Cells(reader, 3), reader.GetBoolean(2) ? Cells(reader, 3 + table.Columns.Count) : null);
        }
    }

    private object?[] Cells(DbDataReader reader, int from) =>
        [.. table.Columns.Select((column, at) => reader.IsDBNull(from + at) ? null : CurrentFacts.Cell(reader, from + at, column.Type))];

    private static IEnumerable<object?[]> Counted(IEnumerable<object?[]> rows, Action<int> told, CancellationToken cancel)
    {
        var since = 0;
        foreach (var row in rows)
        {
            yield return row;
            if (++since == RowsBetweenReports)
            {
                cancel.ThrowIfCancellationRequested();
                told(since);
                since = 0;
            }
        }

        cancel.ThrowIfCancellationRequested();
        told(since);
    }

    private async Task Execute(string sql, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<(long First, long Second)> Two(string sql, CancellationToken cancel)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }
}
