using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Evidence;

/// <param name="Unrecorded">Files without a record.</param>
internal sealed record CheckedEvidence(int Pieces, IReadOnlyList<Problem> Faults, int Unrecorded);

/// <summary>Holds every piece of evidence on record against what is kept, and counts what is kept without a record.</summary>
internal static class CheckEvidence
{
    public static async Task<CheckedEvidence> Run(SaimaDb db, EvidenceStore store, CancellationToken cancel)
    {
        var pieces = await db.Set<ProjectEvidence>().AsNoTracking().OrderBy(one => one.Id).Select(one => new { one.Id, one.Season, one.Project, one.Name, one.Hash }).ToListAsync(cancel);
        var faults = new List<Problem>();
        foreach (var same in pieces.GroupBy(one => one.Hash))
        {
            if (!await store.IsWhole(same.Key, cancel))
            {
                faults.AddRange(same.Select(one => new Problem(
                    Severity.Error, "EVIDENCE_BROKEN", one.Name, null, null, null, one.Hash, new($"{one.Season} 年 {one.Project} 的佐证 {one.Id} 不在了，或与记录的指纹不符。", $"Evidence {one.Id} of {one.Project} in {one.Season} is gone or differs from its fingerprint."),
                    new("从备份恢复这份文件。", "Restore this file from a backup."))));
            }
        }

        var recorded = pieces.Select(one => one.Hash).ToHashSet();
        return new(pieces.Count, faults, await store.Contents.Keys(cancel).CountAsync(key => ContentKey.HashOf(key) is { } hash && !recorded.Contains(hash), cancel));
    }
}
