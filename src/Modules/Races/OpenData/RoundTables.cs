using System.IO.Compression;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;
using Sylvan.Data.Csv;

namespace Saima.Modules.Races.OpenData;

/// <summary>The tables of a published bundle, opened: what is handed out comes from them and never from the register.</summary>
internal sealed class RoundTables : IDisposable
{
    private readonly ZipArchive zip;

    private RoundTables(byte[] bytes) => zip = new(new MemoryStream(bytes));

    public static async Task<RoundTables> Open(SaimaDb db, RoundHead head, CancellationToken cancel) => new(await RoundArchive.Bytes(db, head.Id, cancel));

    /// <summary>An entry as it is; empty if there is none.</summary>
    public byte[]? Bytes(string entry)
    {
        if (zip.GetEntry(entry) is not { } found)
        {
            return null;
        }

        using var content = new MemoryStream();
        using var stream = found.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The rows of an entry, each by the names of its columns.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Rows(string entry)
    {
        if (Bytes(entry) is not { } bytes)
        {
            yield break;
        }

        using var rows = CsvDataReader.Create(new StreamReader(new MemoryStream(bytes)), new CsvDataReaderOptions { MaxBufferSize = 1 << 22 });
        var names = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
        while (rows.Read())
        {
            yield return names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => rows.GetString(pair.at), StringComparer.Ordinal);
        }
    }

    public void Dispose() => zip.Dispose();
}
