using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>A decision.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Corrects">What is corrected, a <see cref="ContestedItem"/> as its code; empty for the register as it is now.</param>
/// <param name="To">What it is corrected to, as typed.</param>
public sealed record ObjectionDecision(string Number, int Seen, ObjectionOutcome? Outcome, string? Reasons, string? Corrects, string? To);

/// <summary>
/// Use case: decides an objection. What it does to score, rank and flag is settled with the correction and kept with the decision; nobody types it. The register is corrected
/// by <see cref="CorrectRegister"/>, at once or, where that was interrupted, by the next who looks.
/// </summary>
public static class DecideObjection
{
    public static async Task<Outcome<Objection>> Run(SaimaDb db, TimeProvider time, Actor actor, ObjectionDecision decision, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Outcome is null)
        {
            return ObjectionRefusals.NoOutcome;
        }

        if ((decision.Reasons ?? "").Trim().Length is 0 or > ObjectionRefusals.LongestText)
        {
            return ObjectionRefusals.NoReasons;
        }

        if (await db.Set<Objection>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == decision.Number, cancel) is not { } objection)
        {
            return ObjectionRefusals.Gone;
        }

        if (objection.Revision != decision.Seen)
        {
            return ObjectionRefusals.Moved;
        }

        // Who may not decide is not told what would come of it either.
        if (ObjectionMachine.Move(objection, ObjectionAction.Decide, actor, await RoundScorers.Read(db, objection.Season, objection.Round, cancel)) is { Refusal: { } refusal })
        {
            return refusal;
        }

        if (decision.Outcome == ObjectionOutcome.Rejected)
        {
            return await Keep(db, time, actor, decision, null, cancel);
        }

        var found = await ReadCorrection.Run(db, objection, decision, cancel);
        return found.Refusal is { } faulty ? faulty : await Keep(db, time, actor, decision, found.Value, cancel);
    }

    private static async Task<Outcome<Objection>> Keep(SaimaDb db, TimeProvider time, Actor actor, ObjectionDecision decision, Correction? correction, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var transaction = await ObjectionWriting.Begin(db, cancel);
        var objection = await db.Set<Objection>().SingleAsync(one => one.Number == decision.Number, cancel);
        if (objection.Revision != decision.Seen || ObjectionMachine.Move(objection, ObjectionAction.Decide, actor, await RoundScorers.Read(db, objection.Season, objection.Round, cancel)).Refusal is not null)
        {
            db.ChangeTracker.Clear();
            return ObjectionRefusals.Moved;
        }

        objection.ScoredBy = (await RoundLives.Find(db, objection.Season, objection.Round, cancel)).ScoredBy ?? objection.ScoredBy;
        (objection.Outcome, objection.Reasons) = (decision.Outcome, decision.Reasons!.Trim());
        (objection.DecidedBy, objection.DecidedName, objection.DecidedAt) = (actor.Id, actor.Name, now);
        (objection.Corrects, objection.CorrectedFrom, objection.CorrectedTo, objection.Effect) = (correction?.Item?.Code, correction?.From, correction?.Value, correction?.Effect.ToJson());
        var line = ObjectionWriting.Step(db, objection, ObjectionAction.Decide, actor, now, objection.Reasons);
        return await ObjectionWriting.Save(db, transaction, now, actor, line, cancel) ? objection : ObjectionRefusals.Moved;
    }
}
