using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Review;

/// <summary>Use case: somebody present signs, in a session of their own, the bundle under review and all decisions as they are: with approval, or as present where they scored or hold no duty to approve.</summary>
public static class SignReview
{
    /// <summary>How somebody would sign.</summary>
    /// <param name="Approves">With approval; else as present only.</param>
    public sealed record Hand(bool Approves, bool AsChair);

    /// <summary>Whether somebody may sign, and how.</summary>
    public static Outcome<Hand> For(ReviewState state, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        if (state.Life.Phase != RoundPhase.Review)
        {
            return ReviewRefusals.NotInReview;
        }

        if (state.Meeting is not { } meeting)
        {
            return ReviewRefusals.NoMeeting;
        }

        if (!state.IsPresent(actor))
        {
            return ReviewRefusals.NotPresent;
        }

        if (state.Undecided > 0)
        {
            return ReviewRefusals.Undecided(state.Undecided);
        }

        if (state.Signatures.Any(one => one.Stands && one.Signature.SignedBy == actor.Id))
        {
            return ReviewRefusals.Already;
        }

        var approves = !state.Scored(actor) && (actor.Holds(Role.Leader) || actor.Holds(Role.ProjectOffice));
        return new Hand(approves, approves && actor.Holds(Role.Leader) && actor.Name == meeting.Chair && !state.ChairSigned);
    }

    /// <param name="seen">Hash of the bundle and fingerprint of the decisions that were on the screen.</param>
    public static async Task<Outcome<ReviewSignature>> Run(SaimaDb db, TimeProvider time, Actor actor, int season, int round, (string? Bundle, string? Agenda) seen, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RoundLives.Hold(db, cancel);
        if (await ReviewState.Read(db, season, round, cancel) is not { } state)
        {
            return ReviewRefusals.NothingSettled;
        }

        if (For(state, actor) is var hand && hand.Refusal is { } refusal)
        {
            return refusal;
        }

        if (state.Edition.BundleHash != seen.Bundle || state.Agenda != seen.Agenda)
        {
            return ReviewRefusals.Moved;
        }

        var signature = new ReviewSignature
        {
            MeetingId = state.Meeting!.Id,
            SignedBy = actor.Id,
            SignedName = actor.Name,
            SignedAt = time.GetUtcNow(),
            Approves = hand.Value!.Approves,
            AsChair = hand.Value.AsChair,
            BundleHash = state.Edition.BundleHash,
            Agenda = state.Agenda,
            ScoredBy = state.Life.ScoredBy,
        };
        db.Add(signature);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return ReviewRefusals.Already;
        }

        db.ChangeTracker.Clear();
        var after = JsonSerializer.Serialize(new { signature.BundleHash, signature.Agenda, signature.Approves, signature.AsChair });
        await AppendToLedger.Run(db, signature.SignedAt, actor.Name, [new("races.review-sign", FormattableString.Invariant($"reviews/{season}/{round}"), null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
        return signature;
    }
}
