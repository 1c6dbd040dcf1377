using Saima.Engines.Transparency;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Publications;

namespace Saima.Modules.Races.Log;

/// <summary>The entry of a bundle.</summary>
/// <param name="Fault">Why it is not proved.</param>
/// <param name="Notes">Whether it was corrected since.</param>
internal sealed record FoundEntry(LogFault? Fault, long? Index, IReadOnlyList<Phrase> Notes);

/// <summary>Use case: finds the entry of a bundle among those of a log and proves that it is in the signed tree.</summary>
internal static class FindEntry
{
    public static async Task<Outcome<FoundEntry>> Run(RemoteLog log, Bundle bundle, CancellationToken cancel)
    {
        List<Phrase> notes = [];
        (long Index, byte[] Bytes, EditionEntry Entry)? found = null;
        foreach (var tile in LogTile.Of(log.Checkpoint.Size).TakeWhile(tile => tile.Level == LogTile.Entries))
        {
            var read = await log.Entries(tile, cancel);
            if (read.Refusal is { } refusal)
            {
                return refusal;
            }

            if (read.Value is not { } entries)
            {
                return new FoundEntry(LogFault.Missing(tile.Path), null, notes);
            }

            for (var at = 0; at < entries.Count; at++)
            {
                var entry = EditionEntry.Parse(entries[at]);
                found = entry?.Bundle == bundle.Sha256 ? ((tile.Index * LogTile.Full) + at, entries[at], entry) : found;
                if (entry?.Supersedes == bundle.Sha256)
                {
                    notes.Add(LogWords.Superseded(entry.Edition, entry.PublishedAt));
                }
            }
        }

        if (found is not { } logged)
        {
            return new FoundEntry(LogFault.NotLogged, null, notes);
        }

        var fetched = await log.Fetch(read => MerkleProof.Inclusion(logged.Index, log.Checkpoint.Size, read), cancel);
        if (fetched.Refusal is { } unfetched)
        {
            return unfetched;
        }

        var (said, manifest) = (logged.Entry, bundle.Manifest);
        var fault = fetched.Value
            ?? (!MerkleProof.IsIncluded(MerkleHash.Leaf(logged.Bytes), logged.Index, log.Checkpoint.Size, MerkleProof.Inclusion(logged.Index, log.Checkpoint.Size, log.Read), log.Checkpoint.Head) ? LogFault.NotIncluded(logged.Index)
            : (said.Season, said.Round, said.Edition) != (manifest.Season, manifest.Round, manifest.Edition) ? LogFault.OtherEntry(logged.Index)
            : null);
        return new FoundEntry(fault, logged.Index, notes);
    }
}
