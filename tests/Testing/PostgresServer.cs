using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Saima.Testing;

/// <summary>
/// The PostgreSQL that the tests use: the server that <c>SAIMA_TEST_PG</c> names (a connection string), or one started for this process in a temporary folder and stopped with it.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Started = new(Start);

    /// <summary>Connection string without a database.</summary>
    public static string Connection => Started.Value;

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable("SAIMA_TEST_PG") is { Length: > 0 } given)
        {
            return given;
        }

        var bin = Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).First();
        var folder = Path.Combine(Path.GetTempPath(), $"saima-pg-{Guid.NewGuid():N}");
        var port = FreePort();
        Directory.CreateDirectory(folder);
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        AsPostgres($"{bin}/initdb", "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AsPostgres(
            $"{bin}/pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsPostgres($"{bin}/pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "postgres" }.ToString();
    }

    // PostgreSQL refuses to run as root.
    private static void AsPostgres(string file, params string[] arguments)
    {
        if (Environment.UserName == "root")
        {
            Run("runuser", ["-u", "postgres", "--", file, .. arguments]);
        }
        else
        {
            Run(file, arguments);
        }
    }

    // Output is not redirected: the server would inherit the pipe and keep it open.
    private static void Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", file, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: exit status {process.ExitCode}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
