using System.Diagnostics;
using Npgsql;

namespace Saima.Bench.Peers;

/// <summary>PostgreSQL: COPY into unlogged tables, ANALYZE, then one statement whose rows are copied out.</summary>
internal static class PostgresPeer
{
    public static Dictionary<string, double> Run(string folder, string target, string server)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        Execute(connection, "SET work_mem = '256MB'; SET client_encoding = 'UTF8'");
        foreach (var (table, columns) in Loading.Tables)
        {
            Execute(connection, $"DROP TABLE IF EXISTS t_{table}");
            Execute(connection, $"CREATE UNLOGGED TABLE t_{table} ({string.Join(", ", columns.Select(c => $"{c.Name} {(c.Type == "money" ? "numeric(18,4)" : c.Type)} {(c.Type == "text" ? "COLLATE \"C\"" : "")}"))})");
            using var from = new StreamReader(Path.Combine(folder, table + ".csv"));
            using var to = connection.BeginTextImport($"COPY t_{table} FROM STDIN (FORMAT csv, HEADER)");
            Copy(from, to);
        }

        Execute(connection, "ANALYZE");
        var loaded = watch.Elapsed.TotalSeconds;
        using (var file = new StreamWriter(target))
        using (var result = connection.BeginTextExport($"COPY ({RoundUnderTest.Sql("postgres", folder, target)}) TO STDOUT (FORMAT csv, HEADER)"))
        {
            Copy(result, file);
        }

        var total = watch.Elapsed.TotalSeconds;
        return new() { ["total"] = total, ["load"] = loaded, ["query"] = total - loaded, ["version"] = connection.PostgreSqlVersion.Major };
    }

    private static void Copy(TextReader from, TextWriter to)
    {
        var block = new char[1 << 16];
        for (var read = from.ReadBlock(block); read > 0; read = from.ReadBlock(block))
        {
            to.Write(block, 0, read);
        }
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
