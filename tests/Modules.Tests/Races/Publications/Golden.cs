using System.IO.Compression;
using Saima.Modules.Races.Publications;
using Saima.Projects.Packages;
using Saima.Testing;

namespace Saima.Modules.Tests.Races.Publications;

/// <summary>The small package made by hand, and bundles of it in a folder that goes away.</summary>
internal sealed class Golden : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saima-golden-");

    public static string Here { get; } = Path.Combine(Approve.Root, "tests", "Modules.Tests", "Races", "Publications");

    public static string Package { get; } = Path.Combine(Here, "golden");

    public static string Approved(string name) => System.IO.File.ReadAllText(Path.Combine(Here, "approved", name));

    public string File(string name) => Path.Combine(folder.FullName, name);

    public int Files => folder.EnumerateFileSystemInfos().Count();

    /// <summary>Settles a round of the package and those before it; every round builds on the one before.</summary>
    public string Settle(int round, string? package = null, int threads = 1)
    {
        var previous = round == 1 ? null : Settle(round - 1, package, threads);
        var target = File($"r{round}.zip");
        Settle(round, previous, target, package, threads);
        return target;
    }

    public static SettledFile Settle(int round, string? previous, string target, string? package = null, int threads = 1)
    {
        var outcome = SettleFile.Run(new SettleRequest(package ?? Package, 2023, round, null, previous, 1, null, target, threads));
        return outcome.Value ?? throw new InvalidOperationException(outcome.Refusal!.Message.En + string.Join('\n', outcome.Refusal.Problems));
    }

    public static DataPackage Read(string folder) => PackageReader.Read(folder).Package!;

    public static string Entry(string bundle, string name)
    {
        using var zip = ZipFile.OpenRead(bundle);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Packs the entries again with other contents, order, names or compression.</summary>
    public string Repack(
        string bundle, Func<string, byte[], byte[]?> change, CompressionLevel level = CompressionLevel.NoCompression, bool backwards = false, string? extra = null)
    {
        var target = File($"{Guid.NewGuid():N}.zip");
        using var from = ZipFile.OpenRead(bundle);
        using var into = ZipFile.Open(target, ZipArchiveMode.Create);
        foreach (var entry in backwards ? from.Entries.Reverse() : from.Entries)
        {
            using var bytes = new MemoryStream();
            using (var content = entry.Open())
            {
                content.CopyTo(bytes);
            }

            if (change(entry.FullName, bytes.ToArray()) is { } changed)
            {
                Add(into, entry.FullName, changed, level);
            }
        }

        if (extra is not null)
        {
            Add(into, extra, [], level);
        }

        return target;
    }

    public void Dispose() => folder.Delete(true);

    private static void Add(ZipArchive zip, string name, byte[] content, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
