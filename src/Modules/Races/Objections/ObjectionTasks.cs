using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>Objections as tasks: for units to look at their provisional results in time, for those who may to admit and decide, for those who score to settle again.</summary>
internal sealed class ObjectionTasks : TaskSource
{
    public override async Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var tasks = new List<OpenTask>();
        if (actor.Holds(Role.Reporter))
        {
            var open = await db.Set<RoundLife>().AsNoTracking().Where(life => life.Phase == RoundPhase.Objection && life.ObjectionsUntil >= today).OrderBy(life => life.Season).ThenBy(life => life.Round).ToListAsync(cancel);
            tasks.AddRange(open.Select(life => new OpenTask(FormattableString.Invariant($"objections/window/{life.Season}/{life.Round}"), ObjectionWords.LookTask(life.Season, life.Round), RacesLinks.AddObjection(life.Season, life.Round), life.ObjectionsUntil)));
        }

        if (actor.Holds(Role.ProjectOffice))
        {
            tasks.AddRange(await OfOffice(db, actor, cancel));
        }

        return tasks;
    }

    private static async Task<IEnumerable<OpenTask>> OfOffice(SaimaDb db, Actor actor, CancellationToken cancel)
    {
        var tasks = new List<OpenTask>();
        var open = await db.Set<Objection>().AsNoTracking().Where(one => one.State == ObjectionState.Submitted || one.State == ObjectionState.Received).OrderBy(one => one.Id).ToListAsync(cancel);
        foreach (var round in open.GroupBy(one => (one.Season, one.Round)))
        {
            var scorers = await RoundScorers.Read(db, round.Key.Season, round.Key.Round, cancel);
            foreach (var (step, decide) in new[] { (ObjectionAction.Receive, false), (ObjectionAction.Decide, true) })
            {
                if (round.Count(one => ObjectionMachine.Move(one, step, actor, scorers).Refusal is null) is > 0 and var count)
                {
                    tasks.Add(new(FormattableString.Invariant($"objections/{step}/{round.Key.Season}/{round.Key.Round}"), ObjectionWords.Task(round.Key.Season, round.Key.Round, decide, count), RacesLinks.Objections(round.Key.Season, round.Key.Round, decide ? "received" : "submitted"), null));
                }
            }
        }

        var upheld = await db.Set<Objection>().Where(one => one.CorrectedAt != null).Select(one => new { one.Season, one.Round }).Distinct().ToListAsync(cancel);
        foreach (var round in upheld)
        {
            var counting = await CountedObjections.Read(db, round.Season, round.Round, cancel);
            if (counting is { Open: 0, Uncounted.Count: > 0 } && !await db.Set<Objection>().AnyAsync(one => one.Season == round.Season && one.Round == round.Round && one.DecidedBy == actor.Id, cancel))
            {
                tasks.Add(new(FormattableString.Invariant($"objections/rescore/{round.Season}/{round.Round}"), ObjectionWords.RescoreTask(round.Season, round.Round, counting.Uncounted.Count), RacesLinks.Objections(round.Season, round.Round), null));
            }
        }

        return tasks;
    }
}
