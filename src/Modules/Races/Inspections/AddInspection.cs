using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Inspections;

/// <summary>A project somebody wants inspected.</summary>
public sealed record ChosenInspection(int Season, int Round, string Project, InspectionKind Kind, string Reason);

/// <summary>Plans the inspection of a project that somebody chose, and says why.</summary>
public static class AddInspection
{
    public static async Task<Outcome<Inspection>> Run(SaimaDb db, TimeProvider time, Actor actor, ChosenInspection chosen, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(chosen);
        var (project, reason) = (chosen.Project.Trim(), chosen.Reason.Trim());
        if (!actor.Holds(Role.ProjectOffice))
        {
            return InspectionRefusals.NotYours(InspectionAction.Report);
        }

        if (reason.Length is 0 or > InspectionRefusals.Longest)
        {
            return InspectionRefusals.NoReason;
        }

        if (await Freezes.Latest(db, chosen.Season, chosen.Round, cancel) is not { } freeze)
        {
            return InspectionRefusals.NotFrozen(chosen.Season, chosen.Round);
        }

        var package = await Freezes.Package(db, freeze, cancel);
        var last = new SeasonRound(new(chosen.Season), chosen.Round).LastMonth;
        if (!DrawInspections.Frame(package, last).TryGetValue(project, out var at))
        {
            return InspectionRefusals.NotInRound(project);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var inspection = DrawInspections.Plan(new(chosen.Season, chosen.Round, 0, 0), package, at, last, chosen.Kind, InspectionGround.Chosen, reason);
        db.Add(inspection);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return InspectionRefusals.PlannedAlready(project);
        }

        await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("races.inspection-add", InspectionLedger.Subject(inspection), reason, null, JsonSerializer.Serialize(new { kind = chosen.Kind.ToString() }))], cancel);
        await transaction.CommitAsync(cancel);
        return inspection;
    }
}
