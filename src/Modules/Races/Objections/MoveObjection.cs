using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>A step of an objection other than its decision.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Reason">Needed where it is not admitted.</param>
public sealed record ObjectionMove(string Number, int Seen, ObjectionAction Action, string? Reason);

/// <summary>Use case: admits an objection, does not admit it, or takes it back.</summary>
public static class MoveObjection
{
    public static async Task<Outcome<Objection>> Run(SaimaDb db, TimeProvider time, Actor actor, ObjectionMove move, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(move);
        var reason = (move.Reason ?? "").Trim();
        if (move.Action == ObjectionAction.Refuse && reason.Length is 0 or > ObjectionRefusals.LongestText)
        {
            return ObjectionRefusals.NoReasons;
        }

        var now = time.GetUtcNow();
        await using var transaction = await ObjectionWriting.Begin(db, cancel);
        if (await db.Set<Objection>().SingleOrDefaultAsync(one => one.Number == move.Number, cancel) is not { } objection || move.Action is ObjectionAction.Submit or ObjectionAction.Decide)
        {
            return ObjectionRefusals.Gone;
        }

        if (objection.Revision != move.Seen)
        {
            db.ChangeTracker.Clear();
            return ObjectionRefusals.Moved;
        }

        var moved = ObjectionMachine.Move(objection, move.Action, actor, await RoundScorers.Read(db, objection.Season, objection.Round, cancel));
        if (moved.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        if (move.Action == ObjectionAction.Receive)
        {
            objection.ReceivedAt = now;
        }
        else if (move.Action == ObjectionAction.Refuse)
        {
            objection.ScoredBy = (await RoundLives.Find(db, objection.Season, objection.Round, cancel)).ScoredBy ?? objection.ScoredBy;
            (objection.DecidedBy, objection.DecidedName, objection.DecidedAt, objection.Reasons) = (actor.Id, actor.Name, now, reason);
        }

        var line = ObjectionWriting.Step(db, objection, move.Action, actor, now, reason.Length == 0 ? null : reason);
        return await ObjectionWriting.Save(db, transaction, now, actor, line, cancel) ? objection : ObjectionRefusals.Moved;
    }
}
