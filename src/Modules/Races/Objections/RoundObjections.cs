using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Objections;

/// <summary>What everybody is told of the objections to a published round: how many there were and how they ended; of those upheld, what was corrected and why. Nobody is named.</summary>
/// <param name="Received">All that were handed in.</param>
/// <param name="Corrections">Upheld, with the name of the project.</param>
public sealed record RoundObjections(int Received, int Upheld, int Rejected, int NotAdmitted, int Withdrawn, IReadOnlyList<ListedObjection> Corrections)
{
    public int Open => Received - Upheld - Rejected - NotAdmitted - Withdrawn;

    public static async Task<RoundObjections> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var all = await db.Set<Objection>().AsNoTracking().Where(one => one.Season == season && one.Round == round).OrderBy(one => one.Sequence)
            .Select(one => new ListedObjection(one, db.Set<StandingRow>().Where(row => row.RoundId == one.EditionId && row.Project == one.Project).Select(row => row.Name).FirstOrDefault() ?? one.Project, one.Unit)).ToListAsync(cancel);
        return new(
            all.Count, all.Count(one => one.Objection.IsUpheld), all.Count(one => one.Objection.Outcome == ObjectionOutcome.Rejected), all.Count(one => one.Objection.State == ObjectionState.NotAdmitted),
            all.Count(one => one.Objection.State == ObjectionState.Withdrawn), [.. all.Where(one => one.Objection.IsUpheld)]);
    }
}
