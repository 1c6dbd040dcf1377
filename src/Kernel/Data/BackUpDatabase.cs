using Microsoft.Data.Sqlite;
using Npgsql;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Data;

/// <summary>Writes a database as it is at one moment to a file, while others go on working: whole, or not at all.</summary>
public static class BackUpDatabase
{
    /// <returns>Size of the file in bytes.</returns>
    public static async Task<Outcome<long>> Run(DatabaseAddress address, string file, bool overwrite, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(file);
        if (!CheckDatabase.Exists(address))
        {
            return DatabaseRefusals.Missing(address);
        }

        if (!overwrite && File.Exists(file))
        {
            return DatabaseRefusals.FileExists(file);
        }

        var part = $"{Path.GetFullPath(file)}.{Guid.NewGuid():N}.part";
        try
        {
            if (await (address.IsPostgres ? Dump(address, part, cancel) : Copy(address, part, file, cancel)) is { } refusal)
            {
                return refusal;
            }

            await using (var written = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite);
            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<Refusal?> Copy(DatabaseAddress address, string part, string file, CancellationToken cancel)
    {
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder(address.Connection) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString());
        await source.OpenAsync(cancel);
        await target.OpenAsync(cancel);
        source.BackupDatabase(target);
        cancel.ThrowIfCancellationRequested();
        await using var command = target.CreateCommand();

        // One file, without a log beside it, that says it is whole.
        command.CommandText = "PRAGMA journal_mode = DELETE";
        await command.ExecuteNonQueryAsync(cancel);
        command.CommandText = "PRAGMA integrity_check";
        return (string?)await command.ExecuteScalarAsync(cancel) == "ok" ? null : DatabaseRefusals.NotBackup(file);
    }

    private static Task<Refusal?> Dump(DatabaseAddress address, string part, CancellationToken cancel) =>
        PostgresTool.Run(
            "pg_dump", address, new NpgsqlConnectionStringBuilder(address.Connection).Database ?? "", ["--format=custom", "--no-owner", "--no-privileges", $"--file={part}"], cancel);
}
