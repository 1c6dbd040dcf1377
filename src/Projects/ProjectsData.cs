using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saima.Projects.Deadlines;
using Saima.Projects.Evidence;
using Saima.Projects.Plans;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Projects.Sendings;
using Saima.Projects.Views;

namespace Saima.Projects;

/// <summary>
/// The tables this module owns. A fact is never overwritten: a correction is a new version, and a partial unique index lets each fact have one current version.
/// </summary>
public static class ProjectsData
{
    private const string Current = "superseded_by IS NULL";

    public static void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<RegisterChange>(change =>
        {
            change.ToTable("projects_change");
            change.HasKey(c => c.Id);
            change.HasOne<RegisterChange>().WithMany().HasForeignKey(c => c.UndoesId).OnDelete(DeleteBehavior.Restrict);
            NameColumns(change);
        });
        Fact<UnitFact>(model, FactTable.Units, nameof(UnitFact.Season), nameof(UnitFact.Code));
        Fact<HolidayFact>(model, FactTable.Holidays, nameof(HolidayFact.Season), nameof(HolidayFact.Date));
        Fact<ProjectFact>(model, FactTable.Projects, nameof(ProjectFact.Season), nameof(ProjectFact.Project));
        Fact<PlanFact>(model, FactTable.Plans, nameof(PlanFact.Season), nameof(PlanFact.Project), nameof(PlanFact.Month));
        Fact<ReportFact>(model, FactTable.Reports, nameof(ReportFact.Season), nameof(ReportFact.Project), nameof(ReportFact.Month));
        Fact<MilestoneFact>(model, FactTable.Milestones, nameof(MilestoneFact.Season), nameof(MilestoneFact.Project), nameof(MilestoneFact.Name));
        Fact<IssueFact>(model, FactTable.Issues, nameof(IssueFact.Season), nameof(IssueFact.Project), nameof(IssueFact.Title));
        Fact<FindingFact>(model, FactTable.Findings, nameof(FindingFact.Season), nameof(FindingFact.Project), nameof(FindingFact.Kind), nameof(FindingFact.FoundOn));
        Fact<IdentifierFact>(model, FactTable.Identifiers, nameof(IdentifierFact.Project), nameof(IdentifierFact.Scheme), nameof(IdentifierFact.Value));
        Fact<LineageFact>(model, FactTable.Lineages, nameof(LineageFact.Predecessor), nameof(LineageFact.Successor), nameof(LineageFact.Kind));
        Fact<PlaceFact>(model, FactTable.Places, nameof(PlaceFact.Project));
        Fact<ParcelFact>(model, FactTable.Parcels, nameof(ParcelFact.Project));
        Fact<StatisticFact>(model, FactTable.Statistics, nameof(StatisticFact.Season), nameof(StatisticFact.Project), nameof(StatisticFact.Month));
        Filings(model);
        model.Entity<ProjectEvidence>(evidence =>
        {
            evidence.ToTable("projects_evidence");
            evidence.HasKey(e => e.Id);
            evidence.Property(e => e.Purpose).HasConversion<string>();
            evidence.Property(e => e.TakenAt).HasConversion(time => time!.Value.ToString("s", CultureInfo.InvariantCulture), text => DateTime.ParseExact(text, "s", CultureInfo.InvariantCulture));
            evidence.HasIndex(e => new { e.Season, e.Project }).HasDatabaseName("ix_projects_evidence_project");
            evidence.HasIndex(e => e.Hash).HasDatabaseName("ix_projects_evidence_hash");
            evidence.HasIndex(e => e.ReplacesId).IsUnique().HasFilter("replaces_id IS NOT NULL").HasDatabaseName("ix_projects_evidence_replaces");
            evidence.HasOne<ProjectEvidence>().WithOne().HasForeignKey<ProjectEvidence>(e => e.ReplacesId).OnDelete(DeleteBehavior.Restrict);
            evidence.Ignore(e => e.IsPhoto);
            NameColumns(evidence);
        });
        model.Entity<BaselinePlan>(plan =>
        {
            // Who hands a plan in neither checks nor approves it, and who checks it does not approve it.
            plan.ToTable("projects_baseline", table =>
            {
                table.HasCheckConstraint("ck_projects_baseline_submitted_checked", "submitted_by <> checked_by");
                table.HasCheckConstraint("ck_projects_baseline_submitted_approved", "state <> 'Approved' OR submitted_by <> decided_by");
                table.HasCheckConstraint("ck_projects_baseline_checked_approved", "state <> 'Approved' OR (checked_by IS NOT NULL AND decided_by IS NOT NULL AND checked_by <> decided_by)");
            });
            plan.HasKey(p => p.Id);
            plan.Property(p => p.State).HasConversion<string>();
            plan.Property(p => p.Revision).IsConcurrencyToken();
            plan.HasIndex(p => new { p.Season, p.Project, p.Version }).IsUnique().HasDatabaseName("ix_projects_baseline_version");
            plan.HasIndex(p => new { p.Season, p.Project }).IsUnique().HasFilter("state IN ('Submitted', 'Checked')").HasDatabaseName("ix_projects_baseline_under_way");
            NameColumns(plan);
        });
        model.Entity<SendingReceipt>(receipt =>
        {
            receipt.ToTable("projects_sending_receipt");
            receipt.HasKey(r => r.Id);
            receipt.HasIndex(r => new { r.Person, r.Key }).IsUnique().HasDatabaseName("ix_projects_sending_receipt_key");
            NameColumns(receipt);
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("projects_saved_view");
            view.HasKey(v => v.Id);
            view.HasIndex(v => v.Name).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_projects_saved_view_current");
            view.HasOne<SavedView>().WithOne().HasForeignKey<SavedView>(v => v.ReplacesId).OnDelete(DeleteBehavior.Restrict);
            NameColumns(view);
        });
    }

    private static void Fact<T>(ModelBuilder model, FactTable table, params string[] key)
        where T : FactVersion => model.Entity<T>(fact =>
        {
            fact.ToTable(table.Name);
            fact.HasKey(f => f.Id);
            fact.HasIndex(key).IsUnique().HasFilter(Current).HasDatabaseName($"ix_{table.Name}_current");
            fact.HasIndex(f => f.ChangeId).HasDatabaseName($"ix_{table.Name}_change");
            fact.HasIndex(f => f.ReplacesId).IsUnique().HasFilter("replaces_id IS NOT NULL").HasDatabaseName($"ix_{table.Name}_replaces");
            fact.HasIndex(f => f.SupersededBy).HasFilter("superseded_by IS NOT NULL").HasDatabaseName($"ix_{table.Name}_superseded");
            fact.HasOne<RegisterChange>().WithMany().HasForeignKey(f => f.ChangeId).OnDelete(DeleteBehavior.Restrict);
            fact.HasOne<RegisterChange>().WithMany().HasForeignKey(f => f.SupersededBy).OnDelete(DeleteBehavior.Restrict);
            fact.HasOne<T>().WithOne().HasForeignKey<T>(f => f.ReplacesId).OnDelete(DeleteBehavior.Restrict);
            NameColumns(fact);
        });

    // Whoever submits a report neither checks nor accepts it, and no two checks are of one person: the database holds that too.
    private static void Filings(ModelBuilder model)
    {
        string[] people = ["submitted_by", "town_checked_by", "dept_checked_by", "accepted_by"];
        model.Entity<MonthlyFiling>(filing =>
        {
            filing.ToTable("projects_filing", table =>
            {
                foreach (var (one, other) in people.SelectMany((one, at) => people.Skip(at + 1).Select(other => (one, other))))
                {
                    table.HasCheckConstraint($"ck_projects_filing_{one}_{other}", $"{one} <> {other}");
                }

                table.HasCheckConstraint("ck_projects_filing_accepted", "state <> 'Accepted' OR (town_checked_by IS NOT NULL AND dept_checked_by IS NOT NULL AND accepted_by IS NOT NULL)");
            });
            filing.HasKey(f => f.Id);
            filing.Ignore(f => f.People);
            filing.Property(f => f.State).HasConversion<string>();
            filing.Property(f => f.Revision).IsConcurrencyToken();
            filing.HasIndex(f => new { f.Season, f.Month, f.Project }).IsUnique().HasDatabaseName("ix_projects_filing_month");
            NameColumns(filing);
        });
        model.Entity<FilingDeadlines>(deadlines =>
        {
            deadlines.ToTable("projects_filing_deadlines");
            deadlines.HasKey(d => d.Id);
            deadlines.HasIndex(d => new { d.Season, d.Version }).IsUnique().HasDatabaseName("ix_projects_filing_deadlines_version");
            NameColumns(deadlines);
        });
        model.Entity<FilingStep>(step =>
        {
            step.ToTable("projects_filing_step");
            step.HasKey(s => s.Id);
            step.Property(s => s.Action).HasConversion<string>();
            step.Property(s => s.State).HasConversion<string>();
            step.HasIndex(s => new { s.FilingId, s.Revision }).IsUnique().HasDatabaseName("ix_projects_filing_step_revision");
            step.HasOne(s => s.Filing).WithMany().HasForeignKey(s => s.FilingId).OnDelete(DeleteBehavior.Restrict);
            NameColumns(step);
        });
    }

    private static void NameColumns(EntityTypeBuilder entity)
    {
        foreach (var property in entity.Metadata.GetProperties())
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
