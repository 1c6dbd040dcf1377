using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Standings;

/// <summary>What is asked of settled rounds again and again, read once each: what has a fingerprint never says anything else.</summary>
public sealed class KnownRounds(IServiceScopeFactory scopes) : IDisposable
{
    // A hundred thousand rows take some forty megabytes; the editions looked at last are kept.
    private const int MostRows = 600_000;

    private readonly MemoryCache boards = new(new MemoryCacheOptions { SizeLimit = MostRows });
    private readonly ConcurrentDictionary<(string Before, string Now), Movements> movements = [];
    private readonly Lock one = new();
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

    /// <summary>The listing in memory, read once whoever asks first.</summary>
    public Task<RoundBoard> Board(RoundHead round)
    {
        ArgumentNullException.ThrowIfNull(round);
        lock (one)
        {
            if (boards.TryGetValue<Task<RoundBoard>>(round.BundleHash, out var known) && known is { IsFaulted: false })
            {
                return known;
            }

            // Read for everybody, so nobody's leaving cancels it.
            var reading = Task.Run(() => Read(round.Id));
            return boards.Set(round.BundleHash, reading, new MemoryCacheEntryOptions { Size = Math.Clamp(round.Projects, 1, MostRows) });
        }
    }

    /// <summary>What changed from one round to the next.</summary>
    public async ValueTask<Movements> Between(RoundHead before, RoundHead now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var key = (before.BundleHash, now.BundleHash);
        return movements.TryGetValue(key, out var known) ? known : movements.GetOrAdd(key, Movements.Between(await Board(before), await Board(now)).Shortened());
    }

    public void Dispose() => boards.Dispose();

    private async Task<RoundBoard> Read(long roundId)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await RoundBoard.Read(scope.ServiceProvider.GetRequiredService<SaimaDb>(), roundId);
    }
}
