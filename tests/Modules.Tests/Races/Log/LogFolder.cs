using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Modules.Races.Log;
using Saima.Modules.Races.Rounds;
using Saima.Testing;

namespace Saima.Modules.Tests.Races.Log;

/// <summary>The sample's log exported to a folder that goes away, and what somebody who holds the key could make of it.</summary>
internal sealed class LogFolder : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saima-log-");
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private LogFolder(TestDatabase database) => (this.database, services) = (database, database.Services());

    public TestDatabase Database => database;

    public string Log => Path.Combine(folder.FullName, "log");

    public string Key { get; private set; } = "";

    public string File(string name) => Path.Combine(folder.FullName, name);

    public static async Task<LogFolder> Export(string kind)
    {
        var exported = new LogFolder(TestDatabase.Create(kind));
        await SampleDistrict.Load(exported.database);
        await exported.Again();
        exported.Key = (await System.IO.File.ReadAllTextAsync(Path.Combine(exported.Log, "vkey"))).Trim();
        return exported;
    }

    public async Task Again()
    {
        if (Directory.Exists(Log))
        {
            Directory.Delete(Log, recursive: true);
        }

        var run = await CliRun.Here("log", "export", "--to", Log, "--db", database.Db);
        if (run.Status != 0)
        {
            throw new InvalidOperationException(run.Output + run.Error);
        }
    }

    /// <summary>A published bundle as a file.</summary>
    public async Task<string> Bundle(int round)
    {
        var kept = (await RoundArchive.Latest(database.Open(), 2023, round))!;
        await System.IO.File.WriteAllBytesAsync(File($"r{round}.zip"), await RoundArchive.Bytes(database.Open(), kept.Id));
        return File($"r{round}.zip");
    }

    public async Task<List<byte[]>> Entries() => [.. EntryBundle.Read(await System.IO.File.ReadAllBytesAsync(Path.Combine(Log, "tile/entries/000.p/6")))!];

    /// <summary>Writes a log of other entries, signed with the real key: what a publisher who lies would do.</summary>
    public async Task Forge(IReadOnlyList<byte[]> entries)
    {
        Directory.Delete(Path.Combine(Log, "tile"), recursive: true);
        var tree = MerkleTree.Of(entries);
        foreach (var tile in LogTile.Of(tree.Size))
        {
            var file = Path.Combine(Log, tile.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await System.IO.File.WriteAllBytesAsync(file, tile.Level == LogTile.Entries ? EntryBundle.Write(entries) : tile.Hashes(tree.Read));
        }

        await System.IO.File.WriteAllTextAsync(Path.Combine(Log, "checkpoint"), await Sign(tree), new UTF8Encoding(false));
    }

    public Task<CliRun> Check(params string[] also) => CliRun.Here(["log", "check", "--from", Log, "--key", Key, "--db", File("none.db"), "--json", "--lang", "en", .. also]);

    public Task<CliRun> Verify(string bundle, params string[] also) => CliRun.Here(["race", "verify", bundle, "--log", Log, "--seen", File("seen.json"), "--lang", "en", .. also]);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<string> Sign(MerkleTree tree)
    {
        var keys = services.GetRequiredService<LogKeys>();
        await using var scope = services.CreateAsyncScope();
        var key = (await keys.Signing(scope.ServiceProvider.GetRequiredService<SaimaDb>(), default))[^1];
        var said = new Checkpoint(VerifierKey.Parse(key.Public)!.Name, tree.Size, tree.Head(tree.Size));
        return new SignedNote(said.Text, [keys.Sign(key, said.Text)!]).ToString();
    }
}
