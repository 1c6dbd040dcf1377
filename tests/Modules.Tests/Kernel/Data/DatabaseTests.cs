using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Data;

public sealed class DatabaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_migrations_say_what_the_model_says(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        data.Open().Database.HasPendingModelChanges().ShouldBeFalse("docs/how-to/add-a-migration.md says how to add one.");
        (await data.Open().Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "2023-12-31 09:39:48.912421+00:00")]
    [InlineData(false, "2023-12-31 09:39:48.912421+00:00")]
    [InlineData(false, "2199-12-31 09:39:48.912421+00:00")]
    public async Task A_lock_that_a_killed_process_left_behind_holds_nobody_up(bool migrated, string since)
    {
        var file = TemporaryFile();
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(Cancel);
            if (migrated)
            {
                OpenDatabase.Migrate(DatabaseAddress.Parse(file), AllModules.List);
            }

            await using var command = connection.CreateCommand();
            command.Parameters.AddWithValue("$since", since);
            command.CommandText = "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, $since)";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await Task.Run(() => OpenDatabase.Migrate(DatabaseAddress.Parse(file), AllModules.List), Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        await using var db = new SaimaDb(DatabaseAddress.Parse(file).Options().Options, AllModules.List);
        (await db.Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_changes_the_schema_and_lives_is_waited_for()
    {
        var file = TemporaryFile();
        var other = new FileStream(SchemaRight.FileOf(Path.GetFullPath(file)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var mine = Task.Run(() => OpenDatabase.Migrate(DatabaseAddress.Parse(file), AllModules.List), Cancel);
        await Should.ThrowAsync<TimeoutException>(() => mine.WaitAsync(TimeSpan.FromSeconds(2), Cancel));
        await other.DisposeAsync();
        await mine.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    [Fact]
    public async Task Many_who_start_at_once_on_a_new_database_all_start()
    {
        var file = TemporaryFile();
        var starts = Enumerable.Range(0, 6).Select(_ => Task.Run(() => OpenDatabase.Migrate(DatabaseAddress.Parse(file), AllModules.List), Cancel));
        await Task.WhenAll(starts).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_backup_brings_back_what_was(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var file = TemporaryFile();
        var head = await Append(data, "first");
        (await BackUpDatabase.Run(data.Address, file, overwrite: false, Cancel)).Value.ShouldBe(new FileInfo(file).Length);
        await Append(data, "second");

        var refused = await RestoreDatabase.Run(data.Address, AllModules.List, file, overwrite: false, Cancel);
        refused.Refusal!.Code.ShouldBe("DATABASE_NOT_EMPTY");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Entries.ShouldBe(2);

        await data.Close();
        var restored = await RestoreDatabase.Run(data.Address, AllModules.List, file, overwrite: true, Cancel);
        restored.Refusal.ShouldBeNull();
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).ShouldBe(new LedgerVerified(1, 1, head, null));
        File.Delete(file);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_backup_whose_ledger_was_altered_replaces_nothing(string kind)
    {
        await using var altered = TestDatabase.Create(kind);
        await Append(altered, "first");
        await altered.Open().Database.ExecuteSqlRawAsync("UPDATE kernel_ledger_entry SET action = 'x'", Cancel);
        var file = TemporaryFile();
        (await BackUpDatabase.Run(altered.Address, file, overwrite: false, Cancel)).Refusal.ShouldBeNull();

        await using var data = TestDatabase.Create(kind);
        var head = await Append(data, "mine");
        await data.Close();
        (await RestoreDatabase.Run(data.Address, AllModules.List, file, overwrite: true, Cancel)).Refusal!.Code.ShouldBe("BACKUP_DAMAGED");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Head.ShouldBe(head);
        File.Delete(file);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_file_that_is_no_whole_backup_replaces_nothing(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var head = await Append(data, "mine");
        var file = TemporaryFile();
        await BackUpDatabase.Run(data.Address, file, overwrite: false, Cancel);
        var whole = await File.ReadAllBytesAsync(file, Cancel);
        foreach (var bytes in new[] { [], whole[..100], whole[..(whole.Length / 2)], "not a backup"u8.ToArray() })
        {
            await File.WriteAllBytesAsync(file, bytes, Cancel);
            await data.Close();
            (await RestoreDatabase.Run(data.Address, AllModules.List, file, overwrite: true, Cancel)).Refusal!.Code.ShouldBeOneOf("BACKUP_UNREADABLE", "BACKUP_DAMAGED");
            (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Head.ShouldBe(head);
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_backup_is_not_written_over_another_unless_told_to()
    {
        await using var data = TestDatabase.Create("sqlite");
        var file = TemporaryFile();
        await File.WriteAllTextAsync(file, "mine", Cancel);
        (await BackUpDatabase.Run(data.Address, file, overwrite: false, Cancel)).Refusal!.Code.ShouldBe("BACKUP_EXISTS");
        (await File.ReadAllTextAsync(file, Cancel)).ShouldBe("mine");
        (await BackUpDatabase.Run(data.Address, file, overwrite: true, Cancel)).Refusal.ShouldBeNull();
        Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*").ShouldBe([file]);
        File.Delete(file);
    }

    [Fact]
    public async Task A_damaged_database_is_found()
    {
        await using var data = TestDatabase.Create("sqlite");
        await Append(data, "first");
        await data.Close();
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(data.Address.File!, Cancel);
        bytes.AsSpan(8192, 4096).Fill(0x5A);
        await File.WriteAllBytesAsync(data.Address.File!, bytes, Cancel);
        (await CheckDatabase.Run(data.Address, AllModules.List, Cancel)).Value!.Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_sqlite_database_writes_ahead_waits_for_others_and_keeps_its_references()
    {
        await using var data = TestDatabase.Create("sqlite");
        (await Pragma(data.Open(), "journal_mode")).ShouldBe("wal");
        (await Pragma(data.Open(), "foreign_keys")).ShouldBe("1");
        (await Pragma(data.Open(), "synchronous")).ShouldBe("2");
    }

    [Theory]
    [InlineData("data/x.db", false, "data/x.db")]
    [InlineData("sqlite:data/x.db", false, "data/x.db")]
    [InlineData("postgres://saima:geheim@db.example:5433/race", true, "race (db.example)")]
    [InlineData("postgresql://db.example/race", true, "race (db.example)")]
    [InlineData("Host=db.example;Database=race;Password=geheim", true, "race (db.example)")]
    public void An_address_says_where_the_data_is_and_no_password(string text, bool postgres, string name)
    {
        var address = DatabaseAddress.Parse(text);
        address.IsPostgres.ShouldBe(postgres);
        address.Name.ShouldBe(name);
    }

    private static async Task<string?> Pragma(SaimaDb db, string name)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync(Cancel))?.ToString();
    }

    private static async Task<string> Append(TestDatabase data, string subject)
    {
        var db = data.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var batch = await AppendToLedger.Run(db, DateTimeOffset.UnixEpoch, "tester", [new("act", subject, null, null, "{}")], Cancel);
        await transaction.CommitAsync(Cancel);
        return batch!.Seal;
    }

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"saima-backup-{Guid.NewGuid():N}");
}
