using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Review;

/// <summary>What the meeting decides on an item.</summary>
/// <param name="Seen">Version of the decision that was on the screen, 0 for none.</param>
/// <param name="Facts">Fingerprint of the facts that were on the screen.</param>
public sealed record ItemDecision(int Season, int Round, string Item, int Seen, string? Facts, ReviewOutcome? Outcome, string? Reason);

/// <summary>Use case: records what the meeting decided on an item of the agenda: by somebody present who did not score.</summary>
public static class DecideItem
{
    /// <summary>Whether somebody may record decisions.</summary>
    public static Refusal? Refuse(ReviewState state, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(actor);
        return state.Life.Phase != RoundPhase.Review ? ReviewRefusals.NotInReview
            : state.Meeting is null ? ReviewRefusals.NoMeeting
            : !actor.Holds(Role.Leader) && !actor.Holds(Role.ProjectOffice) ? ReviewRefusals.NotYours
            : !state.IsPresent(actor) ? ReviewRefusals.NotPresent
            : state.Scored(actor) ? ReviewRefusals.Scored
            : null;
    }

    public static async Task<Outcome<ReviewDecision>> Run(SaimaDb db, TimeProvider time, Actor actor, ItemDecision order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var reason = (order.Reason ?? "").Trim();
        if (order.Outcome is not { } outcome)
        {
            return ReviewRefusals.NoOutcome;
        }

        if (reason.Length > ReviewRefusals.LongestText || (outcome != ReviewOutcome.Agree && reason.Length == 0))
        {
            return ReviewRefusals.NoReason;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RoundLives.Hold(db, cancel);
        if (await ReviewState.Read(db, order.Season, order.Round, cancel) is not { } state)
        {
            return ReviewRefusals.NothingSettled;
        }

        if (Refuse(state, actor) is { } refusal)
        {
            return refusal;
        }

        if (state.Items.FirstOrDefault(item => item.Item.Key == order.Item) is not { } item)
        {
            return ReviewRefusals.NoItem;
        }

        if ((item.Decision?.Version ?? 0) != order.Seen || item.Item.Facts != order.Facts)
        {
            return ReviewRefusals.Moved;
        }

        var decision = new ReviewDecision
        {
            Season = order.Season,
            Round = order.Round,
            Item = order.Item,
            Version = order.Seen + 1,
            Outcome = outcome,
            Reason = reason.Length == 0 ? null : reason,
            Facts = item.Item.Facts,
            ScoredBy = state.Life.ScoredBy,
            DecidedBy = actor.Id,
            DecidedName = actor.Name,
            DecidedAt = time.GetUtcNow(),
        };
        db.Add(decision);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return ReviewRefusals.Moved;
        }

        db.ChangeTracker.Clear();
        var before = item.Decision is { } old ? JsonSerializer.Serialize(new { outcome = old.Outcome.ToString(), old.Version }) : null;
        var after = JsonSerializer.Serialize(new { outcome = outcome.ToString(), decision.Version, decision.Facts });
        await AppendToLedger.Run(db, decision.DecidedAt, actor.Name, [new("races.review-decide", FormattableString.Invariant($"reviews/{order.Season}/{order.Round}/{order.Item}"), decision.Reason, before, after)], cancel);
        await transaction.CommitAsync(cancel);
        return decision;
    }
}
