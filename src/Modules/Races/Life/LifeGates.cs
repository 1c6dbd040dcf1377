using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Seasons;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Life;

/// <summary>What every round waits for, whatever other rooms say: a calendar, the cut-off, a settlement of the latest frozen data, the end of the window of objections.</summary>
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
            case RoundPhase.Draft when !await db.Set<SeasonCalendar>().AnyAsync(calendar => calendar.Season == life.Season, cancel):
                return new(LifeWords.WaitsForCalendar(life.Season), RacesLinks.Calendar(life.Season), null, true);
            case RoundPhase.Open when RoundPlan.CutOff(life.Season, life.Round) is var cutOff && today <= cutOff:
                return new(LifeWords.WaitsForCutOff(cutOff), "", cutOff, true);
            case RoundPhase.Objection when life.ObjectionsUntil is { } until && today <= until:
                return new(LifeWords.WaitsForWindow(until), "", until, true);
            case >= RoundPhase.Scored when await Unsettled(db, life, cancel) is { } version:
                return new(LifeWords.WaitsForSettling(version), "", null, life.Phase < RoundPhase.Published);
            case RoundPhase.Review when life.PublishAt is { } at:
                return new(LifeWords.WaitsForTime(Written.Moment(at)), "", Written.DayOf(at), false);
            default:
                return null;
        }
    }

    /// <summary>Version of the frozen data that no edition was settled from.</summary>
    private static async Task<int?> Unsettled(SaimaDb db, RoundLife life, CancellationToken cancel)
    {
        if (await Freezes.Latest(db, life.Season, life.Round, cancel) is not { } freeze)
        {
            return null;
        }

        var settled = await (
            from edition in db.Set<SettledRound>()
            where edition.Season == life.Season && edition.Round == life.Round
            join frozen in db.Set<RoundFreeze>() on edition.FreezeId equals (long?)frozen.Id into data
            from frozen in data.DefaultIfEmpty()
            orderby edition.Edition descending
            select frozen == null ? null : frozen.Sha256).FirstOrDefaultAsync(cancel);
        return settled == freeze.Sha256 ? null : freeze.Version;
    }
}
