using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>Takes one step of an inspection: of several who click at once one counts, by the revision.</summary>
internal static class TakeStep
{
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The inspection, if somebody may take the step on what was on the screen.</summary>
    public static async Task<Outcome<Inspection>> Find(SaimaDb db, long id, int seen, InspectionAction action, Actor actor, CancellationToken cancel)
    {
        var inspection = await db.Set<Inspection>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        return inspection is null ? InspectionRefusals.Gone
            : inspection.Revision != seen ? InspectionRefusals.Moved
            : InspectionMachine.Move(inspection, action, actor).Refusal is { } refusal ? refusal
            : inspection;
    }

    /// <param name="also">What is written beside it, in the same transaction.</param>
    /// <param name="change">What the step writes into the inspection, beside its state.</param>
    public static async Task<Outcome<Inspection>> Run(
        SaimaDb db, TimeProvider time, Actor actor, Inspection seen, InspectionStep step, IEnumerable<object>? also, Action<Inspection>? change, string? after, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        var inspection = await db.Set<Inspection>().SingleAsync(one => one.Id == seen.Id, cancel);
        if (inspection.Revision != seen.Revision)
        {
            return InspectionRefusals.Moved;
        }

        if (InspectionMachine.Move(inspection, step.Action, actor) is { Refusal: { } refusal })
        {
            return refusal;
        }

        var before = inspection.State;
        inspection.State = InspectionMachine.Next(before, inspection.Kind, inspection.Ground, step.Action)!.Value;
        inspection.Revision++;
        (step.InspectionId, step.Number, step.At) = (inspection.Id, inspection.Revision, now);
        change?.Invoke(inspection);
        db.Add(step);
        db.AddRange(also ?? []);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return InspectionRefusals.Moved;
        }

        await AppendToLedger.Run(db, now, actor.Name, [new($"races.inspection-{step.Action.ToString().ToLowerInvariant()}", InspectionLedger.Subject(inspection), step.Note,
            JsonSerializer.Serialize(new { state = before.ToString() }), after ?? JsonSerializer.Serialize(new { state = inspection.State.ToString() }))], cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return inspection;
    }
}
