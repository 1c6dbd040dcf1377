using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Editing;

/// <summary>数据范围: what somebody may write, by the unit that answers for the project. Looked up in the transaction that writes.</summary>
internal static class FactScope
{
    /// <param name="actor">Empty on the command line, which may write for every unit.</param>
    /// <param name="project">Empty for the units themselves, which are the project office's.</param>
    public static async Task<Refusal?> Refuse(SaimaDb db, Actor? actor, int season, string? project, CancellationToken cancel)
    {
        if (project is null)
        {
            return actor?.Holds(Role.ProjectOffice) == false ? EditRefusals.NotYours : null;
        }

        var unit = await db.Set<ProjectFact>().Where(fact => fact.Season == season && fact.Project == project && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Unit).SingleOrDefaultAsync(cancel);
        return unit is null ? EditRefusals.Gone(project) : actor?.WritesFor(unit) == false ? EditRefusals.NotYours : null;
    }
}
