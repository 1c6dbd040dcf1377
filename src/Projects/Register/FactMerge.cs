using System.Data.Common;
using Npgsql;

namespace Saima.Projects.Register;

/// <summary>How many facts a change wrote.</summary>
internal readonly record struct FactCount(long Added, long Corrected, long Withdrawn)
{
    public static FactCount operator +(FactCount one, FactCount other) =>
        new(one.Added + other.Added, one.Corrected + other.Corrected, one.Withdrawn + other.Withdrawn);
}

/// <summary>Writes new versions of the facts of one table inside a transaction that somebody else commits.</summary>
internal sealed class FactMerge(DbConnection connection, DbTransaction transaction, FactTable table)
{
    private readonly FactSql _sql = new(table, connection is NpgsqlConnection);

    /// <summary>Finds what differs from the current versions; nothing is written yet.</summary>
    public async Task<FactCount> Compare(FactRows rows, Action<int> told, CancellationToken cancel)
    {
        await Forget(cancel);
        await Execute(_sql.CreateStage, cancel);
        await FactStage.Fill(connection, transaction, table, rows.Cells, told, cancel);
        if (connection is NpgsqlConnection)
        {
            await Execute(_sql.AnalyzeStage, cancel);
        }

        await Execute(_sql.CreateDifference(rows.OnlyAbsent), cancel);
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
