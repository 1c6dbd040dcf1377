using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Life;

/// <summary>The lives that are kept.</summary>
public static class RoundLives
{
    /// <summary>A round's life, not tracked; a draft where none is kept.</summary>
    public static async Task<RoundLife> Find(SaimaDb db, int season, int round, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<RoundLife>().AsNoTracking().SingleOrDefaultAsync(life => life.Season == season && life.Round == round, cancel) ?? new() { Season = season, Round = round };
    }

    /// <summary>The lives of a season by round, drafts included.</summary>
    public static async Task<IReadOnlyList<RoundLife>> Read(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var kept = await db.Set<RoundLife>().AsNoTracking().Where(life => life.Season == season).ToDictionaryAsync(life => life.Round, cancel);
        return [.. Enumerable.Range(1, Kernel.Time.Season.RoundsPerSeason).Select(round => kept.GetValueOrDefault(round) ?? new() { Season = season, Round = round })];
    }

    /// <summary>The steps of a round, the latest first.</summary>
    public static async Task<IReadOnlyList<LifeStep>> Steps(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<LifeStep>().AsNoTracking().Where(step => step.Season == season && step.Round == round).OrderByDescending(step => step.Number).ToListAsync(cancel);
    }

    /// <summary>Holds every move back until the transaction ends; for what must not change while a round moves on.</summary>
    public static Task Hold(SaimaDb db, CancellationToken cancel) => StoreRound.Lock(db, cancel);
}
