using System.Text;
using Saima.Engines.Transparency;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>A log as whoever does not trust it reads it: nothing counts before it is proved against the signed checkpoint.</summary>
internal sealed class RemoteLog(LogPlace place, SignedNote note, Checkpoint checkpoint)
{
    private readonly Dictionary<LogTile, byte[]> tiles = [];

    public SignedNote Note { get; } = note;

    public Checkpoint Checkpoint { get; } = checkpoint;

    public static async Task<Outcome<RemoteLog>> Open(LogPlace place, CancellationToken cancel)
    {
        var read = await place.Read("checkpoint", cancel);
        return read.Refusal is { } refusal ? refusal
            : read.Value is { } bytes && SignedNote.Parse(Encoding.UTF8.GetString(bytes)) is { } note && Checkpoint.Parse(note.Text) is { } checkpoint ? new RemoteLog(place, note, checkpoint)
            : LogRefusals.NoLog(place.Name);
    }

    /// <summary>The keys the log states itself.</summary>
    public async Task<Outcome<List<VerifierKey>>> StatedKeys(CancellationToken cancel)
    {
        var read = await place.Read("vkey", cancel);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var keys = Encoding.UTF8.GetString(read.Value ?? []).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(VerifierKey.Parse).OfType<VerifierKey>().ToList();
        return keys.Count == 0 ? LogRefusals.NoKey(place.Name) : keys;
    }

    /// <summary>A file as it lies there; of a partial tile the full one if it is gone, cut to its width.</summary>
    public async Task<Outcome<byte[]?>> Tile(LogTile tile, CancellationToken cancel)
    {
        var read = await place.Read(tile.Path, cancel);
        if (read.Value is null && read.Refusal is null && !tile.IsFull)
        {
            read = await place.Read((tile with { Width = LogTile.Full }).Path, cancel);
        }

        return read.Value is { } content && tile.Level != LogTile.Entries && content.Length > tile.Width * MerkleHash.Length ? content[..(tile.Width * MerkleHash.Length)] : read;
    }

    /// <summary>Entries of a bundle; empty if it is missing or torn.</summary>
    public async Task<Outcome<List<byte[]>?>> Entries(LogTile tile, CancellationToken cancel)
    {
        var read = await Tile(tile, cancel);
        return read.Refusal is { } refusal ? refusal
            : read.Value is { } bytes && EntryBundle.Read(bytes) is { } entries && entries.Count >= tile.Width ? entries.Take(tile.Width).ToList() : default(List<byte[]>);
    }

    /// <summary>Fetches what a proof is made of; a fault if a tile is missing or of the wrong length.</summary>
    public async Task<Outcome<LogFault?>> Fetch(Action<Func<MerkleNode, byte[]>> proof, CancellationToken cancel)
    {
        foreach (var tile in MerkleProof.Needed(proof).Select(node => LogTile.For(node, Checkpoint.Size)).Distinct().Where(tile => !tiles.ContainsKey(tile)))
        {
            var read = await Tile(tile, cancel);
            if (read.Refusal is { } refusal)
            {
                return refusal;
            }

            if (read.Value?.Length != tile.Width * MerkleHash.Length)
            {
                return LogFault.Missing(tile.Path);
            }

            tiles.Add(tile, read.Value);
        }

        return default(LogFault);
    }

    /// <summary>Hash of a subtree from what was fetched.</summary>
    public byte[] Read(MerkleNode node) => LogTile.Read(node, tiles[LogTile.For(node, Checkpoint.Size)]);

    /// <summary>Whether an older checkpoint is the beginning of this one.</summary>
    public async Task<Outcome<LogFault?>> Grew(Checkpoint older, CancellationToken cancel)
    {
        if (older.Origin != Checkpoint.Origin)
        {
            return LogFault.OtherLog(Checkpoint.Origin, older.Origin);
        }

        if (older.Size > Checkpoint.Size)
        {
            return LogFault.Truncated(Checkpoint.Size, older.Size);
        }

        var fetched = await Fetch(read => MerkleProof.Consistency(older.Size, Checkpoint.Size, read), cancel);
        return fetched.Refusal is not null || fetched.Value is not null ? fetched
            : MerkleProof.IsConsistent(older.Size, older.Head, Checkpoint.Size, Checkpoint.Head, MerkleProof.Consistency(older.Size, Checkpoint.Size, Read)) ? default(LogFault)
            : LogFault.Forked(older.Size);
    }
}
