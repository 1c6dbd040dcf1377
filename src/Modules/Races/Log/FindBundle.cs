using Saima.Engines.Transparency;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Publications;

namespace Saima.Modules.Races.Log;

/// <summary>What a bundle is looked up with.</summary>
/// <param name="Log">Address or folder.</param>
/// <param name="Key">The log's key as it is known from elsewhere; empty to take what was seen before, or what the log states.</param>
/// <param name="Checkpoint">File with a checkpoint saved earlier.</param>
/// <param name="Seen">File of what this machine has seen.</param>
internal sealed record LookUp(string Log, string? Key, string? Checkpoint, string Seen);

/// <summary>What the log says of a bundle.</summary>
/// <param name="Fault">What is wrong; empty if all is proved.</param>
/// <param name="Proved">What was proved, a sentence each.</param>
/// <param name="Notes">What people should know.</param>
internal sealed record BundleLogged(LogFault? Fault, string Origin, long? Index, long Size, IReadOnlyList<Phrase> Proved, IReadOnlyList<Phrase> Notes);

/// <summary>Use case: looks a bundle up in a log and proves by signature, inclusion and consistency what it finds, trusting nothing it fetches.</summary>
internal static class FindBundle
{
    public static async Task<Outcome<BundleLogged>> Run(LookUp order, Bundle bundle, CancellationToken cancel)
    {
        var where = LogPlace.Of(order.Log);
        if (where.Refusal is { } nowhere)
        {
            return nowhere;
        }

        using var place = where.Value!;
        var opened = await RemoteLog.Open(place, cancel);
        if (opened.Value is not { } log)
        {
            return opened.Refusal!;
        }

        var seen = new SeenLogs(order.Seen);
        var before = seen.Of(place.Name, log.Checkpoint.Origin);
        List<Phrase> proved = [], notes = [];
        BundleLogged Said(LogFault? fault, long? index = null) => new(fault, log.Checkpoint.Origin, index, log.Checkpoint.Size, proved, notes);
        var trusted = await Trusted(order, log, before, notes, cancel);
        if (trusted.Refusal is { } unkeyed)
        {
            return unkeyed;
        }

        if (log.Note.SignedBy(trusted.Value!, Ed25519.Check) is not [var signer, ..])
        {
            return Said(LogFault.Signature);
        }

        proved.Add(LogWords.Signed(log.Checkpoint.Size, signer.KeyHex));
        List<Checkpoint> olders = [];
        if (order.Checkpoint is { } file)
        {
            if (!File.Exists(file) || SignedNote.Parse(await File.ReadAllTextAsync(file, cancel)) is not { } saved || saved.SignedBy(trusted.Value!, Ed25519.Check).Count == 0 || Checkpoint.Parse(saved.Text) is not { } given)
            {
                return LogRefusals.BadCheckpoint(file);
            }

            olders.Add(given);
        }

        if (before is not null && Checkpoint.Parse(SignedNote.Parse(before.Note)?.Text ?? "") is { } remembered)
        {
            olders.Add(remembered);
        }

        foreach (var older in olders)
        {
            var grew = await log.Grew(older, cancel);
            if (grew.Refusal is not null || grew.Value is not null)
            {
                return grew.Refusal is { } unfetched ? unfetched : Said(grew.Value);
            }

            proved.Add(LogWords.Grew(older.Size));
        }

        var found = await FindEntry.Run(log, bundle, cancel);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        notes.AddRange(found.Value!.Notes);
        if (found.Value.Fault is null)
        {
            proved.Add(LogWords.Included(found.Value.Index!.Value));

            // A key is learnt from a checkpoint that a known key signed.
            var stated = (await log.StatedKeys(cancel)).Value ?? [];
            var keys = trusted.Value!.Concat(log.Note.SignedBy([.. stated], Ed25519.Check)).Distinct().Select(key => key.ToString());
            seen.Keep(new(place.Name, log.Checkpoint.Origin, [.. keys], log.Note.ToString()));
        }

        return Said(found.Value.Fault, found.Value.Index);
    }

    /// <summary>The keys that count: the one that was given, else those of the last time, else what the log states, with a warning.</summary>
    private static async Task<Outcome<List<VerifierKey>>> Trusted(LookUp order, RemoteLog log, SeenLog? before, List<Phrase> notes, CancellationToken cancel)
    {
        if (order.Key is { } given)
        {
            return VerifierKey.Parse(given) is { } key ? new List<VerifierKey> { key } : LogRefusals.BadKey;
        }

        if (before?.Keys.Select(VerifierKey.Parse).OfType<VerifierKey>().ToList() is { Count: > 0 } known)
        {
            return known;
        }

        var stated = await log.StatedKeys(cancel);
        notes.AddRange(stated.Value?.Take(1).Select(key => LogWords.Trusted(key.ToString())) ?? []);
        return stated;
    }
}
