using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Inspections;

/// <summary>The tables of inspections; what the machines forbid the database refuses too.</summary>
internal static class InspectionData
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RoundDraw>(draw =>
        {
            draw.ToTable("races_draw");
            draw.HasKey(one => new { one.Season, one.Round });
            draw.Ignore(one => one.Seed);
            ColumnNames.Snake(draw);
        });
        model.Entity<Inspection>(inspection =>
        {
            inspection.ToTable("races_inspection", table =>
            {
                table.HasCheckConstraint("ck_races_inspection_people", "reported_by IS NULL OR confirmed_by IS NULL OR reported_by <> confirmed_by");
                table.HasCheckConstraint("ck_races_inspection_confirmed", "\"state\" <> 'Confirmed' OR confirmed_by IS NOT NULL");
            });
            inspection.HasKey(one => one.Id);
            inspection.HasIndex(one => new { one.Season, one.Round, one.Project }).IsUnique();
            inspection.HasIndex(one => one.State);
            inspection.Property(one => one.Revision).IsConcurrencyToken();
            inspection.Property(one => one.State).HasConversion<string>();
            inspection.Property(one => one.Kind).HasConversion<string>();
            inspection.Property(one => one.Ground).HasConversion<string>();
            ColumnNames.Snake(inspection);
        });
        model.Entity<InspectionStep>(step =>
        {
            step.ToTable("races_inspection_step");
            step.HasKey(one => new { one.InspectionId, one.Number });
            step.Property(one => one.Action).HasConversion<string>();
            step.HasOne<Inspection>().WithMany().HasForeignKey(one => one.InspectionId).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(step);
        });
        model.Entity<InspectionFinding>(finding =>
        {
            finding.ToTable("races_inspection_finding");
            finding.HasKey(one => one.Id);
            finding.HasIndex(one => new { one.InspectionId, one.Report, one.Item }).IsUnique();
            finding.Property(one => one.Result).HasConversion<string>();
            finding.Property(one => one.Settlement).HasConversion<string>().IsConcurrencyToken();
            finding.HasOne<Inspection>().WithMany().HasForeignKey(one => one.InspectionId).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(finding);
        });
        model.Entity<FalsificationCase>(one =>
        {
            one.ToTable("races_case", table =>
            {
                table.HasCheckConstraint("ck_races_case_people", "decided_by_id IS NULL OR decided_by_id <> heard_by_id");
                table.HasCheckConstraint("ck_races_case_decided", "\"state\" <> 'Decided' OR (established IS NOT NULL AND heard_at IS NOT NULL)");
            });
            one.HasKey(kept => kept.Id);
            one.HasIndex(kept => kept.FindingId).IsUnique();
            one.HasIndex(kept => new { kept.Season, kept.Round });
            one.Property(kept => kept.Revision).IsConcurrencyToken();
            one.Property(kept => kept.State).HasConversion<string>();
            one.HasOne<InspectionFinding>().WithMany().HasForeignKey(kept => kept.FindingId).OnDelete(DeleteBehavior.Restrict);
            one.HasOne<Inspection>().WithMany().HasForeignKey(kept => kept.InspectionId).OnDelete(DeleteBehavior.Restrict);
            ColumnNames.Snake(one);
        });
    }
}
