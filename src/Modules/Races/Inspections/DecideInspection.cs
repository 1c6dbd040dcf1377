using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>A step on an inspection that is decided by reading it.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Reason">Needed to send it back or to give it up.</param>
public sealed record InspectionDecision(long Id, int Seen, InspectionAction Action, string? Reason);

/// <summary>Confirms the findings, sends them back or gives an inspection up. What looks made up becomes a case when it is confirmed.</summary>
public static class DecideInspection
{
    public static async Task<Outcome<Inspection>> Run(SaimaDb db, TimeProvider time, Actor actor, InspectionDecision decision, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(decision);
        var reason = TakeStep.Tidy(decision.Reason);
        if (decision.Action is not (InspectionAction.Confirm or InspectionAction.Return or InspectionAction.Drop))
        {
            return InspectionRefusals.Gone;
        }

        if (decision.Action != InspectionAction.Confirm && reason is null or { Length: > InspectionRefusals.Longest })
        {
            return InspectionRefusals.NoReason;
        }

        var found = await TakeStep.Find(db, decision.Id, decision.Seen, decision.Action, actor, cancel);
        if (found.Refusal is { } refused)
        {
            return refused;
        }

        var (inspection, now) = (found.Value!, time.GetUtcNow().ToUniversalTime());
        var step = new InspectionStep { Action = decision.Action, Person = actor.Id, By = actor.Name, Note = reason };
        if (decision.Action != InspectionAction.Confirm)
        {
            return await TakeStep.Run(db, time, actor, inspection, step, null, null, null, cancel);
        }

        var suspicions = await Latest(db, inspection.Id).Where(one => one.Result == FindingResult.Suspicion).Select(one => one.Id).ToListAsync(cancel);
        var cases = suspicions.Select(finding => new FalsificationCase
        {
            FindingId = finding,
            InspectionId = inspection.Id,
            Season = inspection.Season,
            Round = inspection.Round,
            Project = inspection.Project,
            Unit = inspection.Unit,
            Involved = string.Join('|', inspection.Visitors.Split('|', StringSplitOptions.RemoveEmptyEntries).Append(inspection.ReportedBy!).Append(actor.Id).Distinct()),
            OpenedBy = actor.Name,
            OpenedAt = now,
        }).ToList();
        return await TakeStep.Run(db, time, actor, inspection, step, cases,
            row => (row.ConfirmedBy, row.ConfirmedName, row.ConfirmedAt) = (actor.Id, actor.Name, now),
            JsonSerializer.Serialize(new { state = nameof(InspectionState.Confirmed), cases = cases.Count }), cancel);
    }

    /// <summary>The findings of the latest report.</summary>
    public static IQueryable<InspectionFinding> Latest(SaimaDb db, long inspection)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<InspectionFinding>().AsNoTracking()
            .Where(one => one.InspectionId == inspection && one.Report == db.Set<InspectionFinding>().Where(other => other.InspectionId == inspection).Max(other => other.Report)).OrderBy(one => one.Id);
    }
}
