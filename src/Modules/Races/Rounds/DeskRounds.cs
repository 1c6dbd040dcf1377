using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Rounds;

/// <summary>The editions of a season, or of all, as the desk lists them: by round, the latest edition first, without their rule sets.</summary>
public static class DeskRounds
{
    public static async Task<IReadOnlyList<SettledRound>> Read(SaimaDb db, int? season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<SettledRound>().AsNoTracking().Where(round => season == null || round.Season == season).OrderBy(round => round.Round).ThenByDescending(round => round.Edition)
            .Select(round => new SettledRound
            {
                Id = round.Id,
                Season = round.Season,
                Round = round.Round,
                Edition = round.Edition,
                SupersedesId = round.SupersedesId,
                Reason = round.Reason,
                CutOff = round.CutOff,
                Deadline = round.Deadline,
                RuleSetCode = round.RuleSetCode,
                RuleSetHash = round.RuleSetHash,
                RuleSetDocument = "",
                BundleHash = round.BundleHash,
                SettledAt = round.SettledAt,
                SettledBy = round.SettledBy,
                PublishedAt = round.PublishedAt,
                Projects = round.Projects,
                Red = round.Red,
                Yellow = round.Yellow,
                Snail = round.Snail,
                Exempt = round.Exempt,
                None = round.None,
            }).ToListAsync(cancel);
    }
}
