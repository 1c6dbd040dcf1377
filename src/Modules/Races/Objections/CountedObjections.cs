using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Objections;

/// <summary>How far a round is with its objections.</summary>
/// <param name="Open">Not decided.</param>
/// <param name="Uncounted">Upheld, and not in the latest edition yet.</param>
internal sealed record CountedObjections(int Open, IReadOnlyList<Objection> Uncounted)
{
    public static async Task<CountedObjections> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var pending = await db.Set<Objection>().AsNoTracking().Where(one => one.Season == season && one.Round == round
            && (one.State == ObjectionState.Submitted || one.State == ObjectionState.Received || one.Outcome == ObjectionOutcome.Upheld || one.Outcome == ObjectionOutcome.PartlyUpheld)).OrderBy(one => one.Sequence).ToListAsync(cancel);
        var upheld = pending.FindAll(one => one.IsUpheld);
        var change = upheld.Count == 0 ? null : await Settled(db, await RoundArchive.Latest(db, season, round, cancel), cancel);
        return new(pending.Count - upheld.Count, upheld.FindAll(one => one.ChangeId is null || !(change >= one.ChangeId)));
    }

    /// <summary>The last change of the register that is surely in an edition; empty where nobody froze its data.</summary>
    public static async Task<long?> Settled(SaimaDb db, SettledRound? edition, CancellationToken cancel) =>
        edition?.FreezeId is { } freeze ? await db.Set<RoundFreeze>().Where(one => one.Id == freeze).Select(one => (long?)one.ChangeId).SingleAsync(cancel) : null;
}
