using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Rounds;

/// <summary>What was written in the register after a round's data were frozen.</summary>
/// <param name="Tables">Versions by table, tables without any left out.</param>
/// <param name="Projects">Ids of the projects they are of, the first of them.</param>
/// <param name="ProjectCount">How many projects there are in all.</param>
public sealed record RegisterDrift(IReadOnlyList<(PackageTable Table, int Versions)> Tables, IReadOnlyList<string> Projects, int ProjectCount)
{
    private const int Most = 50;

    public static async Task<RegisterDrift> Read(SaimaDb db, RoundFreeze freeze, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(freeze);
        IQueryable<T> Since<T>()
            where T : SeasonFact => db.Set<T>().AsNoTracking().Where(fact => fact.ChangeId > freeze.ChangeId && fact.Season == freeze.Season);
        var counts = new[]
        {
            (PackageTable.Projects, await Since<ProjectFact>().CountAsync(cancel)), (PackageTable.Plans, await Since<PlanFact>().CountAsync(cancel)),
            (PackageTable.Reports, await Since<ReportFact>().CountAsync(cancel)), (PackageTable.Milestones, await Since<MilestoneFact>().CountAsync(cancel)),
            (PackageTable.Issues, await Since<IssueFact>().CountAsync(cancel)), (PackageTable.Findings, await Since<FindingFact>().CountAsync(cancel)),
            (PackageTable.Units, await Since<UnitFact>().CountAsync(cancel)), (PackageTable.Holidays, await Since<HolidayFact>().CountAsync(cancel)),
        };
        if (counts.All(count => count.Item2 == 0))
        {
            return new([], [], 0);
        }

        var projects = Since<ProjectFact>().Select(fact => fact.Project).Union(Since<PlanFact>().Select(fact => fact.Project)).Union(Since<ReportFact>().Select(fact => fact.Project))
            .Union(Since<MilestoneFact>().Select(fact => fact.Project)).Union(Since<IssueFact>().Select(fact => fact.Project)).Union(Since<FindingFact>().Select(fact => fact.Project));
        return new([.. counts.Where(count => count.Item2 > 0)], await projects.OrderBy(project => project).Take(Most).ToListAsync(cancel), await projects.CountAsync(cancel));
    }
}
