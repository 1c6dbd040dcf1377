using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sylvan.Data.Csv;

namespace Saima.Bench.Peers;

/// <summary>SQLite: prepared inserts in one transaction, then one statement. Safety is off: the database is thrown away.</summary>
internal static class SqlitePeer
{
    public static Dictionary<string, double> Run(string folder, string target)
    {
        var watch = Stopwatch.StartNew();
        var file = target + ".db";
        File.Delete(file);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY");
            foreach (var (table, columns) in Loading.Tables)
            {
                Load(connection, Path.Combine(folder, table + ".csv"), table, columns);
            }

            var loaded = watch.Elapsed.TotalSeconds;
            Write(connection, RoundUnderTest.Sql("sqlite", folder, target), target);
            var total = watch.Elapsed.TotalSeconds;
            File.Delete(file);
            return new() { ["total"] = total, ["load"] = loaded, ["query"] = total - loaded };
        }
    }

    /// <summary>Version of the library in use.</summary>
    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static void Load(SqliteConnection connection, string file, string table, (string Name, string Type)[] columns)
    {
        Execute(connection, $"CREATE TABLE t_{table} ({string.Join(", ", columns.Select(c => $"{c.Name} {(c.Type is "money" or "boolean" ? "INTEGER" : "TEXT")}"))})");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO t_{table} VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i.ToString(CultureInfo.InvariantCulture)))})";
        var parameters = columns.Select((_, i) => insert.Parameters.Add("$" + i.ToString(CultureInfo.InvariantCulture), SqliteType.Text)).ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            parameters[i].SqliteType = columns[i].Type is "money" or "boolean" ? SqliteType.Integer : SqliteType.Text;
        }

        insert.Prepare();
        using var reader = CsvDataReader.Create(file);
        while (reader.Read())
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var text = reader.GetString(i);
                parameters[i].Value = text.Length == 0 ? DBNull.Value : columns[i].Type switch
                {
                    "money" => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 10_000),
                    "boolean" => text == "true" ? 1L : 0L,
                    _ => text,
                };
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Write(SqliteConnection connection, string sql, string target)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        using var writer = new StreamWriter(target);
        writer.WriteLine(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)));
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (i > 0)
                {
                    writer.Write(',');
                }

                writer.Write(reader.IsDBNull(i) ? "" : reader.GetString(i));
            }

            writer.Write('\n');
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
