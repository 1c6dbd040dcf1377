using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Life;

/// <summary>A move of a round.</summary>
/// <param name="Seen">Revision of the life that was looked at, 0 for a draft; if it is another by now, nothing is done.</param>
/// <param name="Reason">Needed by some moves, kept with all.</param>
public sealed record MoveOrder(int Season, int Round, RoundMove Move, int Seen, string? Reason = null)
{
    /// <summary>Settling the first round ever raced, which has no round before it.</summary>
    public bool First { get; init; }

    /// <summary>The set time of publishing.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Hash of the bundle that was looked at; another one is not published.</summary>
    public string? Bundle { get; init; }
}

/// <summary>A move that was made.</summary>
/// <param name="Freeze">Of a move that freezes.</param>
/// <param name="Edition">Of a move that settles or publishes.</param>
/// <param name="NothingNew">The data were frozen, or the result settled, just so before; the round moved all the same.</param>
public sealed record RoundMoved(RoundPhase Phase, RoundFreeze? Freeze, SettledRound? Edition, bool NothingNew);

/// <summary>Use case: moves a round on, and does the work of the move in the same transaction. Pages, commands and the clock come this way; history alone has a door of its own.</summary>
public static class MoveRound
{
    public static async Task<Outcome<RoundMoved>> Run(
        SaimaDb db, TimeProvider time, IEnumerable<RoundGate> gates, Actor actor, MoveOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Round is < 1 or > Season.RoundsPerSeason)
        {
            return RoundRefusals.NoSuchRound(order.Round);
        }

        // Asked before the work, which may take long, and again under the lock.
        var turn = new LifeTurn(time, gates, actor, order);
        if ((await turn.Check(db, cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        return order.Move switch
        {
            RoundMove.Lock or RoundMove.Refreeze => await Freeze(db, time, turn, cancel),
            RoundMove.Score or RoundMove.Correct => await Settle(db, time, turn, cancel),
            RoundMove.BackToScored => (await FreezeRound.Run(db, time, new(order.Season, order.Round, actor.Name, order.Reason), null, cancel)).Refusal is { } unfrozen ? unfrozen : await Settle(db, time, turn, cancel),
            RoundMove.Publish or RoundMove.PublishCorrection => await Publish(db, time, turn, cancel),
            _ => await Alone(db, turn, cancel),
        };
    }

    private static async Task<Outcome<RoundMoved>> Freeze(SaimaDb db, TimeProvider time, LifeTurn turn, CancellationToken cancel)
    {
        var order = turn.Order;
        var reason = order.Reason ?? (await RoundLives.Steps(db, order.Season, order.Round, cancel)).FirstOrDefault(step => step.Move == RoundMove.Reopen)?.Reason;
        var frozen = await FreezeRound.Run(db, time, new(order.Season, order.Round, turn.Actor.Name, reason), turn, cancel);
        return frozen.Refusal is { } refusal ? refusal : new RoundMoved(turn.Life.Phase, frozen.Value!.Freeze, null, frozen.Value.NothingNew);
    }

    private static async Task<Outcome<RoundMoved>> Settle(SaimaDb db, TimeProvider time, LifeTurn turn, CancellationToken cancel)
    {
        var order = turn.Order;
        var settled = await SettleRound.Run(db, time, new(order.Season, order.Round, turn.Actor.Name, order.Reason, order.First), turn, null, cancel);
        return settled.Refusal is { } refusal ? refusal : new RoundMoved(turn.Life.Phase, null, settled.Value!.Round, settled.Value.NothingNew);
    }

    private static async Task<Outcome<RoundMoved>> Publish(SaimaDb db, TimeProvider time, LifeTurn turn, CancellationToken cancel)
    {
        var published = await PublishRound.Run(db, time, new(turn.Order.Season, turn.Order.Round, turn.Actor.Name, turn.Order.Bundle), turn, cancel);
        return published.Refusal is { } refusal ? refusal : new RoundMoved(turn.Life.Phase, null, published.Value!.Round, published.Value.NothingNew);
    }

    private static async Task<Outcome<RoundMoved>> Alone(SaimaDb db, LifeTurn turn, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RoundLives.Hold(db, cancel);
        var taken = await turn.Take(db, cancel);
        if (taken.Refusal is { } refusal)
        {
            return refusal;
        }

        await AppendToLedger.Run(db, turn.Now, turn.Actor.Name, [taken.Value!], cancel);
        await transaction.CommitAsync(cancel);
        return new RoundMoved(turn.Life.Phase, null, null, false);
    }
}
