using System.Diagnostics;
using DuckDB.NET.Data;

namespace Saima.Bench.Peers;

/// <summary>DuckDB on two threads, from the CSV files to <c>standings.csv</c> in one statement.</summary>
internal static class DuckDbPeer
{
    public static Dictionary<string, double> Run(string folder, string target)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET threads = 2; SET preserve_insertion_order = false; SET memory_limit = '12GB'; SET temp_directory = '" + target + ".tmp'";
        command.ExecuteNonQuery();
        command.CommandText = RoundUnderTest.Sql("duckdb", folder, target);
        command.ExecuteNonQuery();
        return new() { ["total"] = watch.Elapsed.TotalSeconds };
    }

    /// <summary>Version of the library in use.</summary>
    public static string Version()
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}
