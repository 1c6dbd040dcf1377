using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Cohorts;

/// <summary>Reads cohorts: of an edition from its stored rows, of frozen data that nobody settled yet from the cohort kept with them.</summary>
public static class RoundCohorts
{
    /// <summary>The cohort of an edition, in the order of its listing.</summary>
    public static async Task<IReadOnlyList<CohortRow>> OfEdition(SaimaDb db, long edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var units = await db.Set<UnitRow>().Where(unit => unit.RoundId == edition).ToDictionaryAsync(unit => unit.Unit, unit => unit.Name, StringComparer.Ordinal, cancel);
        var ranked = db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == edition);
        // The metrics are long, and only of those without a rank does anybody ask for them.
        var why = await ranked.Where(row => row.Rank == null).ToDictionaryAsync(row => row.Project, row => Unranked.Codes(row), StringComparer.Ordinal, cancel);
        var rows = await ranked.OrderBy(row => row.Position).Select(row => new { row.Project, row.Name, row.Unit, row.Lane, row.Flag, row.Score, row.Deviation }).ToListAsync(cancel);
        return rows.ConvertAll(row => new CohortRow(row.Project, row.Name, row.Unit, units.GetValueOrDefault(row.Unit, row.Unit), row.Lane, why.GetValueOrDefault(row.Project, ""), row.Flag, row.Score, row.Deviation));
    }

    /// <summary>The cohort that was frozen.</summary>
    public static async Task<IReadOnlyList<CohortRow>> OfFreeze(SaimaDb db, long freeze, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<CohortMember>().AsNoTracking().Where(member => member.FreezeId == freeze).OrderBy(member => member.Lane).ThenBy(member => member.Project)
            .Select(member => new CohortRow(member.Project, member.Name, member.Unit, member.UnitName, member.Lane, member.Why, null, null, null)).ToListAsync(cancel);
    }

    /// <summary>A round for the desk: its latest edition if that is of the latest frozen data, or else those data; empty if nothing is frozen or settled.</summary>
    public static async Task<IReadOnlyList<CohortRow>?> Latest(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        var (edition, freeze) = (await RoundArchive.Latest(db, season, round, cancel), await Freezes.Latest(db, season, round, cancel));
        return freeze is not null && (edition is null || (edition.FreezeId != freeze.Id && edition.SettledAt < freeze.FrozenAt)) ? await OfFreeze(db, freeze.Id, cancel)
            : edition is not null ? await OfEdition(db, edition.Id, cancel) : null;
    }

    /// <summary>The cohort of the desk against that of the round before.</summary>
    public static async Task<CohortComparison?> Compare(SaimaDb db, int season, int round, CancellationToken cancel) =>
        await Latest(db, season, round, cancel) is { } now
            ? CohortComparison.Of((round == 1 ? await Latest(db, season - 1, 6, cancel) : await Latest(db, season, round - 1, cancel)) ?? [], now) : null;

    /// <summary>A published edition against the one before it on the board.</summary>
    public static async Task<CohortComparison> Compare(SaimaDb db, long? before, long now, CancellationToken cancel) =>
        CohortComparison.Of(before is { } id ? await OfEdition(db, id, cancel) : [], await OfEdition(db, now, cancel));
}
