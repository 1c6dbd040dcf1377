using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Log;

public sealed class RestoredPagesTests
{
    private static readonly string[] Addresses =
    [
        "/", "/seasons/2023/rounds/6", "/seasons/2023/rounds/6/lanes/start", "/seasons/2023/rounds/6/units", "/seasons/2023/rounds/6/units/S05", "/seasons/2023/rounds/6/projects/P001",
        "/seasons/2023/rounds/5/projects/P027", "/seasons/2023/rounds/6/bundle.zip", "/seasons/2023/rounds/6/standings.csv", "/seasons/2023/rounds/6/units.csv",
        "/log", "/log/verify", "/log/checkpoint", "/log/vkey", "/log/tile/0/000.p/6", "/log/tile/entries/000.p/6",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Published_pages_taken_down_and_restored_from_a_backup_have_the_same_bytes(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var folder = Directory.CreateTempSubdirectory("saima-restored-");
        await SampleDistrict.Load(data);
        var before = await Pages(data, folder.FullName);
        before["/log/checkpoint"].Length.ShouldBeGreaterThan(100);
        await data.Close();

        var backup = Path.Combine(folder.FullName, "backup");
        (await BackUpDatabase.Run(data.Address, backup, overwrite: false, Cancel)).Refusal.ShouldBeNull();
        await Wipe(data);
        (await RestoreDatabase.Run(data.Address, AllModules.List, backup, overwrite: true, Cancel)).Refusal.ShouldBeNull();

        // The folder keys is still there, as it has to be in a backup.
        var after = await Pages(data, folder.FullName);
        foreach (var address in Addresses)
        {
            after[address].ShouldBe(before[address], address);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<Dictionary<string, byte[]>> Pages(TestDatabase data, string folder)
    {
        await using var site = await Site.Start(data, folder: folder);
        site.Anonymous.DefaultRequestHeaders.Host = "race.example";
        var pages = new Dictionary<string, byte[]>();
        foreach (var address in Addresses)
        {
            pages[address] = await site.Anonymous.GetByteArrayAsync(address, Cancel);
        }

        return pages;
    }

    private static async Task Wipe(TestDatabase data)
    {
        if (data.Address.File is { } file)
        {
            SqliteConnection.ClearAllPools();
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(part);
            }

            return;
        }

        await data.Open().Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public", Cancel);
        await data.Close();
        NpgsqlConnection.ClearAllPools();
    }
}
