using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Standings;

/// <summary>Reads what the pages of a round show, in a fixed number of queries whatever its size.</summary>
public sealed class RoundStandings(SaimaDb db, KnownRounds known)
{
    public Task<PublishedRounds> Rounds(CancellationToken cancel) => PublishedRounds.Read(db, cancel);

    public ValueTask<RuleSetDocument> Rules(RoundHead round, CancellationToken cancel) => known.Rules(db, round, cancel);

    /// <summary>Count and money by lane and flag.</summary>
    public ValueTask<IReadOnlyList<LaneTotal>> Totals(RoundHead round, CancellationToken cancel) => known.Totals(db, round, cancel);

    public ValueTask<IReadOnlyList<UnitRow>> Units(RoundHead round, CancellationToken cancel) => known.Units(db, round, cancel);

    /// <summary>One unit through the given rounds.</summary>
    public async Task<IReadOnlyDictionary<long, UnitRow>> Through(IReadOnlyList<long> rounds, UnitRow unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return await db.Set<UnitRow>().AsNoTracking().Where(row => rounds.Contains(row.RoundId) && row.Unit == unit.Unit).ToDictionaryAsync(row => row.RoundId, cancel);
    }

    /// <summary>The snails and then the yellow flags of a round, the lowest score first.</summary>
    public async Task<IReadOnlyList<BehindProject>> Behind(RoundHead round, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(round);
        var behind = await db.Set<StandingRow>().Where(row => row.RoundId == round.Id && (row.Flag == Flag.Snail || row.Flag == Flag.Yellow))
            .OrderByDescending(row => row.Flag).ThenBy(row => row.Score).ThenBy(row => row.Position).Take(most)
            .Select(row => new BehindProject(row.Project, row.Name, row.Unit, row.Flag, row.Reasons)).ToListAsync(cancel);
        var units = await Units(round, cancel);
        return behind.ConvertAll(row => row with { Unit = units.FirstOrDefault(unit => unit.Unit == row.Unit)?.Name ?? row.Unit });
    }

    /// <summary>One page of the listing, and how many rows there are in all.</summary>
    public async Task<(IReadOnlyList<ListedProject> Rows, int Count)> Page(RoundHead round, RoundHead? previous, StandingFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(filter);
        var rows = Narrow(db.Set<StandingRow>().Where(row => row.RoundId == round.Id), filter);
        var count = await Count(round, filter, rows, cancel);
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
        if (previous is null)
        {
            return (listed, count);
        }

        var projects = listed.ConvertAll(row => row.Project);
        var before = await db.Set<StandingRow>().Where(row => row.RoundId == previous.Id && projects.Contains(row.Project))
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

    /// <summary>How many projects there are of a lane, or of all.</summary>
    private async ValueTask<int> Count(RoundHead round, StandingFilter filter, IQueryable<StandingRow> rows, CancellationToken cancel) =>
        filter.IsNarrow ? await rows.CountAsync(cancel) : (await Totals(round, cancel)).Where(total => filter.Lane is null || total.Lane == filter.Lane).Sum(total => total.Projects);

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
