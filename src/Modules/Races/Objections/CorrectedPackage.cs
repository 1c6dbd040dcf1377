using Saima.Modules.Races.Publications;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Objections;

/// <summary>One value of a project and what it is to be.</summary>
/// <param name="Value">As the data package writes it.</param>
/// <param name="Ground">Why a project is suspended, where none is on record.</param>
internal sealed record FactCorrection(string Project, ContestedItem Item, string Value, string Ground);

/// <summary>The data of a bundle with one value corrected, read again by the same reader that reads every package: a value that breaks a rule is refused as it would be on the way in.</summary>
internal static class CorrectedPackage
{
    /// <returns>The data, what is wrong with them, and whether the fact was found.</returns>
    public static (PackageReading Reading, bool Found) Read(Bundle bundle, FactCorrection correction, int threads, CancellationToken cancel)
    {
        var path = Path.GetTempFileName();
        try
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            var tables = new List<StoredTable>();
            var found = false;
            foreach (var table in PackageTable.All)
            {
                using var entry = bundle.Read(BundleFormat.DataEntry(table.Name));
                if (entry is null)
                {
                    continue;
                }

                var start = file.Position;
                if (table.Name == correction.Item.Table)
                {
                    found = Rewrite(entry, file, table, correction);
                }
                else
                {
                    entry.CopyTo(file);
                }

                tables.Add(new(table, BundleFormat.DataEntry(table.Name), start, file.Position - start));
            }

            file.Flush();
            return (StoredTables.Read(file.SafeFileHandle, tables, new ReadingOptions(threads), null, cancel), found);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Rewrite(Stream from, Stream into, PackageTable table, FactCorrection correction)
    {
        var (own, key, field) = (table.Column(table.Key[0]), table.Key.Count > 1 ? table.Column(table.Key[1]) : -1, table.Column(correction.Item.Field));
        var ground = correction.Item.Field == "suspended_from" && correction.Value.Length > 0 ? table.Column("suspension_reason") : -1;
        var (scan, rows, found) = (new CsvScan(from), new CsvRows(into), false);
        for (var heading = true; scan.Next(); heading = false)
        {
            var mine = !heading && scan.Text(own) == correction.Project && (key < 0 || scan.Text(key) == correction.Item.Key);
            found |= mine;
            for (var column = 0; column < scan.Count; column++)
            {
                if (mine && column == field)
                {
                    rows.Text(correction.Value);
                }
                else if (mine && column == ground && scan[column].IsEmpty)
                {
                    rows.Text(correction.Ground);
                }
                else
                {
                    rows.Text(scan[column]);
                }
            }

            rows.End();
        }

        rows.Flush();
        return found;
    }
}
