using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Life;

/// <summary>The life of a round. A round without one is a draft.</summary>
public sealed class RoundLife
{
    public int Season { get; set; }

    public int Round { get; set; }

    public RoundPhase Phase { get; set; }

    /// <summary>Number of the latest step, from 1: of two that were taken at once only one counts.</summary>
    public int Revision { get; set; }

    /// <summary>Fixed when the round was opened.</summary>
    public string? RuleSetCode { get; set; }

    public string? RuleSetHash { get; set; }

    /// <summary>The rule set document as it was then, JSON.</summary>
    public string? RuleSetDocument { get; set; }

    /// <summary>Last day of the window of objections.</summary>
    public DateOnly? ObjectionsUntil { get; set; }

    /// <summary>When the round publishes itself.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>Stable id of who locked the data of the lock in force.</summary>
    public string? LockedBy { get; set; }

    /// <summary>Stable id of who settled the latest edition.</summary>
    public string? ScoredBy { get; set; }

    /// <summary>Stable id of who approved the publishing of the latest edition.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>Name of that person, in whose name the round publishes itself.</summary>
    public string? ApprovedByName { get; set; }
}

/// <summary>One step of a life: only ever added.</summary>
public sealed class LifeStep
{
    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>From 1 without gaps.</summary>
    public int Number { get; set; }

    public RoundMove Move { get; set; }

    public RoundPhase From { get; set; }

    public RoundPhase To { get; set; }

    /// <summary>Stable id of the person.</summary>
    public required string By { get; set; }

    /// <summary>Name of the person when it was done.</summary>
    public required string ByName { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The tables of lives; what the machine forbids the database refuses too.</summary>
internal static class LifeData
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RoundLife>(life =>
        {
            life.ToTable("races_life", table =>
            {
                table.HasCheckConstraint("ck_races_life_phase", $"\"phase\" IN ({LifeMachine.Listed<RoundPhase>()})");
                table.HasCheckConstraint("ck_races_life_scorer_approver", "scored_by IS NULL OR approved_by IS NULL OR scored_by <> approved_by");
                table.HasCheckConstraint("ck_races_life_rules", "\"phase\" = 'Draft' OR (rule_set_hash IS NOT NULL AND rule_set_document IS NOT NULL)");
                table.HasCheckConstraint("ck_races_life_window", "\"phase\" NOT IN ('Objection', 'Review') OR (objections_until IS NOT NULL AND scored_by IS NOT NULL)");
                table.HasCheckConstraint("ck_races_life_publish_at", "publish_at IS NULL OR (\"phase\" = 'Review' AND approved_by IS NOT NULL)");
            });
            life.HasKey(l => new { l.Season, l.Round });
            life.Property(l => l.Phase).HasConversion<string>();
            life.Property(l => l.Revision).IsConcurrencyToken();
            life.HasIndex(l => l.PublishAt).HasDatabaseName("ix_races_life_publish_at");
            ColumnNames.Snake(life);
        });
        model.Entity<LifeStep>(step =>
        {
            step.ToTable("races_life_step", table =>
            {
                table.HasCheckConstraint("ck_races_life_step_path", LifeMachine.Paths);
                table.HasCheckConstraint("ck_races_life_step_reason", $"reason IS NOT NULL OR \"move\" NOT IN ({LifeMachine.Listed(LifeMachine.NeedsReason)})");
            });
            step.HasKey(s => new { s.Season, s.Round, s.Number });
            step.Property(s => s.Move).HasConversion<string>();
            step.Property(s => s.From).HasConversion<string>();
            step.Property(s => s.To).HasConversion<string>();
            step.HasOne<RoundLife>().WithMany().HasForeignKey(s => new { s.Season, s.Round }).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(step);
        });
    }
}
