using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Evidence;
using Saima.Projects.Places;

namespace Saima.Modules.Races.Inspections;

/// <summary>Somebody is at the project.</summary>
/// <param name="Seen">Revision that was on the screen.</param>
/// <param name="Lon">As the device or the person says it, decimal degrees; empty to go by the photos.</param>
public sealed record CheckInOrder(long Id, int Seen, string? Lon, string? Lat, string? Note);

/// <summary>Checks in at a project with place and photos. The place is the device's or the photos'; how far it is from the project's is kept, and nobody is refused for it: maps are wrong too.</summary>
public static class CheckIn
{
    public static async Task<Outcome<Inspection>> Run(
        SaimaDb db, EvidenceStore store, TimeProvider time, Actor actor, CheckInOrder order, IReadOnlyList<IFormFile> photos, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(photos);
        var problems = new List<Problem>();
        var typed = (order.Lon ?? "").Trim().Length + (order.Lat ?? "").Trim().Length > 0;
        var place = typed ? ReadPosition.Run(order.Lon, order.Lat, null, problems.Add) : null;
        if (problems.Count > 0)
        {
            return InspectionRefusals.Faulty(problems);
        }

        if (photos.Count == 0)
        {
            return InspectionRefusals.NoPhoto;
        }

        var found = await TakeStep.Find(db, order.Id, order.Seen, InspectionAction.CheckIn, actor, cancel);
        if (found.Refusal is { } refused)
        {
            return refused;
        }

        var inspection = found.Value!;
        var kept = await AddEvidence.Run(db, store, time, actor, new(inspection.Season, inspection.Project, "", order.Note) { Target = Target(inspection) }, photos, cancel);
        if (kept.Refusal is { } unkept)
        {
            return unkept;
        }

        place ??= await OfPhotos(db, kept.Value!, cancel);
        var known = await PlaceProject.Current(db, inspection.Project, cancel);
        var step = new InspectionStep { Action = InspectionAction.CheckIn, Person = actor.Id, By = actor.Name, Note = TakeStep.Tidy(order.Note), Lon = place?.Lon, Lat = place?.Lat, Distance = Metres(place, known) };
        return await TakeStep.Run(db, time, actor, inspection, step, null,
            row => row.Visitors = string.Join('|', row.Visitors.Split('|', StringSplitOptions.RemoveEmptyEntries).Append(actor.Id).Distinct()),
            JsonSerializer.Serialize(new { photos = kept.Value, distance = step.Distance }), cancel);
    }

    /// <summary>What the photos of an inspection prove.</summary>
    public static EvidenceTarget Target(Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return new(EvidencePurpose.Inspection, FormattableString.Invariant($"{inspection.Season}-{inspection.Round}"));
    }

    private static async Task<Position?> OfPhotos(SaimaDb db, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var photo = await db.Set<ProjectEvidence>().AsNoTracking().Where(one => ids.Contains(one.Id) && one.Latitude != null && one.Longitude != null).OrderBy(one => one.Id).FirstOrDefaultAsync(cancel);
        return photo is null ? null : Position.Of((decimal)photo.Longitude!.Value, (decimal)photo.Latitude!.Value);
    }

    private static int? Metres(Position? here, Position? there) =>
        here is { } a && there is { } b ? (int)Math.Round(new PhotoPlace(a.Latitude, a.Longitude).MetresTo(new(b.Latitude, b.Longitude))) : null;
}
