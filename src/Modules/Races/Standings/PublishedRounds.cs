using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Disclosures;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Standings;

/// <summary>The rounds the public may see, each in its latest published edition, the newest first; and the editions they replaced.</summary>
public sealed record PublishedRounds(IReadOnlyList<RoundHead> InForce, IReadOnlyList<RoundHead> Replaced)
{
    /// <summary>What was published and is not shown now: never classified as open, taken down, or its notice has ended. With its latest edition a whole round is.</summary>
    public IReadOnlyList<RoundHead> Withdrawn { get; private init; } = [];

    /// <summary>What the public may see today: published, classified as open, reviewed, and its notice has not ended.</summary>
    public static async Task<PublishedRounds> Read(SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(time);
        var today = Written.DayOf(time.GetUtcNow());
        return Sorted(await All(db, cancel), head => head.Decision?.Shows(today) == true);
    }

    /// <summary>What was published, for people of the desk, who also see what is not shown any longer.</summary>
    public static async Task<PublishedRounds> ReadForDesk(SaimaDb db, CancellationToken cancel) => Sorted(await All(db, cancel), _ => true);

    public RoundHead? Find(int season, int round) => InForce.FirstOrDefault(head => head.Season == season && head.Round == round);

    /// <summary>The latest edition of a round that is not shown any longer.</summary>
    public RoundHead? FindWithdrawn(int season, int round) => Find(season, round) is null ? Withdrawn.FirstOrDefault(head => head.Season == season && head.Round == round) : null;

    /// <summary>An edition the public may see, by the fingerprint of its bundle.</summary>
    public RoundHead? Find(string bundle) => InForce.Concat(Replaced).FirstOrDefault(head => head.BundleHash == bundle);

    /// <summary>The round before; the last of the year before for the first of a year.</summary>
    public RoundHead? Before(int season, int round) => round == 1 ? Find(season - 1, 6) : Find(season, round - 1);

    /// <summary>The rounds settled by a rule set, the newest first.</summary>
    public IReadOnlyList<RoundHead> WithRules(string hash) => [.. InForce.Concat(Replaced).Where(head => head.RuleSetHash == hash)];

    /// <summary>The rounds of a season in their order.</summary>
    public IReadOnlyList<RoundHead> Of(int season) => [.. InForce.Where(head => head.Season == season).OrderBy(head => head.Round)];

    private static PublishedRounds Sorted(IReadOnlyList<RoundHead> all, Func<RoundHead, bool> shows)
    {
        var rounds = all.OrderByDescending(head => head.Season).ThenByDescending(head => head.Round).ThenByDescending(head => head.Edition).GroupBy(head => (head.Season, head.Round)).Select(editions => editions.ToList()).ToList();
        var shown = rounds.Where(editions => shows(editions[0])).ToList();
        var replaced = shown.SelectMany(editions => editions.Skip(1).Where(shows)).ToList();
        return new([.. shown.Select(editions => editions[0])], replaced) { Withdrawn = [.. rounds.SelectMany(editions => editions).Except(shown.Select(editions => editions[0])).Except(replaced)] };
    }

    // One question for the rounds and their decisions together: both are few.
    private static async Task<IReadOnlyList<RoundHead>> All(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await (
            from round in db.Set<SettledRound>().AsNoTracking().Where(round => round.PublishedAt != null)
            from decision in db.Set<Disclosure>().AsNoTracking().Where(one => one.RoundId == round.Id && one.State == DisclosureState.Approved).DefaultIfEmpty()
            select new
            {
                Head = new RoundHead
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
                },
                Decision = decision
            }).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Head.Id).Select(versions => versions.First().Head with { Decision = versions.Select(row => row.Decision).Where(one => one is not null).MaxBy(one => one!.Version) })];
    }
}
