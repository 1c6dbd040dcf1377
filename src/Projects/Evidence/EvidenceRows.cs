using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Time;
using Saima.Projects.Places;

namespace Saima.Projects.Evidence;

/// <summary>Records of evidence: what is compared with, and what is written.</summary>
internal static class EvidenceRows
{
    public static async Task<IReadOnlyList<EarlierEvidence>> Earlier(SaimaDb db, IReadOnlyList<(string Name, KeptFile File)> kept, CancellationToken cancel)
    {
        var hashes = kept.Select(one => one.File.Hash).ToList();
        return (await db.Set<ProjectEvidence>().AsNoTracking().Where(one => one.Looks != null || hashes.Contains(one.Hash)).Select(one => new { one.Id, one.Hash, one.Looks }).ToListAsync(cancel))
            .ConvertAll(one => new EarlierEvidence($"{one.Id}", one.Hash, one.Looks is { } looks ? unchecked((ulong)looks) : null));
    }

    /// <summary>What a piece is held against: the month of a report, the project's land, or at least its point.</summary>
    public static async Task<EvidenceClaim> Claim(SaimaDb db, string project, EvidenceTarget target, CancellationToken cancel)
    {
        var place = await PlaceProject.Current(db, project, cancel);
        var land = await DrawParcel.Current(db, project, cancel) is { } drawn ? Parcel.Of(drawn.Shape) : null;
        return new(target.Purpose == EvidencePurpose.Report && Month.TryParse(target.About, out var month) ? month : null, place is { } at ? new(at.Latitude, at.Longitude) : null)
        {
            Land = land is null ? null : (taken => land.MetresOutside(taken.Latitude, taken.Longitude), Parcel.ToleranceMetres),
        };
    }

    public static ProjectEvidence Of(EvidenceOrder order, EvidenceTarget target, (string Name, KeptFile File) kept, IReadOnlyList<RaisedFlag> flags, Actor actor, DateTimeOffset now) => new()
    {
        Season = order.Season,
        Project = order.Project,
        Purpose = target.Purpose,
        About = target.About,
        Hash = kept.File.Hash,
        MediaType = kept.File.Format.MediaType,
        Name = kept.Name,
        Length = kept.File.Length,
        Width = kept.File.Photo?.Width,
        Height = kept.File.Photo?.Height,
        TakenAt = kept.File.Photo?.TakenAt,
        Latitude = kept.File.Photo?.Place?.Latitude,
        Longitude = kept.File.Photo?.Place?.Longitude,
        Looks = kept.File.Photo is { } photo ? unchecked((long)photo.Looks) : null,
        Flags = flags.Count == 0 ? null : JsonSerializer.Serialize(flags),
        Note = string.IsNullOrWhiteSpace(order.Note) ? null : order.Note.Trim(),
        Person = actor.Id,
        By = actor.Name,
        At = now,
        ReplacesId = order.Replaces,
        Reason = order.Replaces is null ? null : order.Reason!.Trim(),
    };
}
