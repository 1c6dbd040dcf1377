using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;
using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>The current facts of a season as of one moment, however long the reading takes: one query per table, streamed.</summary>
internal sealed class CurrentFacts : IAsyncDisposable
{
    private readonly DbTransaction _transaction;
    private readonly int _season;

    private CurrentFacts(DbTransaction transaction, int season) => (_transaction, _season) = (transaction, season);

    /// <param name="connection">Open, and not in a transaction.</param>
    public static async Task<CurrentFacts> Open(DbConnection connection, int season, CancellationToken cancel) => new(
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel),
        season);

    /// <returns>Cells in the order of the table's columns, in one array filled anew for each row.</returns>
    public async IAsyncEnumerable<object?[]> Read(FactTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var connection = _transaction.Connection!;
        await using var command = connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = new FactSql(table, connection is NpgsqlConnection).CurrentOf(_season);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var cells = new object?[table.Columns.Count];
        while (await reader.ReadAsync(cancel))
        {
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = reader.IsDBNull(at) ? null : Cell(reader, at, table.Columns[at].Type);
            }

            yield return cells;
        }
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    internal static object Cell(DbDataReader reader, int at, BulkType type) => type switch
    {
        BulkType.Text => reader.GetString(at),
        BulkType.Whole => Convert.ToInt64(reader.GetValue(at), CultureInfo.InvariantCulture),
        BulkType.YesNo => reader.GetBoolean(at),
        _ => reader is NpgsqlDataReader ? reader.GetFieldValue<DateOnly>(at) : DateOnly.ParseExact(reader.GetString(at), "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
