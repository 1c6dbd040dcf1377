using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Review;

/// <summary>A project through the rounds of a season up to the edition under review.</summary>
internal static class ProjectHistory
{
    public static async Task<IReadOnlyList<(int Round, StandingRow Row)>> Read(SaimaDb db, SettledRound edition, string project, CancellationToken cancel)
    {
        var editions = await db.Set<SettledRound>().AsNoTracking().Where(one => one.Season == edition.Season && one.Round <= edition.Round && (one.PublishedAt != null || one.Id == edition.Id))
            .Select(one => new { one.Id, one.Round, one.Edition }).ToListAsync(cancel);
        var latest = editions.GroupBy(one => one.Round).Select(round => round.MaxBy(one => one.Edition)!).ToDictionary(one => one.Id);
        var ids = latest.Keys.ToList();
        var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => ids.Contains(row.RoundId) && row.Project == project).ToListAsync(cancel);
        return [.. rows.Select(row => (latest[row.RoundId].Round, row)).OrderBy(one => one.Round)];
    }
}
