using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Review;

/// <summary>Reviews as tasks: to call the meeting, to decide its items, to sign, for those it waits for.</summary>
internal sealed class ReviewTasks : TaskSource
{
    public override async Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        if (!actor.Holds(Role.Leader) && !actor.Holds(Role.ProjectOffice))
        {
            return [];
        }

        var tasks = new List<OpenTask>();
        foreach (var life in await db.Set<RoundLife>().AsNoTracking().Where(one => one.Phase == RoundPhase.Review).OrderBy(one => one.Season).ThenBy(one => one.Round).ToListAsync(cancel))
        {
            if (await ReviewState.Read(db, life.Season, life.Round, cancel) is not { } state)
            {
                continue;
            }

            var step = state.Meeting is null ? actor.Holds(Role.ProjectOffice) ? "call" : null
                : state.Undecided > 0 ? DecideItem.Refuse(state, actor) is null ? "decide" : null
                : SignReview.For(state, actor).Refusal is null ? "sign" : null;
            if (step is not null)
            {
                tasks.Add(new(FormattableString.Invariant($"review/{step}/{life.Season}/{life.Round}"), ReviewWords.Task(step, life.Season, life.Round, state.Undecided), RacesLinks.Review(life.Season, life.Round), state.Meeting?.HeldOn));
            }
        }

        return tasks;
    }
}
