using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Cohorts;

/// <summary>A project of a round's cohort as it was frozen: who takes part, for which unit, in which lane, and whether it can be ranked.</summary>
public sealed class CohortMember
{
    public long FreezeId { get; set; }

    public required string Project { get; set; }

    public required string Name { get; set; }

    public required string Unit { get; set; }

    public required string UnitName { get; set; }

    /// <summary>Code in the rule set of the round.</summary>
    public required string Lane { get; set; }

    public bool Ranked { get; set; }

    /// <summary>Why it is not ranked: codes of the rule set's rows, or of <see cref="Unranked"/>, joined with <c>|</c>.</summary>
    public required string Why { get; set; }
}

/// <summary>The table of cohorts: written with a freeze, never changed.</summary>
internal static class CohortData
{
    public const string Table = "races_cohort";

    public static void Map(ModelBuilder model) => model.Entity<CohortMember>(member =>
    {
        member.ToTable(Table);
        member.HasKey(m => new { m.FreezeId, m.Project });
        member.HasOne<RoundFreeze>().WithMany().HasForeignKey(m => m.FreezeId).OnDelete(DeleteBehavior.Restrict);
        ColumnNames.Snake(member);
    });
}
