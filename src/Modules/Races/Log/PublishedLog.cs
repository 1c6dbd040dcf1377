using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Log;

/// <summary>Reads the log of the database: its size, its tree, and the files it is served as, made from the entries each time.</summary>
public static class PublishedLog
{
    public static Task<long> Size(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<LogEntry>().LongCountAsync(cancel);
    }

    public static Task<LogCheckpoint?> Newest(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<LogCheckpoint>().AsNoTracking().OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
    }

    public static async Task<MerkleTree> Tree(SaimaDb db, CancellationToken cancel) => MerkleTree.Of(await Entries(db, 0, int.MaxValue, cancel));

    /// <summary>A tile or an entry bundle; nothing if the log is not that long.</summary>
    public static async Task<byte[]?> Read(SaimaDb db, LogTile tile, CancellationToken cancel)
    {
        if (!tile.IsIn(await Size(db, cancel)))
        {
            return null;
        }

        if (tile.Level > 0)
        {
            return tile.Hashes((await Tree(db, cancel)).Read);
        }

        var entries = await Entries(db, tile.Index * LogTile.Full, tile.Width, cancel);
        return tile.Level == LogTile.Entries ? EntryBundle.Write(entries) : [.. entries.SelectMany(entry => MerkleHash.Leaf(entry))];
    }

    private static async Task<IReadOnlyList<byte[]>> Entries(SaimaDb db, long first, int most, CancellationToken cancel) =>
        (await db.Set<LogEntry>().AsNoTracking().Where(entry => entry.Index >= first).OrderBy(entry => entry.Index).Take(most).Select(entry => entry.Text).ToListAsync(cancel))
            .ConvertAll(Encoding.UTF8.GetBytes);
}
