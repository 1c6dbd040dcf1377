using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;
using Saima.Kernel.Time;
using Saima.Modules.Races.Seasons;

namespace Saima.Modules.Races.Life;

/// <summary>Rounds that wait for the project office to move them on, and for leaders to read what is under review.</summary>
internal sealed class LifeTasks(IEnumerable<RoundGate> gates, TimeProvider time) : TaskSource
{
    public override async Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        if (!actor.Holds(Role.ProjectOffice) && !actor.Holds(Role.Leader))
        {
            return [];
        }

        var tasks = new List<OpenTask>();
        var lives = await db.Set<RoundLife>().AsNoTracking().Where(life => life.Phase != RoundPhase.Archived && life.Phase != RoundPhase.Published && life.Phase != RoundPhase.Rectifying)
            .OrderBy(life => life.Season).ThenBy(life => life.Round).ToListAsync(cancel);
        lives.AddRange(await ToOpen(db, today, cancel));
        foreach (var season in lives.GroupBy(life => life.Season))
        {
            var plans = await Calendars.Planned(db, season.Key, cancel);
            foreach (var life in season)
            {
                if (await Title(db, actor, life, cancel) is { } title)
                {
                    var key = FormattableString.Invariant($"round/{life.Season}/{life.Round}/{life.Revision}");
                    tasks.Add(new(key, title, RacesLinks.RoundOnDesk(life.Season, life.Round), Due(life, plans.Single(plan => plan.Round == life.Round))));
                }
            }
        }

        return tasks;
    }

    /// <summary>The round whose months have begun last, where a calendar is kept and nobody opened it.</summary>
    private static async Task<IReadOnlyList<RoundLife>> ToOpen(SaimaDb db, DateOnly today, CancellationToken cancel)
    {
        var now = SeasonRound.Of(today);
        return await db.Set<SeasonCalendar>().AnyAsync(calendar => calendar.Season == now.Season.Year, cancel)
            && !await db.Set<RoundLife>().AnyAsync(life => life.Season == now.Season.Year && life.Round == now.Number, cancel)
            ? [new() { Season = now.Season.Year, Round = now.Number }] : [];
    }

    private async Task<Kernel.Refusals.Phrase?> Title(SaimaDb db, Actor actor, RoundLife life, CancellationToken cancel)
    {
        if (life.Phase == RoundPhase.Review && actor.Holds(Role.Leader))
        {
            return LifeWords.TaskToRead(life.Season, life.Round);
        }

        var move = LifeMachine.Onward(life.Phase)!.Value;
        return life.PublishAt is null && LifeMachine.Move(life, actor, move, null).Refusal is null && !(await LifeGates.Read(db, time, gates, life, cancel)).Any(one => one.Blocks)
            ? LifeWords.Task(life.Season, life.Round, move) : null;
    }

    private static DateOnly? Due(RoundLife life, RoundPlan plan) => life.Phase switch
    {
        RoundPhase.Draft => null,
        RoundPhase.Open => plan.Deadline,
        RoundPhase.Locked or RoundPhase.Verifying or RoundPhase.Scored => plan.Settling,
        _ => plan.Publication,
    };
}
