using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Register;

/// <summary>What an undo did.</summary>
/// <param name="ChangeId">The change it is known by: it can be undone in turn.</param>
/// <param name="Restored">Facts whose earlier version came back.</param>
/// <param name="Withdrawn">Facts the undone change had added.</param>
public sealed record Undone(long ChangeId, long UndoneId, long Restored, long Withdrawn);

/// <summary>Takes a change back by a correction: earlier versions come back as new versions, what was added is withdrawn, and nothing is deleted.</summary>
public static class UndoChange
{
    /// <param name="id">The change to take back.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="reason">Why.</param>
    public static async Task<Outcome<Undone>> Run(SaimaDb db, TimeProvider time, long id, string by, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return RegisterRefusals.ReasonMissing();
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var writing = await RegisterWriting.Begin(db, cancel);
            if (await db.Set<RegisterChange>().AsNoTracking().SingleOrDefaultAsync(change => change.Id == id, cancel) is not { } undone)
            {
                return RegisterRefusals.NoSuchChange(id);
            }

            if (undone.Kind == RegisterChange.Decision)
            {
                return RegisterRefusals.Decided(id);
            }

            if (await Later(writing, id, cancel) is { Count: > 0 } later)
            {
                return RegisterRefusals.ChangedSince(id, later);
            }

            return await Write(writing, time, undone, by, reason, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyList<long>> Later(RegisterWriting writing, long id, CancellationToken cancel)
    {
        var later = new SortedSet<long>();
        foreach (var table in FactTable.All)
        {
            later.UnionWith(await writing.Merge(table).SupersededSince(id, cancel));
        }

        return [.. later];
    }

    private static async Task<Undone> Write(RegisterWriting writing, TimeProvider time, RegisterChange undone, string by, string reason, CancellationToken cancel)
    {
        var change = await writing.Add(
            new() { Kind = RegisterChange.Undo, Season = undone.Season, At = time.GetUtcNow(), By = by, Reason = reason, UndoesId = undone.Id }, cancel);
        var count = default(FactCount);
        foreach (var table in FactTable.All)
        {
            count += await writing.Merge(table).Undo(undone.Id, change.Id, cancel);
        }

        (change.Corrected, change.Withdrawn) = (count.Corrected, count.Withdrawn);
        await writing.Db.SaveChangesAsync(cancel);
        await ChangeTrail.Write(writing, change, FactTable.All, [], cancel);
        await writing.Commit(cancel);
        return new(change.Id, undone.Id, count.Corrected, count.Withdrawn);
    }
}
