using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Disclosures;

/// <summary>The table of decisions about showing things in public.</summary>
internal static class DisclosureData
{
    public static void Map(ModelBuilder model) => model.Entity<Disclosure>(one =>
    {
        one.ToTable("races_disclosure", table =>
        {
            // 保密审查 is another person's; taking something down is not reviewed, so that it is down at once.
            table.HasCheckConstraint("ck_races_disclosure_two", "withdrawn IS NOT NULL OR reviewed_by_id IS NULL OR reviewed_by_id <> proposed_by_id");
            table.HasCheckConstraint("ck_races_disclosure_reviewed", "state = 'Proposed' OR (reviewed_by_id IS NOT NULL AND reviewed_by IS NOT NULL AND reviewed_at IS NOT NULL)");
        });
        one.HasKey(d => d.Id);
        one.HasIndex(d => new { d.Kind, d.Key, d.Version }).IsUnique().HasDatabaseName("ix_races_disclosure_version");
        one.HasIndex(d => d.RoundId).HasDatabaseName("ix_races_disclosure_round");
        one.HasOne<SettledRound>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Restrict);
        one.Property(d => d.Class).HasConversion<string>();
        one.Property(d => d.State).HasConversion<string>().IsConcurrencyToken();
        ColumnNames.Snake(one);
    });
}
