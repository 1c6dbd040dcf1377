using Microsoft.EntityFrameworkCore;
using Saima.Projects.Evidence;

namespace Saima.Modules.Races.Objections;

/// <summary>The tables of objections.</summary>
internal static class ObjectionData
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Objection>(objection =>
        {
            // Who hands it in or settled the round does not decide it, and a decision has its reasons.
            objection.ToTable("races_objection", table =>
            {
                table.HasCheckConstraint("ck_races_objection_submitted_decided", "decided_by IS NULL OR decided_by <> submitted_by");
                table.HasCheckConstraint("ck_races_objection_scored_decided", "decided_by IS NULL OR decided_by <> scored_by");
                table.HasCheckConstraint("ck_races_objection_decision", "(state = 'Decided') = (outcome IS NOT NULL)");
                table.HasCheckConstraint("ck_races_objection_reasons", "state NOT IN ('Decided', 'NotAdmitted') OR (decided_by IS NOT NULL AND reasons IS NOT NULL)");
                table.HasCheckConstraint("ck_races_objection_corrected", "corrected_at IS NULL OR (change_id IS NOT NULL AND outcome IN ('Upheld', 'PartlyUpheld'))");
            });
            objection.HasKey(o => o.Id);
            objection.Property(o => o.State).HasConversion<string>();
            objection.Property(o => o.Outcome).HasConversion<string>();
            objection.Property(o => o.Revision).IsConcurrencyToken();
            objection.HasIndex(o => o.Number).IsUnique();
            objection.HasIndex(o => new { o.Season, o.Round, o.Sequence }).IsUnique().HasDatabaseName("ix_races_objection_sequence");
            objection.HasIndex(o => new { o.Season, o.Round, o.Project, o.Item }).IsUnique().HasFilter("state IN ('Submitted', 'Received')").HasDatabaseName("ix_races_objection_open");
            objection.HasOne<SettledRound>().WithMany().HasForeignKey(o => o.EditionId).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(objection);
        });
        model.Entity<ObjectionStep>(step =>
        {
            step.ToTable("races_objection_step");
            step.HasKey(s => new { s.ObjectionId, s.Revision });
            step.Property(s => s.Action).HasConversion<string>();
            step.Property(s => s.State).HasConversion<string>();
            step.HasOne<Objection>().WithMany().HasForeignKey(s => s.ObjectionId);
            ColumnNames.Snake(step);
        });
        model.Entity<ObjectionEvidence>(piece =>
        {
            piece.ToTable("races_objection_evidence");
            piece.HasKey(p => new { p.ObjectionId, p.EvidenceId });
            piece.HasOne<Objection>().WithMany().HasForeignKey(p => p.ObjectionId);
            piece.HasOne<ProjectEvidence>().WithMany().HasForeignKey(p => p.EvidenceId).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(piece);
        });
    }
}
