using System.IO.Compression;
using Saima.Kernel.Data;
using Saima.Kernel.Personal;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Packages;
using Sylvan.Data.Csv;

namespace Saima.Modules.Races.Disclosures;

/// <summary>Where a bundle holds what looks personal.</summary>
/// <param name="File">Entry of the bundle.</param>
/// <param name="Row">As a spreadsheet shows it; the header is row 1.</param>
public sealed record PersonalPlace(string File, int Row, string Column, PersonalFinding Finding)
{
    /// <summary>How many are told one by one.</summary>
    public const int MostTold = 50;
}

/// <summary>Reads every free text of a bundle for what belongs to a person. No column of a bundle is meant to hold a person's name.</summary>
public static class PersonalScan
{
    private const int Most = 1000;

    public static async Task<IReadOnlyList<PersonalPlace>> Run(SaimaDb db, long roundId, CancellationToken cancel)
    {
        using var zip = new ZipArchive(new MemoryStream(await RoundArchive.Bytes(db, roundId, cancel)));
        var found = new List<PersonalPlace>();
        foreach (var table in PackageTable.All)
        {
            if (zip.GetEntry($"data/{table.Name}.csv") is { } entry)
            {
                await using var stream = await entry.OpenAsync(cancel);
                await Read(entry.FullName, stream, [.. table.Columns.Where(column => column.Kind == CellKind.Text).Select(column => column.Name)], found, cancel);
            }
        }

        return found;
    }

    private static async Task Read(string file, Stream stream, IReadOnlyList<string> columns, List<PersonalPlace> found, CancellationToken cancel)
    {
        await using var rows = await CsvDataReader.CreateAsync(new StreamReader(stream), new CsvDataReaderOptions { BufferSize = 1 << 16, MaxBufferSize = 1 << 22 }, cancel);
        var places = columns.Select(column => (column, at: rows.GetOrdinal(column))).ToList();
        for (var row = 2; await rows.ReadAsync(cancel); row++)
        {
            foreach (var (column, at) in places)
            {
                if (found.Count < Most && rows.GetString(at) is { Length: > 5 } text)
                {
                    found.AddRange(PersonalData.Find(text).Select(one => new PersonalPlace(file, row, column, one)));
                }
            }
        }
    }
}
