using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Circulars;
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

    /// <summary>The circular issued on a round; what the public may have of it is decided here.</summary>
    public Task<Circular?> Issued(RoundHead round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(round);
        return CircularShelf.IssuedOf(db, round.Id, cancel);
    }

    /// <summary>One unit through the given rounds.</summary>
    public async Task<IReadOnlyDictionary<long, UnitRow>> Through(IReadOnlyList<long> rounds, UnitRow unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return await db.Set<UnitRow>().AsNoTracking().Where(row => rounds.Contains(row.RoundId) && row.Unit == unit.Unit).ToDictionaryAsync(row => row.RoundId, cancel);
    }

    /// <summary>The snails and then the yellow flags of a round, the lowest score first.</summary>
    public async Task<IReadOnlyList<BoardRow>> Behind(RoundHead round, int most) => (await known.Board(round)).Behind(most);

    /// <summary>Who rose and who fell since the round before.</summary>
    public ValueTask<Movements> Between(RoundHead before, RoundHead now) => known.Between(before, now);

    /// <summary>One page of the listing, and how many rows there are in all.</summary>
    public async Task<(IReadOnlyList<ListedProject> Rows, int Count)> Page(RoundHead round, RoundHead? previous, StandingFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(filter);
        var before = previous is null ? null : await known.Board(previous);
        var found = (await known.Board(round)).Find(filter, previous is null ? null : await known.Between(previous, round));
        var shown = found.Skip((filter.Page - 1) * StandingFilter.PageSize).Take(StandingFilter.PageSize).Select(row => row.Position).ToList();
        var rows = shown.Count == 0 ? [] : await db.Set<StandingRow>().Where(row => row.RoundId == round.Id && shown.Contains(row.Position)).OrderBy(row => row.Position)
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
        return (rows.ConvertAll(row => row with { Before = before?.Of(row.Project) }), found.Count);
    }

    /// <summary>One project in a round with all that explains it; empty if it did not take part.</summary>
    public async Task<StandingRow?> Project(long roundId, string project, CancellationToken cancel) =>
        await db.Set<StandingRow>().AsNoTracking().SingleOrDefaultAsync(row => row.RoundId == roundId && row.Project == project, cancel);

    /// <summary>The project through the given rounds.</summary>
    public async Task<IReadOnlyDictionary<long, ProjectInRound>> Through(IReadOnlyList<long> rounds, string project, CancellationToken cancel) =>
        await db.Set<StandingRow>().Where(row => rounds.Contains(row.RoundId) && row.Project == project)
            .Select(row => new ProjectInRound(row.RoundId, row.Lane, row.Rank, row.Flag, row.Score, row.Deviation))
            .ToDictionaryAsync(row => row.RoundId, cancel);
}
