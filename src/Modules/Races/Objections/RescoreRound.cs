using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>
/// Use case: once every objection of a round is decided, has the data frozen and the round settled again for those that were upheld, by the life's own moves and with them as the reason;
/// after publication that is a correcting edition. Who decided does not settle.
/// </summary>
public static class RescoreRound
{
    public static async Task<Outcome<SettledRound>> Run(SaimaDb db, TimeProvider time, IEnumerable<RoundGate> gates, Actor actor, int season, int round, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var counting = await CountedObjections.Read(db, season, round, cancel);
        if (counting.Open > 0)
        {
            return ObjectionRefusals.StillOpen(counting.Open);
        }

        if (counting.Uncounted.Count == 0 || counting.Uncounted.Any(one => one.CorrectedAt is null))
        {
            return ObjectionRefusals.NothingToRescore;
        }

        if (await db.Set<Objection>().AnyAsync(one => one.Season == season && one.Round == round && one.DecidedBy == actor.Id, cancel))
        {
            return ObjectionRefusals.DecidedIt;
        }

        var reason = Reason(counting.Uncounted);
        var life = await RoundLives.Find(db, season, round, cancel);
        var corrects = LifeMachine.Next(life.Phase, RoundMove.BackToScored) is null;
        if (corrects && (await MoveRound.Run(db, time, gates, actor, new(season, round, RoundMove.Refreeze, life.Revision, reason), cancel)).Refusal is { } unfrozen)
        {
            return unfrozen;
        }

        life = await RoundLives.Find(db, season, round, cancel);
        var move = corrects ? life.Phase == RoundPhase.Scored ? RoundMove.Score : RoundMove.Correct : RoundMove.BackToScored;
        var moved = await MoveRound.Run(db, time, gates, actor, new(season, round, move, life.Revision, reason), cancel);
        return moved.Refusal is { } refusal ? refusal : moved.Value!.Edition!;
    }

    /// <summary>As many numbers as a reason holds.</summary>
    private static string Reason(IReadOnlyList<Objection> upheld)
    {
        const int most = 8;
        var numbers = string.Join('、', upheld.Take(most).Select(one => one.Number));
        return upheld.Count > most ? FormattableString.Invariant($"异议成立 objections upheld: {numbers}… ({upheld.Count})") : $"异议成立 objections upheld: {numbers}";
    }
}
