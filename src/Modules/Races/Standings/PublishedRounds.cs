using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Standings;

/// <summary>The rounds the public may see, each in its latest published edition, the newest first; and the editions they replaced.</summary>
public sealed record PublishedRounds(IReadOnlyList<RoundHead> InForce, IReadOnlyList<RoundHead> Replaced)
{
    public static async Task<PublishedRounds> Read(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var all = await db.Set<SettledRound>().AsNoTracking().Where(round => round.PublishedAt != null).Select(round => new RoundHead
        {
            Id = round.Id,
            Season = round.Season,
            Round = round.Round,
            Edition = round.Edition,
            Reason = round.Reason,
            CutOff = round.CutOff,
            Deadline = round.Deadline,
            RuleSetCode = round.RuleSetCode,
            RuleSetHash = round.RuleSetHash,
            BundleHash = round.BundleHash,
            PublishedAt = round.PublishedAt!.Value,
            Projects = round.Projects,
            Red = round.Red,
            Yellow = round.Yellow,
            Snail = round.Snail,
            Exempt = round.Exempt,
            None = round.None,
        }).ToListAsync(cancel);
        var ordered = all.OrderByDescending(round => round.Season).ThenByDescending(round => round.Round).ThenByDescending(round => round.Edition).ToList();
        var inForce = ordered.DistinctBy(round => (round.Season, round.Round)).ToList();
        return new(inForce, [.. ordered.Except(inForce)]);
    }

    public RoundHead? Find(int season, int round) => InForce.FirstOrDefault(head => head.Season == season && head.Round == round);

    /// <summary>The round before; the last of the year before for the first of a year.</summary>
    public RoundHead? Before(int season, int round) => round == 1 ? Find(season - 1, 6) : Find(season, round - 1);

    /// <summary>The rounds settled by a rule set, the newest first.</summary>
    public IReadOnlyList<RoundHead> WithRules(string hash) => [.. InForce.Concat(Replaced).Where(head => head.RuleSetHash == hash)];

    /// <summary>The rounds of a season in their order.</summary>
    public IReadOnlyList<RoundHead> Of(int season) => [.. InForce.Where(head => head.Season == season).OrderBy(head => head.Round)];
}
