using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Seasons;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Life;

/// <summary>What every round waits for, whatever other rooms say: the cut-off, a settlement of the latest frozen data, the end of the window of objections.</summary>
public static class LifeGates
{
    /// <summary>All gates of a phase asked.</summary>
    public static async Task<IReadOnlyList<Waiting>> Read(SaimaDb db, TimeProvider time, IEnumerable<RoundGate> gates, RoundLife life, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(life);
        var waiting = await Own(db, life, Written.DayOf(time.GetUtcNow()), cancel) is { } own ? [own] : new List<Waiting>();
        foreach (var gate in gates.Where(gate => gate.Phase == life.Phase))
        {
            waiting.AddRange(await gate.Read(db, life.Season, life.Round, cancel));
        }

        return waiting;
    }

    private static async Task<Waiting?> Own(SaimaDb db, RoundLife life, DateOnly today, CancellationToken cancel)
    {
        switch (life.Phase)
        {
            case RoundPhase.Open when RoundPlan.CutOff(life.Season, life.Round) is var cutOff && today <= cutOff:
                return new(LifeWords.WaitsForCutOff(cutOff), "", cutOff, true);
            case RoundPhase.Objection when life.ObjectionsUntil is { } until && today <= until:
                return new(LifeWords.WaitsForWindow(until), "", until, true);
            case RoundPhase.Scored or RoundPhase.Review:
                var freeze = await Freezes.Latest(db, life.Season, life.Round, cancel);
                var edition = await db.Set<SettledRound>().Where(one => one.Season == life.Season && one.Round == life.Round).OrderByDescending(one => one.Edition).Select(one => one.FreezeId).FirstOrDefaultAsync(cancel);
                return freeze is not null && edition != freeze.Id ? new(LifeWords.WaitsForSettling(freeze.Version), RacesLinks.RoundOnDesk(life.Season, life.Round), null, true) : null;
            default:
                return null;
        }
    }
}
