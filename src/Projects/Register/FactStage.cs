using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Saima.Projects.Register;

/// <summary>Rows on their way into the register: in a temporary table, by COPY on PostgreSQL and by one prepared statement on SQLite.</summary>
internal static class FactStage
{
    private const int RowsBetweenReports = 4096;

    /// <param name="rows">Cells in the order of the table's columns; the array may be the same one every time.</param>
    /// <param name="told">Told how many rows came since it was last told.</param>
    public static async Task Fill(
        DbConnection connection, DbTransaction transaction, FactTable table, IEnumerable<object?[]> rows, Action<int> told, CancellationToken cancel)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await Copy(postgres, table, Counted(rows, told, cancel), cancel);
        }
        else
        {
            Insert(connection, transaction, table, Counted(rows, told, cancel));
        }
    }

    private static async Task Copy(NpgsqlConnection connection, FactTable table, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var writer = await connection.BeginBinaryImportAsync(new FactSql(table, postgres: true).CopyToStage, cancel);
        foreach (var cells in rows)
        {
            await writer.StartRowAsync(cancel);
            for (var at = 0; at < cells.Length; at++)
            {
                await (cells[at] switch
                {
                    null => writer.WriteNullAsync(cancel),
                    string text => writer.WriteAsync(text, NpgsqlDbType.Text, cancel),
                    long whole => writer.WriteAsync(whole, NpgsqlDbType.Bigint, cancel),
                    DateOnly date => writer.WriteAsync(date, NpgsqlDbType.Date, cancel),
                    bool yes => writer.WriteAsync(yes, NpgsqlDbType.Boolean, cancel),
                    var other => throw new ArgumentException($"{table.Name}.{table.Columns[at].Name}: {other.GetType()}"),
                });
            }
        }

        await writer.CompleteAsync(cancel);
    }

    private static void Insert(DbConnection connection, DbTransaction transaction, FactTable table, IEnumerable<object?[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = new FactSql(table, postgres: false).InsertIntoStage;
        for (var at = 0; at < table.Columns.Count; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{at}");
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        foreach (var cells in rows)
        {
            for (var at = 0; at < cells.Length; at++)
            {
                command.Parameters[at].Value = cells[at] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

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
}
