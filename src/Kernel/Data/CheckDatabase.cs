using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Saima.Kernel.Ledger;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Data;

/// <summary>What a check found.</summary>
/// <param name="Rows">Number of rows of every table.</param>
/// <param name="Faults">What is damaged; empty if nothing is.</param>
public sealed record DatabaseChecked(IReadOnlyDictionary<string, long> Rows, LedgerVerified? Ledger, IReadOnlyList<Phrase> Faults)
{
    public bool IsEmpty => Rows.Values.All(rows => rows == 0);
}

/// <summary>Reads a database through: its pages and references, its tables and its ledger. Changes nothing.</summary>
public static class CheckDatabase
{
    private const int Corrupt = 11;

    public static async Task<Outcome<DatabaseChecked>> Run(DatabaseAddress address, IReadOnlyList<SaimaModule> modules, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        await using var db = new SaimaDb(address.Options().Options, modules);
        if (!Exists(address) || !await db.Database.CanConnectAsync(cancel))
        {
            return DatabaseRefusals.Missing(address);
        }

        var faults = new List<Phrase>();
        if (!address.IsPostgres)
        {
            faults.AddRange(await Pages(db, cancel));
            if (faults.Count > 0)
            {
                return new DatabaseChecked(new Dictionary<string, long>(), null, faults);
            }
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Except(db.Database.GetMigrations()).Any())
        {
            return DatabaseRefusals.Unknown(address);
        }

        if (applied.Count == 0)
        {
            return new DatabaseChecked(new Dictionary<string, long>(), null, faults);
        }

        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables(db.Model))
        {
            rows[table] = long.Parse((await Lines(db, $"SELECT count(*) FROM \"{table}\"", cancel))[0], CultureInfo.InvariantCulture);
        }

        var ledger = await VerifyLedger.Run(db, cancel: cancel);
        if (ledger.Fault is { } fault)
        {
            faults.Add(fault);
        }

        return new DatabaseChecked(rows, ledger, faults);
    }

    private static async Task<List<Phrase>> Pages(SaimaDb db, CancellationToken cancel)
    {
        try
        {
            return
            [
                .. (await Lines(db, "PRAGMA integrity_check", cancel)).Where(line => line != "ok").Select(Damaged),
                .. (await Lines(db, "PRAGMA foreign_key_check", cancel))
                    .Select(table => new Phrase($"表 {table} 中有记录指向不存在的记录。", $"A row of {table} refers to a row that is not there.")),
            ];
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Corrupt)
        {
            return [Damaged(fault.Message)];
        }
    }

    private static Phrase Damaged(string what) => new($"数据库文件损坏：{what}", $"The database file is damaged: {what}");

    internal static bool Exists(DatabaseAddress address) => address.File is not { } file || File.Exists(file);

    private static IEnumerable<string> Tables(IModel model) => model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct();

    private static async Task<List<string>> Lines(SaimaDb db, string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            lines.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return lines;
    }
}
