using Microsoft.EntityFrameworkCore;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>
/// Use case: signs the log as it is, if it grew or its keys changed since the last checkpoint. Called by whoever publishes, and again by whoever asks for
/// the checkpoint. What contradicts an earlier checkpoint is never signed.
/// </summary>
public static class SignLog
{
    public static async Task<Outcome<LogCheckpoint>> Run(SaimaDb db, LogKeys keys, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(time);
        var (size, last) = (await PublishedLog.Size(db, cancel), await PublishedLog.Newest(db, cancel));
        if (size == 0 && last is null)
        {
            return LogRefusals.Empty;
        }

        var signing = await keys.Signing(db, cancel);
        if (last is not null && last.Size == size && signing.All(key => Ids(last).Contains(Id(key))) && Ids(last).Length == signing.Count)
        {
            return last;
        }

        var tree = await PublishedLog.Tree(db, cancel);
        if (last is not null && (last.Size > tree.Size || !tree.Head(last.Size).AsSpan().SequenceEqual(Said(last).Head)))
        {
            return LogRefusals.Contradicts(last.Size);
        }

        var said = new Checkpoint(VerifierKey.Parse(signing[^1].Public)!.Name, tree.Size, tree.Head(tree.Size));
        var signatures = signing.Select(key => keys.Sign(key, said.Text)).OfType<NoteSignature>().ToList();
        if (signatures.Count < signing.Count)
        {
            return LogRefusals.KeyUnreadable;
        }

        var checkpoint = new LogCheckpoint
        {
            Number = (last?.Number ?? 0) + 1,
            Size = said.Size,
            Keys = string.Join(' ', signing.Select(Id)),
            Note = new SignedNote(said.Text, signatures).ToString(),
            SignedAt = time.GetUtcNow().ToUniversalTime(),
        };
        db.Add(checkpoint);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else signed in the same moment.
            db.Entry(checkpoint).State = EntityState.Detached;
            return (await PublishedLog.Newest(db, cancel))!;
        }

        db.Entry(checkpoint).State = EntityState.Detached;
        return checkpoint;
    }

    /// <summary>What a kept checkpoint says.</summary>
    internal static Checkpoint Said(LogCheckpoint checkpoint) =>
        Checkpoint.Parse(SignedNote.Parse(checkpoint.Note)?.Text ?? "") ?? new("", checkpoint.Size, []);

    private static string Id(LogKey key) => VerifierKey.Parse(key.Public)!.KeyHex;

    private static string[] Ids(LogCheckpoint checkpoint) => checkpoint.Keys.Split(' ');
}
