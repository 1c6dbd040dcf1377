using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Standings;

/// <summary>What is asked of settled rounds again and again, read once each: what has a fingerprint never says anything else.</summary>
public sealed class KnownRounds
{
    private readonly ConcurrentDictionary<string, RuleSetDocument> rules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<LaneTotal>> totals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<UnitRow>> units = new(StringComparer.Ordinal);

    public async ValueTask<RuleSetDocument> Rules(SaimaDb db, RoundHead round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(round);
        if (rules.TryGetValue(round.RuleSetHash, out var known))
        {
            return known;
        }

        var document = await db.Set<SettledRound>().Where(kept => kept.Id == round.Id).Select(kept => kept.RuleSetDocument).SingleAsync(cancel);
        known = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(document), "rules.json").Value
            ?? throw new InvalidOperationException($"The rule set stored with round {round.Id} cannot be read.");
        return rules.GetOrAdd(known.Hash, known);
    }

    /// <summary>Count and money by lane and flag.</summary>
    public async ValueTask<IReadOnlyList<LaneTotal>> Totals(SaimaDb db, RoundHead round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(round);
        if (totals.TryGetValue(round.BundleHash, out var known))
        {
            return known;
        }

        return totals.GetOrAdd(round.BundleHash, await db.Set<StandingRow>().Where(row => row.RoundId == round.Id).GroupBy(row => new { row.Lane, row.Flag })
            .Select(rows => new LaneTotal
            {
                Lane = rows.Key.Lane,
                Flag = rows.Key.Flag,
                Projects = rows.Count(),
                Ranked = rows.Count(row => row.Rank != null),
                AnnualPlan = rows.Sum(row => row.AnnualPlan),
                Planned = rows.Sum(row => row.PlannedCumulative),
                YearToDate = rows.Sum(row => row.YearToDate),
            }).ToListAsync(cancel));
    }

    public async ValueTask<IReadOnlyList<UnitRow>> Units(SaimaDb db, RoundHead round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(round);
        return units.TryGetValue(round.BundleHash, out var known) ? known
            : units.GetOrAdd(round.BundleHash, await db.Set<UnitRow>().AsNoTracking().Where(unit => unit.RoundId == round.Id).OrderBy(unit => unit.Position).ToListAsync(cancel));
    }
}
