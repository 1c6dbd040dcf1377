using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;

namespace Saima.Modules.Races.Inspections;

/// <summary>What is to become of a deviation.</summary>
/// <param name="Reason">Needed where what was reported stands.</param>
public sealed record FindingOrder(long Finding, FindingSettlement Settlement, string? Reason);

/// <summary>
/// Closes a confirmed deviation: the register says by now what was found, which is looked up and not believed; or what was reported stands, which another person than the inspector decides with a reason.
/// The inspection itself writes no figure: the unit corrects its own, by the ordinary way.
/// </summary>
public static class SettleFinding
{
    public static async Task<Outcome<InspectionFinding>> Run(SaimaDb db, TimeProvider time, Actor actor, FindingOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var reason = TakeStep.Tidy(order.Reason);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        var finding = await db.Set<InspectionFinding>().SingleOrDefaultAsync(one => one.Id == order.Finding, cancel);
        var inspection = finding is null ? null : await db.Set<Inspection>().AsNoTracking().SingleAsync(one => one.Id == finding.InspectionId, cancel);
        if (finding is null || inspection is not { State: InspectionState.Confirmed } || finding.Result != FindingResult.Deviation || order.Settlement == FindingSettlement.Open)
        {
            return InspectionRefusals.Gone;
        }

        if (!actor.Holds(Role.ProjectOffice))
        {
            return InspectionRefusals.NotYours(InspectionAction.Confirm);
        }

        if (finding.Settlement != FindingSettlement.Open)
        {
            return InspectionRefusals.Moved;
        }

        if (order.Settlement == FindingSettlement.Stands && (inspection.ReportedBy == actor.Id || inspection.Visitors.Split('|').Contains(actor.Id)))
        {
            return InspectionRefusals.SamePerson;
        }

        if (order.Settlement == FindingSettlement.Stands && reason is null or { Length: > InspectionRefusals.Longest })
        {
            return InspectionRefusals.NoReason;
        }

        if (order.Settlement == FindingSettlement.Corrected)
        {
            var now = (await InspectedClaim.Now(db, inspection.Season, inspection.Project, new SeasonRound(new(inspection.Season), inspection.Round).LastMonth, cancel)).SingleOrDefault(one => one.Item == finding.Item)?.Value ?? "";
            if (now != finding.Found)
            {
                return InspectionRefusals.NotCorrected(new InspectedClaim(finding.Item, finding.Found), now);
            }
        }

        (finding.Settlement, finding.SettledBy, finding.SettledName, finding.SettledAt, finding.SettledReason) = (order.Settlement, actor.Id, actor.Name, time.GetUtcNow().ToUniversalTime(), reason);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return InspectionRefusals.Moved;
        }

        await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("races.inspection-settle", InspectionLedger.Subject(inspection), reason,
            JsonSerializer.Serialize(new { item = finding.Item, claimed = finding.Claimed }), JsonSerializer.Serialize(new { found = finding.Found, settlement = order.Settlement.ToString() }))], cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return finding;
    }
}
