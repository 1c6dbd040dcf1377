using Microsoft.Data.Sqlite;
using Npgsql;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Data;

/// <summary>Puts a backup in the place of a database. The backup is read through and its ledger verified before anything is replaced, and it is replaced at once or not at all.</summary>
public static class RestoreDatabase
{
    public static async Task<Outcome<DatabaseChecked>> Run(
        DatabaseAddress address, IReadOnlyList<SaimaModule> modules, string file, bool overwrite, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(file);
        if (!File.Exists(file))
        {
            return DatabaseRefusals.NotBackup(file);
        }

        if (!overwrite && (await CheckDatabase.Run(address, modules, cancel)).Value is { IsEmpty: false })
        {
            return DatabaseRefusals.NotEmpty(address);
        }

        var outcome = address.IsPostgres ? await Load(address, modules, file, cancel) : await Copy(address, modules, file, cancel);
        if (outcome.Refusal is null)
        {
            OpenDatabase.Migrate(address, modules);
        }

        return outcome;
    }

    private static async Task<Outcome<DatabaseChecked>> Judge(DatabaseAddress backup, IReadOnlyList<SaimaModule> modules, string file, CancellationToken cancel)
    {
        var outcome = await CheckDatabase.Run(backup, modules, cancel);
        return outcome.Value is not { } found ? outcome
            : found.Faults.Count > 0 ? DatabaseRefusals.BackupDamaged(file, found.Faults[0])
            : found.Ledger is null ? DatabaseRefusals.NotBackup(file)
            : found;
    }

    private static async Task<Outcome<DatabaseChecked>> Copy(DatabaseAddress address, IReadOnlyList<SaimaModule> modules, string file, CancellationToken cancel)
    {
        var backup = new DatabaseAddress(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString(), false);
        Outcome<DatabaseChecked> outcome;
        try
        {
            outcome = await Judge(backup, modules, file, cancel);
        }
        catch (SqliteException)
        {
            return DatabaseRefusals.NotBackup(file);
        }

        if (outcome.Refusal is not null)
        {
            return outcome;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(address.File!))!);
        await using var source = new SqliteConnection(backup.Connection);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder(address.Connection) { Pooling = false }.ToString());
        await source.OpenAsync(cancel);
        await target.OpenAsync(cancel);

        // One transaction of the target: whoever has it open sees the old data or the new.
        source.BackupDatabase(target);
        await using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancel);
        return outcome;
    }

    private static async Task<Outcome<DatabaseChecked>> Load(DatabaseAddress address, IReadOnlyList<SaimaModule> modules, string file, CancellationToken cancel)
    {
        var name = new NpgsqlConnectionStringBuilder(address.Connection).Database!;
        var scratch = $"saima_restore_{Guid.NewGuid():N}";
        string On(string database) => new NpgsqlConnectionStringBuilder(address.Connection) { Database = database, Pooling = false }.ToString();
        await using var server = new NpgsqlConnection(On("postgres"));
        await server.OpenAsync(cancel);
        await Execute(server, $"CREATE DATABASE {Quoted(scratch)} TEMPLATE template0", cancel);
        try
        {
            if (await PostgresTool.Run("pg_restore", address, scratch, ["--exit-on-error", "--no-owner", "--no-privileges", "--single-transaction", Path.GetFullPath(file)], cancel) is { } refusal)
            {
                return refusal.Code == "POSTGRES_TOOL_MISSING" ? refusal : DatabaseRefusals.NotBackup(file);
            }

            var outcome = await Judge(new(On(scratch), true), modules, file, cancel);
            if (outcome.Refusal is null)
            {
                await Replace(server, name, scratch, cancel);
            }

            return outcome;
        }
        finally
        {
            await Execute(server, $"DROP DATABASE IF EXISTS {Quoted(scratch)}", CancellationToken.None);
        }
    }

    // Both renames in one transaction: there is never no database of this name.
    private static async Task Replace(NpgsqlConnection server, string name, string scratch, CancellationToken cancel)
    {
        NpgsqlConnection.ClearAllPools();
        var old = scratch + "_old";
        await using var exists = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", server) { Parameters = { new() { Value = name } } };
        var replaces = (long)(await exists.ExecuteScalarAsync(cancel))! > 0;
        await using (var transaction = await server.BeginTransactionAsync(cancel))
        {
            if (replaces)
            {
                await Execute(server, $"ALTER DATABASE {Quoted(name)} RENAME TO {Quoted(old)}", cancel);
            }

            await Execute(server, $"ALTER DATABASE {Quoted(scratch)} RENAME TO {Quoted(name)}", cancel);
            await transaction.CommitAsync(cancel);
        }

        await Execute(server, $"DROP DATABASE IF EXISTS {Quoted(old)}", CancellationToken.None);
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
