using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>Who settled an edition of a round, by their ids: they neither decide objections to it nor approve its publication.</summary>
internal static class RoundScorers
{
    public static async Task<IReadOnlySet<string>> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var settled = LifeMachine.Settles;
        return await db.Set<LifeStep>().Where(step => step.Season == season && step.Round == round && settled.Contains(step.Move)).Select(step => step.By).Distinct().ToHashSetAsync(cancel);
    }
}
