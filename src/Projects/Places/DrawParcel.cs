using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Editing;
using Saima.Projects.Register;

namespace Saima.Projects.Places;

/// <summary>The land of a project, as somebody uploads it.</summary>
/// <param name="BasedOn">The version of the parcel that was on the screen; empty if there was none.</param>
/// <param name="System"><see cref="ReadPosition.Shifted"/> if it was drawn on a commercial map.</param>
public sealed record ParcelOrder(int Season, string Project, long? BasedOn, string GeoJson, string File, string? System, string? Reason);

/// <summary>Says which land a project is on: a first parcel, or a new version that corrects it. Whoever corrects a version that is no longer current is told.</summary>
public static class DrawParcel
{
    private const int Longest = 200;

    /// <returns>The change it is known by; empty if nothing differed.</returns>
    public static async Task<Outcome<long?>> Run(SaimaDb db, TimeProvider time, Actor actor, ParcelOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var reason = (order.Reason ?? "").Trim();
        if (reason.Length > Longest || (order.BasedOn is not null && reason.Length == 0))
        {
            return PlaceRefusals.ParcelReason(Longest);
        }

        var read = ReadParcel.Run(order.GeoJson, order.System, order.File);
        if (read.Value is not { } parcel)
        {
            return read.Refusal!;
        }

        var import = new ImportOrder(order.Season, order.File, actor.Name, reason.Length == 0 ? null : reason) { Kind = RegisterChange.Record };
        var outcome = await ImportFacts.Guarded(db, time, import, [new(FactTable.Parcels, 1, [[order.Project, parcel.GeoJson]])], guarded => Guard(guarded, actor, order, cancel), null, cancel);
        return outcome.Refusal is { } refusal ? refusal : outcome.Value!.ChangeId;
    }

    /// <summary>The land a project is on, if anybody said so.</summary>
    public static async Task<ParcelFact?> Current(SaimaDb db, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<ParcelFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Project == project && fact.SupersededBy == null && !fact.Withdrawn, cancel);
    }

    private static async Task<Refusal?> Guard(SaimaDb db, Actor actor, ParcelOrder order, CancellationToken cancel)
    {
        var unit = await db.Set<ProjectFact>().Where(fact => fact.Season == order.Season && fact.Project == order.Project && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Unit).SingleOrDefaultAsync(cancel);
        if (unit is null)
        {
            return PlaceRefusals.NoProject(order.Season, order.Project);
        }

        return !actor.WritesFor(unit) ? EditRefusals.NotYours
            : await Current(db, order.Project, cancel) is { } current && current.Id != order.BasedOn ? PlaceRefusals.ParcelChangedMeanwhile
            : null;
    }
}
