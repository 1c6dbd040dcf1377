using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Modules.Races.Inspections;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Reporting;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Life;

/// <summary>A step of a life, taken in the transaction of the work that goes with it.</summary>
internal sealed class LifeTurn(TimeProvider time, IEnumerable<RoundGate> gates, Actor actor, MoveOrder order)
{
    public MoveOrder Order => order;

    public Actor Actor => actor;

    public DateTimeOffset Now { get; } = time.GetUtcNow().ToUniversalTime();

    /// <summary>As it is after the step.</summary>
    public RoundLife Life { get; private set; } = new();

    /// <summary>The settlement gave what was there: the edition stays with who settled it.</summary>
    public bool Unchanged { get; set; }

    /// <summary>Whether the step can be taken now.</summary>
    public async Task<Outcome<RoundPhase>> Check(SaimaDb db, CancellationToken cancel)
    {
        Life = await RoundLives.Find(db, order.Season, order.Round, cancel);
        if (Life.Revision != order.Seen)
        {
            return LifeRefusals.MovedMeanwhile(Life.Phase);
        }

        var moved = LifeMachine.Move(Life, actor, order.Move, order.Reason);
        if (moved.Refusal is not null)
        {
            return moved;
        }

        if (moved.Value > Life.Phase && (await LifeGates.Read(db, time, gates, Life, cancel)).Where(one => one.Blocks).ToList() is { Count: > 0 } waiting)
        {
            return LifeRefusals.Waits(waiting);
        }

        if (LifeMachine.Approves.Contains(order.Move) && (await RoundLives.Steps(db, order.Season, order.Round, cancel)).FirstOrDefault(step => LifeMachine.Settles.Contains(step.Move))?.By == actor.Id)
        {
            return LifeRefusals.ScoredIt(order.Move);
        }

        return LifeMachine.Settles.Contains(order.Move) && await HandedIn(db, cancel) ? LifeRefusals.SubmittedIt
            : order.Move == RoundMove.Schedule && order.PublishAt is var at && (at is null || at <= Now) ? LifeRefusals.NoSuchTime
            : moved;
    }

    /// <summary>Takes the step; call under the lock of all moves, and append the line to the ledger before the commit.</summary>
    public async Task<Outcome<LedgerLine>> Take(SaimaDb db, CancellationToken cancel)
    {
        var moved = await Check(db, cancel);
        if (moved.Refusal is { } refusal)
        {
            return refusal;
        }

        var (from, before) = (Life.Phase, Text(Life));
        var first = Life.Revision == 0;
        db.Entry(Life).State = first ? EntityState.Added : EntityState.Unchanged;
        (Life.Phase, Life.Revision) = (moved.Value, Life.Revision + 1);
        if (await Change(db, cancel) is { } impossible)
        {
            return impossible;
        }

        var step = new LifeStep
        {
            Season = order.Season,
            Round = order.Round,
            Number = Life.Revision,
            Move = order.Move,
            From = from,
            To = Life.Phase,
            By = actor.Id,
            ByName = actor.Name,
            At = Now,
            Reason = string.IsNullOrWhiteSpace(order.Reason) ? null : order.Reason.Trim(),
        };
        db.Add(step);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return new LedgerLine(Act(order.Move), FormattableString.Invariant($"races/{order.Season}/{order.Round}"), step.Reason, first ? null : before, Text(Life));
    }

    /// <summary>What the ledger calls a move.</summary>
    public static string Act(RoundMove move) => "races." + LifeMachine.Code(move);

    private async Task<Refusal?> Change(SaimaDb db, CancellationToken cancel)
    {
        if (order.Move != RoundMove.Schedule)
        {
            Life.PublishAt = null;
        }

        switch (order.Move)
        {
            case RoundMove.Open:
                var planned = await Calendars.Round(db, order.Season, order.Round, cancel);
                var hash = planned?.RuleSet ?? RuleSetDocument.Default.Hash;
                if ((await RuleSetShelf.Find(db, hash, cancel))?.Document is not { } rules || rules.Hash != hash)
                {
                    return LifeRefusals.RulesNotKept(hash);
                }

                (Life.RuleSetCode, Life.RuleSetHash, Life.RuleSetDocument) = (rules.Code, rules.Hash, System.Text.Encoding.UTF8.GetString(rules.Canonical));
                await CommitSeed.Run(db, Now, order.Season, order.Round, actor.Name, cancel);
                return null;
            case RoundMove.Lock:
                Life.LockedBy = actor.Id;
                return null;
            case RoundMove.Score or RoundMove.BackToScored or RoundMove.Correct:
                Life.ScoredBy = Unchanged ? Life.ScoredBy ?? actor.Id : actor.Id;
                (Life.ApprovedBy, Life.ApprovedByName) = (null, null);
                Life.ObjectionsUntil = order.Move == RoundMove.Correct ? Life.ObjectionsUntil : null;
                return null;
            case RoundMove.Air:
                var days = await Calendars.DaysAround(db, order.Season, cancel);
                var plan = (await Calendars.Planned(db, order.Season, cancel)).Single(one => one.Round == order.Round);
                Life.ObjectionsUntil = days.WorkingDayAfter(Written.DayOf(Now), plan.ObjectionDays);
                return null;
            case RoundMove.Schedule or RoundMove.Publish or RoundMove.PublishCorrection:
                (Life.ApprovedBy, Life.ApprovedByName) = (actor.Id, actor.Name);
                Life.PublishAt = order.Move == RoundMove.Schedule ? order.PublishAt!.Value.ToUniversalTime() : null;
                return null;
            default:
                return null;
        }
    }

    /// <summary>Whether who settles handed in a report of the round's months.</summary>
    private async Task<bool> HandedIn(SaimaDb db, CancellationToken cancel)
    {
        var round = new SeasonRound(new(order.Season), order.Round);
        var months = new[] { round.FirstMonth, round.LastMonth }.Select(month => (100 * month.Year) + month.Number).ToList();
        return await db.Set<MonthlyFiling>().AnyAsync(filing => filing.Season == order.Season && months.Contains(filing.Month) && filing.SubmittedBy == actor.Id, cancel);
    }

    private static string Text(RoundLife life) => JsonSerializer.Serialize(new
    {
        phase = life.Phase.ToString(),
        rules = life.RuleSetHash,
        objectionsUntil = life.ObjectionsUntil,
        publishAt = life.PublishAt,
    });
}
