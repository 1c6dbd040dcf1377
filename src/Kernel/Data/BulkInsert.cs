using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Saima.Kernel.Data;

/// <summary>Type of a column as it is bound in bulk.</summary>
public enum BulkType
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Whole,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A <see cref="bool"/>.</summary>
    YesNo,
}

/// <summary>Writes many rows to a table inside a transaction: by COPY on PostgreSQL, by one prepared statement on SQLite.</summary>
public static class BulkInsert
{
    /// <param name="rows">Cells in the order of the columns, null for none; the array may be the same one every time.</param>
    public static async Task Run(
        DbTransaction transaction, string table, IReadOnlyList<(string Name, BulkType Type)> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        if (transaction.Connection is NpgsqlConnection postgres)
        {
            await Copy(postgres, $"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)", columns, rows, cancel);
        }
        else
        {
            var marks = string.Join(", ", Enumerable.Range(0, columns.Count).Select(Mark));
            Insert(transaction, $"INSERT INTO \"{table}\" ({names}) VALUES ({marks})", columns.Count, rows);
        }
    }

    private static async Task Copy(
        NpgsqlConnection connection, string sql, IReadOnlyList<(string Name, BulkType Type)> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var writer = await connection.BeginBinaryImportAsync(sql, cancel);
        foreach (var cells in rows)
        {
            await writer.StartRowAsync(cancel);
            for (var at = 0; at < columns.Count; at++)
            {
                await (cells[at] switch
                {
                    null => writer.WriteNullAsync(cancel),
                    string text => writer.WriteAsync(text, NpgsqlDbType.Text, cancel),
                    long whole => writer.WriteAsync(whole, NpgsqlDbType.Bigint, cancel),
                    DateOnly date => writer.WriteAsync(date, NpgsqlDbType.Date, cancel),
                    bool yes => writer.WriteAsync(yes, NpgsqlDbType.Boolean, cancel),
                    var other => throw new ArgumentException($"{columns[at].Name}: {other.GetType()}", nameof(rows)),
                });
            }
        }

        await writer.CompleteAsync(cancel);
    }

    private static void Insert(DbTransaction transaction, string sql, int columns, IEnumerable<object?[]> rows)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var at = 0; at < columns; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Mark(at);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        foreach (var cells in rows)
        {
            for (var at = 0; at < columns; at++)
            {
                command.Parameters[at].Value = cells[at] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static string Mark(int at) => string.Create(CultureInfo.InvariantCulture, $"$p{at}");
}
