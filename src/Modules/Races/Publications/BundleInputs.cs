using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>What a bundle was settled from, read out of it.</summary>
internal static class BundleInputs
{
    /// <summary>The data of a bundle as a package.</summary>
    public static PackageReading Data(Bundle bundle, int threads, CancellationToken cancel)
    {
        var tables = PackageTable.All.Select(table => (Table: table, Entry: bundle.Entries.FirstOrDefault(entry => entry.Name == BundleFormat.DataEntry(table.Name))))
            .Where(pair => pair.Entry is not null).Select(pair => new StoredTable(pair.Table, pair.Entry!.Name, pair.Entry.Offset, pair.Entry.Size));
        return StoredTables.Read(bundle.Handle, tables, new ReadingOptions(threads), null, cancel);
    }

    /// <summary>What the bundle says was settled.</summary>
    public static BundleOrder? Order(Bundle bundle, int threads, out Difference? unreadable)
    {
        var manifest = bundle.Manifest;
        unreadable = null;
        PreviousResults? previous = null;
        if (manifest.Previous is { } reference)
        {
            using var table = bundle.Read(BundleFormat.Previous);
            long row = 1;
            previous = table is null ? null : PreviousResults.Read(table, reference, out row);
            if (previous is null)
            {
                unreadable = table is null
                    ? Difference.Missing(BundleFormat.Previous)
                    : Difference.Unreadable(BundleFormat.Previous, row, null, null, new("不是上一轮的结果", "these are no results of a round"));
                return null;
            }
        }

        return new(manifest.Season, manifest.Round, bundle.Rules, previous, manifest.Edition, manifest.Supersedes, threads) { Engine = manifest.Engine, Deadline = manifest.DeadlineFromCalendar ? manifest.Deadline : null };
    }
}
