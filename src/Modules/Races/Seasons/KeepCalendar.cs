using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Seasons;

/// <summary>A season's calendar to be kept.</summary>
/// <param name="Reason">The document or meeting it rests on.</param>
/// <param name="Seen">Version that was edited, 0 for none; if another is in force by now, nothing is kept.</param>
public sealed record CalendarOrderForm(int Season, IReadOnlyList<RoundPlan> Rounds, string By, string Reason, int Seen);

/// <summary>Use case: keeps a calendar as the next version; versions before it stay.</summary>
public static class KeepCalendar
{
    public static async Task<Outcome<SeasonCalendar>> Run(SaimaDb db, TimeProvider time, CalendarOrderForm order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        if (string.IsNullOrWhiteSpace(order.By))
        {
            return RoundRefusals.WhoMissing;
        }

        if (string.IsNullOrWhiteSpace(order.Reason))
        {
            return SeasonRefusals.ReasonMissing;
        }

        if (!order.Rounds.Select(plan => plan.Round).Order().SequenceEqual(Enumerable.Range(1, Season.RoundsPerSeason)))
        {
            return SeasonRefusals.NotSixRounds;
        }

        if (CalendarOrder.Check(order.Season, order.Rounds, await Calendars.Days(db, order.Season, cancel)) is { Count: > 0 } problems)
        {
            return SeasonRefusals.Impossible(problems);
        }

        foreach (var plan in order.Rounds)
        {
            if (plan.RuleSet is { } hash && (await RuleSetShelf.Find(db, hash, cancel))?.Document.Hash != hash)
            {
                return RuleSetRefusals.Unknown(hash);
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE races_calendar IN EXCLUSIVE MODE", cancel);
        }

        var known = await Calendars.Versions(db, order.Season, cancel) is [var latest, ..] ? latest : null;
        if ((known?.Version ?? 0) != order.Seen)
        {
            return SeasonRefusals.ChangedMeanwhile(known!);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        var calendar = new SeasonCalendar
        {
            Season = order.Season,
            Version = order.Seen + 1,
            Rounds = Calendars.Text([.. order.Rounds.OrderBy(plan => plan.Round)]),
            KeptAt = now,
            KeptBy = order.By,
            Reason = order.Reason,
        };
        if (known?.Rounds == calendar.Rounds)
        {
            return known;
        }

        db.Add(calendar);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, now, order.By, [new("races.calendar", FormattableString.Invariant($"races/{order.Season}/calendar"), order.Reason, known?.Rounds, calendar.Rounds)], cancel);
        await transaction.CommitAsync(cancel);
        return calendar;
    }
}
