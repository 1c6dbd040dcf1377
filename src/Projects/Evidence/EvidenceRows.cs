using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;

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
