using System.Diagnostics;
using Npgsql;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Data;

/// <summary>Runs a program of the PostgreSQL client, found on the PATH or where Debian keeps it.</summary>
internal static class PostgresTool
{
    /// <returns>Nothing if it did its work.</returns>
    public static async Task<Refusal?> Run(string tool, DatabaseAddress address, string database, string[] arguments, CancellationToken cancel)
    {
        if (Find(tool) is not { } program)
        {
            return DatabaseRefusals.NoTool(tool);
        }

        var to = new NpgsqlConnectionStringBuilder(address.Connection);
        var start = new ProcessStartInfo(program, [.. arguments, "--no-password", $"--dbname={database}"]) { RedirectStandardError = true };
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        if (to.Password is { Length: > 0 } password)
        {
            start.Environment["PGPASSWORD"] = password;
        }

        using var process = Process.Start(start)!;
        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? null : DatabaseRefusals.ToolFailed(tool, said.ReplaceLineEndings(" ").Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string? Find(string tool)
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return versions.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
    }
}
