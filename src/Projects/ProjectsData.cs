using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saima.Projects.Register;
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
