using Saima.Engines.Transparency;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>Use case: fetches a whole log as it is served, builds it anew, and compares every file, its checkpoint and earlier checkpoints.</summary>
internal static class CheckMirror
{
    /// <param name="keys">Those that are trusted.</param>
    /// <param name="earlier">Checkpoints it must have grown from.</param>
    public static async Task<Outcome<LogChecked>> Run(RemoteLog log, IReadOnlyList<VerifierKey> keys, IReadOnlyList<SignedNote> earlier, CancellationToken cancel)
    {
        List<LogFault> faults = [];
        List<byte[]> entries = [];
        Dictionary<LogTile, byte[]> tiles = [];
        foreach (var tile in LogTile.Of(log.Checkpoint.Size))
        {
            if (tile.Level == LogTile.Entries)
            {
                var bundle = await log.Entries(tile, cancel);
                if (bundle.Refusal is { } unread)
                {
                    return unread;
                }

                if (bundle.Value is not { } read)
                {
                    faults.Add(LogFault.Missing(tile.Path));
                    continue;
                }

                entries.AddRange(read);
                continue;
            }

            var hashes = await log.Tile(tile, cancel);
            if (hashes.Refusal is { } refusal)
            {
                return refusal;
            }

            if (hashes.Value?.Length == tile.Width * MerkleHash.Length)
            {
                tiles.Add(tile, hashes.Value);
            }
            else
            {
                faults.Add(LogFault.Missing(tile.Path));
            }
        }

        if (log.Note.SignedBy(keys, Ed25519.Check).Count == 0)
        {
            faults.Add(LogFault.Signature);
        }

        if (faults.Any(fault => fault.Code == "TILE_MISSING"))
        {
            return new LogChecked(entries.Count, earlier.Count + 1, "", faults);
        }

        var tree = MerkleTree.Of(entries);
        Judge(log.Checkpoint, entries, tree, tiles, faults);
        faults.AddRange(CheckLog.Compare(tree, keys, earlier));
        return new LogChecked(tree.Size, earlier.Count + 1, Convert.ToHexStringLower(log.Checkpoint.Head), [.. faults.Distinct()]);
    }

    /// <summary>Which of entries and tiles the checkpoint was signed for, and what differs from that.</summary>
    private static void Judge(Checkpoint said, List<byte[]> entries, MerkleTree tree, Dictionary<LogTile, byte[]> tiles, List<LogFault> faults)
    {
        var leaves = new MerkleTree();
        foreach (var leaf in tiles.Where(tile => tile.Key.Level == 0).OrderBy(tile => tile.Key.Index).SelectMany(tile => tile.Value.Chunk(MerkleHash.Length)))
        {
            leaves.Append(leaf);
        }

        var (byEntries, byTiles) = (tree.Head(said.Size).AsSpan().SequenceEqual(said.Head), leaves.Head(said.Size).AsSpan().SequenceEqual(said.Head));
        if (!byEntries && !byTiles)
        {
            faults.Add(LogFault.Head);
        }

        var right = byTiles && !byEntries ? leaves : tree;
        faults.AddRange(tiles.Where(tile => !tile.Key.Hashes(right.Read).AsSpan().SequenceEqual(tile.Value)).Select(tile => LogFault.Tile(tile.Key.Path)));
        if (byTiles)
        {
            faults.AddRange(Enumerable.Range(0, entries.Count).Where(index => !MerkleHash.Leaf(entries[index]).AsSpan().SequenceEqual(leaves.Read(new(0, index)))).Select(index => LogFault.Entry(index)));
        }
    }
}
