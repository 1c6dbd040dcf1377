using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Log;

/// <summary>What checking a whole log found.</summary>
/// <param name="Checkpoints">Those it was compared with.</param>
internal sealed record LogChecked(long Entries, int Checkpoints, string Head, IReadOnlyList<LogFault> Faults);

/// <summary>Use case: builds the log of the database anew and compares it with the editions it speaks of and with every checkpoint that was signed.</summary>
internal static class CheckLog
{
    /// <param name="saved">Checkpoints saved elsewhere.</param>
    public static async Task<LogChecked> Run(SaimaDb db, IReadOnlyList<SignedNote> saved, CancellationToken cancel)
    {
        List<LogFault> faults = [];
        var tree = await Entries(db, faults, cancel);
        await foreach (var round in db.Set<SettledRound>().AsNoTracking()
            .Where(round => round.PublishedAt != null && !db.Set<LogEntry>().Any(entry => entry.RoundId == round.Id)).OrderBy(round => round.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            faults.Add(LogFault.Unlogged(round.Season, round.Round, round.Edition));
        }

        var keys = await Keys(db, cancel);
        var notes = await Notes(db, cancel);
        faults.AddRange(Compare(tree, keys, notes.Concat(saved)));
        return new(tree.Size, notes.Count + saved.Count, Convert.ToHexStringLower(tree.Head(tree.Size)), [.. faults.Distinct()]);
    }

    public static async Task<IReadOnlyList<VerifierKey>> Keys(SaimaDb db, CancellationToken cancel) =>
        [.. (await LogKeys.All(db, cancel)).Select(key => VerifierKey.Parse(key.Public)).OfType<VerifierKey>()];

    public static async Task<IReadOnlyList<SignedNote>> Notes(SaimaDb db, CancellationToken cancel) =>
        [.. (await db.Set<LogCheckpoint>().AsNoTracking().OrderBy(one => one.Number).Select(one => one.Note).ToListAsync(cancel)).Select(note => SignedNote.Parse(note) ?? new("", []))];

    /// <summary>Every checkpoint is signed by a known key, not larger than the log, and has the head the log had at that size.</summary>
    public static IEnumerable<LogFault> Compare(MerkleTree tree, IReadOnlyList<VerifierKey> keys, IEnumerable<SignedNote> notes)
    {
        foreach (var note in notes)
        {
            if (note.SignedBy(keys, Ed25519.Check).Count == 0 || Checkpoint.Parse(note.Text) is not { } said)
            {
                yield return LogFault.Signature;
            }
            else if (said.Size > tree.Size)
            {
                yield return LogFault.Truncated(tree.Size, said.Size);
            }
            else if (!tree.Head(said.Size).AsSpan().SequenceEqual(said.Head))
            {
                yield return LogFault.Forked(said.Size);
            }
        }
    }

    private static async Task<MerkleTree> Entries(SaimaDb db, List<LogFault> faults, CancellationToken cancel)
    {
        var tree = new MerkleTree();
        foreach (var entry in await db.Set<LogEntry>().AsNoTracking().OrderBy(entry => entry.Index).ToListAsync(cancel))
        {
            if (entry.Index != tree.Size)
            {
                faults.Add(LogFault.Gap(tree.Size));
            }

            var text = Encoding.UTF8.GetBytes(entry.Text);
            tree.Append(MerkleHash.Leaf(text));
            var round = await db.Set<SettledRound>().AsNoTracking().SingleAsync(round => round.Id == entry.RoundId, cancel);
            var bundle = await RoundArchive.Bytes(db, round.Id, cancel);
            if (Convert.ToHexStringLower(SHA256.HashData(bundle)) != round.BundleHash)
            {
                faults.Add(LogFault.Bundle(round.Season, round.Round, round.Edition));
            }
            else if (round.PublishedAt is null || entry.Hash != Convert.ToHexStringLower(MerkleHash.Leaf(text)) || !(await LogEditions.Entry(db, round, bundle, cancel)).ToBytes().AsSpan().SequenceEqual(text))
            {
                faults.Add(LogFault.Entry(entry.Index));
            }
        }

        return tree;
    }
}
