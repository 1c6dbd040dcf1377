using System.IO.Compression;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>Writes a package: canonical CSV, a folder, a zip or a workbook. The same package gives the same bytes.</summary>
public static class PackageWriter
{
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The table as canonical CSV: no byte order mark, LF after every row, all columns in the order of the specification, quotes only where RFC 4180 needs them,
    /// rows in the order of their keys. Texts are as they are: this is data for programs.
    /// </summary>
    public static void WriteCanonicalCsv(DataPackage package, PackageTable table, Stream into)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(into);
        using var writer = new ByteWriter(into);
        var cells = new CsvCells(writer);
        foreach (var column in table.Columns)
        {
            cells.Text(System.Text.Encoding.UTF8.GetBytes(column.Name));
        }

        cells.EndRow();
        TableRows.Write(package, table, cells);
    }

    /// <summary>Tables that are written: the required ones and those with rows.</summary>
    public static IReadOnlyList<PackageTable> Tables(DataPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return [.. PackageTable.All.Where(table => table.Required || package.Rows(table) > 0)];
    }

    /// <summary>Writes a new folder whole or not at all; refuses one that exists.</summary>
    public static void WriteFolder(DataPackage package, string folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, true);
        }

        Directory.CreateDirectory(unfinished);
        try
        {
            foreach (var (name, write) in Entries(package))
            {
                cancel.ThrowIfCancellationRequested();
                using var file = File.Create(Path.Combine(unfinished, name));
                write(file);
            }

            Directory.Move(unfinished, target);
        }
        catch
        {
            Directory.Delete(unfinished, true);
            throw;
        }
    }

    public static void WriteZip(DataPackage package, Stream into, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        using var zip = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, write) in Entries(package))
        {
            cancel.ThrowIfCancellationRequested();
            var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = Timestamp;
            using var stream = entry.Open();
            write(stream);
        }
    }

    /// <summary>Whether every table fits a sheet of a workbook.</summary>
    public static bool FitsWorkbook(DataPackage package) => Tables(package).All(table => package.Rows(table) < WorkbookWriter.LastRow);

    /// <summary>The tables as sheets, named and headed in Chinese or in English. Ask <see cref="FitsWorkbook"/> before.</summary>
    public static void WriteWorkbook(DataPackage package, Stream into, bool chinese = true, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        using var writer = new WorkbookWriter(into);
        foreach (var table in Tables(package))
        {
            cancel.ThrowIfCancellationRequested();
            writer.BeginSheet(chinese ? table.Zh : table.Name, [.. table.Columns.Select(column => new SheetColumn(chinese ? column.Zh : column.Name, Width(column)))]);
            TableRows.Write(package, table, new WorkbookCells(writer, chinese));
        }
    }

    private static int Width(PackageColumn column) => column.Kind switch
    {
        CellKind.Text when column.Name is "name" or "title" or "progress" => 36,
        CellKind.Text when column.Name is "code" or "suspension_reason" => 26,
        CellKind.Money => 18,
        CellKind.Month or CellKind.YesNo => 10,
        _ => 14,
    };

    private static IEnumerable<(string Name, Action<Stream> Write)> Entries(DataPackage package)
    {
        var tables = Tables(package);
        yield return ("datapackage.json", stream => PackageDescription.Write(tables, stream));
        foreach (var table in tables)
        {
            yield return ($"{table.Name}.csv", stream => WriteCanonicalCsv(package, table, stream));
        }
    }
}
