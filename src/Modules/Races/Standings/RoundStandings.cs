using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Standings;

/// <summary>Reads what the pages of a round show, in a fixed number of queries whatever its size.</summary>
public sealed class RoundStandings(SaimaDb db, KnownRules known)
{
    public Task<PublishedRounds> Rounds(CancellationToken cancel) => PublishedRounds.Read(db, cancel);

    public ValueTask<RuleSetDocument> Rules(RoundHead round, CancellationToken cancel) => known.Of(db, round, cancel);

    /// <summary>Count and money by lane and flag.</summary>
    public async Task<IReadOnlyList<LaneTotal>> Totals(long roundId, CancellationToken cancel) =>
        await db.Set<StandingRow>().Where(row => row.RoundId == roundId).GroupBy(row => new { row.Lane, row.Flag })
            .Select(rows => new LaneTotal
            {
                Lane = rows.Key.Lane,
                Flag = rows.Key.Flag,
                Projects = rows.Count(),
                AnnualPlan = rows.Sum(row => row.AnnualPlan),
                Planned = rows.Sum(row => row.PlannedCumulative),
                YearToDate = rows.Sum(row => row.YearToDate),
            }).ToListAsync(cancel);

    public async Task<IReadOnlyList<UnitRow>> Units(long roundId, CancellationToken cancel) =>
        await db.Set<UnitRow>().AsNoTracking().Where(unit => unit.RoundId == roundId).OrderBy(unit => unit.Position).ToListAsync(cancel);

    public async Task<string> UnitName(long roundId, string unit, CancellationToken cancel) =>
        await db.Set<UnitRow>().Where(row => row.RoundId == roundId && row.Unit == unit).Select(row => row.Name).FirstOrDefaultAsync(cancel) ?? unit;

    /// <summary>One unit through the given rounds.</summary>
    public async Task<IReadOnlyDictionary<long, UnitRow>> Through(IReadOnlyList<long> rounds, UnitRow unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return await db.Set<UnitRow>().AsNoTracking().Where(row => rounds.Contains(row.RoundId) && row.Unit == unit.Unit).ToDictionaryAsync(row => row.RoundId, cancel);
    }

    /// <summary>How many projects of a lane have a rank.</summary>
    public Task<int> Ranked(long roundId, string lane, CancellationToken cancel) =>
        db.Set<StandingRow>().CountAsync(row => row.RoundId == roundId && row.Lane == lane && row.Rank != null, cancel);

    /// <summary>The snails and then the yellow flags of a round, the lowest score first.</summary>
    public async Task<IReadOnlyList<BehindProject>> Behind(long roundId, int most, CancellationToken cancel) =>
        await db.Set<StandingRow>().Where(row => row.RoundId == roundId && (row.Flag == Flag.Snail || row.Flag == Flag.Yellow))
            .OrderByDescending(row => row.Flag).ThenBy(row => row.Score).ThenBy(row => row.Position).Take(most)
            .Join(db.Set<UnitRow>().Where(unit => unit.RoundId == roundId), row => row.Unit, unit => unit.Unit, (row, unit) => new BehindProject(row.Project, row.Name, unit.Name, row.Flag, row.Reasons))
            .ToListAsync(cancel);

    /// <summary>One page of the listing, and how many rows there are in all.</summary>
    public async Task<(IReadOnlyList<ListedProject> Rows, int Count)> Page(long roundId, long? previousId, StandingFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var rows = Narrow(db.Set<StandingRow>().Where(row => row.RoundId == roundId), filter);
        var count = await rows.CountAsync(cancel);
        var listed = await rows.OrderBy(row => row.Position).Skip((filter.Page - 1) * StandingFilter.PageSize).Take(StandingFilter.PageSize)
            .Select(row => new ListedProject
            {
                Rank = row.Rank,
                Lane = row.Lane,
                Project = row.Project,
                Name = row.Name,
                Unit = row.Unit,
                Flag = row.Flag,
                Reasons = row.Reasons,
                Score = row.Score,
                AnnualPlan = row.AnnualPlan,
                PlannedCumulative = row.PlannedCumulative,
                YearToDate = row.YearToDate,
                Deviation = row.Deviation,
                Points = row.Points,
            }).ToListAsync(cancel);
        if (previousId is null)
        {
            return (listed, count);
        }

        var projects = listed.ConvertAll(row => row.Project);
        var before = await db.Set<StandingRow>().Where(row => row.RoundId == previousId && projects.Contains(row.Project))
            .Select(row => new FormerPlace(row.Project, row.Lane, row.Rank, row.Flag)).ToDictionaryAsync(place => place.Project, cancel);
        return (listed.ConvertAll(row => row with { Before = before.GetValueOrDefault(row.Project) }), count);
    }

    /// <summary>One project in a round with all that explains it; empty if it did not take part.</summary>
    public async Task<StandingRow?> Project(long roundId, string project, CancellationToken cancel) =>
        await db.Set<StandingRow>().AsNoTracking().SingleOrDefaultAsync(row => row.RoundId == roundId && row.Project == project, cancel);

    /// <summary>The project through the given rounds.</summary>
    public async Task<IReadOnlyDictionary<long, ProjectInRound>> Through(IReadOnlyList<long> rounds, string project, CancellationToken cancel) =>
        await db.Set<StandingRow>().Where(row => rounds.Contains(row.RoundId) && row.Project == project)
            .Select(row => new ProjectInRound(row.RoundId, row.Lane, row.Rank, row.Flag, row.Score, row.Deviation))
            .ToDictionaryAsync(row => row.RoundId, cancel);

    private static IQueryable<StandingRow> Narrow(IQueryable<StandingRow> rows, StandingFilter filter)
    {
        rows = filter.Lane is { } lane ? rows.Where(row => row.Lane == lane) : rows;
        rows = filter.Unit is { } unit ? rows.Where(row => row.Unit == unit) : rows;
        rows = filter.Search is { } text ? rows.Where(row => row.Name.Contains(text) || row.Project.Contains(text)) : rows;
        return filter.Flag is null ? rows
            : Enum.TryParse<Flag>(filter.Flag, ignoreCase: true, out var flag) && Enum.IsDefined(flag) ? rows.Where(row => row.Flag == flag)
            : rows.Where(_ => false);
    }
}
