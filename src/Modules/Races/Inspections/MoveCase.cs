using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Register;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Inspections;

/// <summary>A step of a case.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Day">Of the hearing.</param>
/// <param name="Text">The place, the unit's words, the record or the reasons.</param>
/// <param name="Established">The decision.</param>
public sealed record CaseOrder(long Id, int Seen, CaseAction Action, string? Day, string? Text, bool? Established);

/// <summary>
/// Takes a step of a case: the unit is told the day, says what it has to say, is heard, and somebody decides who neither found nor confirmed nor heard. What is established becomes a finding of the register,
/// of the day it was reported, in the same transaction; the rules say what follows from it and in which round.
/// </summary>
public static class MoveCase
{
    /// <summary>Working days between telling the unit and hearing it.</summary>
    public const int Notice = 3;

    /// <summary>Characters of a record.</summary>
    public const int LongestText = 4000;

    /// <summary>As the register's findings and the rules call it.</summary>
    public const string Kind = "falsification";

    public static async Task<Outcome<FalsificationCase>> Run(SaimaDb db, TimeProvider time, Actor actor, CaseOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var (now, text) = (time.GetUtcNow().ToUniversalTime(), TakeStep.Tidy(order.Text));
        if (text is null or { Length: > LongestText })
        {
            return InspectionRefusals.CaseText(order.Action, LongestText);
        }

        if (await db.Set<FalsificationCase>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == order.Id, cancel) is not { } seen)
        {
            return InspectionRefusals.Gone;
        }

        DateOnly? day = DateOnly.TryParseExact(order.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        if (order.Action == CaseAction.Notify)
        {
            var first = (await Calendars.Days(db, seen.Season, cancel)).WorkingDayAfter(Written.DayOf(now), Notice);
            if (day is null || day < first)
            {
                return InspectionRefusals.TooSoon(first);
            }
        }

        if (order.Action == CaseAction.Hear && Written.DayOf(now) < seen.HearingOn)
        {
            return InspectionRefusals.NotYetHeard(seen.HearingOn.Value);
        }

        if (order is { Action: CaseAction.Decide, Established: null })
        {
            return InspectionRefusals.NoDecision;
        }

        return await Write(db, time, actor, order with { Text = text }, day, seen, cancel);
    }

    private static async Task<Outcome<FalsificationCase>> Write(SaimaDb db, TimeProvider time, Actor actor, CaseOrder order, DateOnly? day, FalsificationCase seen, CancellationToken cancel)
    {
        FalsificationCase? moved = null;
        var established = order is { Action: CaseAction.Decide, Established: true };
        var reportedAt = established ? await db.Set<Inspection>().Where(one => one.Id == seen.InspectionId).Select(one => one.ReportedAt).SingleAsync(cancel) : null;
        var facts = established ? [new FactRows(FactTable.Findings, 1, [[(long)seen.Season, seen.Project, Kind, Written.DayOf(reportedAt!.Value)]])] : Array.Empty<FactRows>();
        var import = new ImportOrder(seen.Season, null, actor.Name, order.Text)
        {
            Kind = RegisterChange.Decision,
            Also = [new($"races.case-{order.Action.ToString().ToLowerInvariant()}", InspectionLedger.Subject(seen), order.Action == CaseAction.Decide ? order.Text : null,
                JsonSerializer.Serialize(new { state = seen.State.ToString() }), JsonSerializer.Serialize(new { state = CaseMachine.Next(seen.State, order.Action)?.ToString(), day, established = order.Action == CaseAction.Decide ? order.Established : null }))],
        };
        var outcome = await ImportFacts.Guarded(db, time, import, facts, Step, null, cancel);
        return outcome.Refusal is { } refusal ? refusal : moved!;

        async Task<Refusal?> Step(SaimaDb inside)
        {
            inside.ChangeTracker.Clear();
            var one = await inside.Set<FalsificationCase>().SingleAsync(kept => kept.Id == order.Id, cancel);
            if (one.Revision != order.Seen)
            {
                return InspectionRefusals.Moved;
            }

            if (CaseMachine.Move(one, order.Action, actor) is { Refusal: { } refused })
            {
                return refused;
            }

            Note(one, order, day, actor, time.GetUtcNow().ToUniversalTime());
            try
            {
                await inside.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException)
            {
                inside.ChangeTracker.Clear();
                return InspectionRefusals.Moved;
            }

            inside.ChangeTracker.Clear();
            moved = one;
            return null;
        }
    }

    private static void Note(FalsificationCase one, CaseOrder order, DateOnly? day, Actor actor, DateTimeOffset now)
    {
        (one.State, one.Revision) = (CaseMachine.Next(one.State, order.Action)!.Value, one.Revision + 1);
        switch (order.Action)
        {
            case CaseAction.Notify:
                (one.HearingOn, one.HearingPlace, one.NotifiedBy, one.NotifiedAt) = (day, order.Text, actor.Name, now);
                break;
            case CaseAction.State:
                (one.Statement, one.StatedBy, one.StatedAt) = (order.Text, actor.Name, now);
                break;
            case CaseAction.Hear:
                (one.Record, one.HeardById, one.HeardBy, one.HeardAt) = (order.Text, actor.Id, actor.Name, now);
                break;
            default:
                (one.Established, one.Reasons, one.DecidedById, one.DecidedBy, one.DecidedAt) = (order.Established, order.Text, actor.Id, actor.Name, now);
                break;
        }
    }
}
