using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Circulars;

/// <summary>Tables of templates and circulars. A template is never changed, another version is another row; an issued circular keeps its bytes.</summary>
internal static class CircularsData
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<KeptTemplate>(template =>
        {
            template.ToTable("races_template", table => table.HasCheckConstraint("ck_races_template_period", "\"EffectiveTo\" IS NULL OR \"EffectiveTo\" >= \"EffectiveFrom\""));
            template.HasKey(t => t.Id);
            template.HasIndex(t => new { t.Kind, t.Version }).IsUnique();
        });
        model.Entity<Circular>(circular =>
        {
            circular.ToTable("races_circular", table =>
            {
                table.HasCheckConstraint("ck_races_circular_issued", "(\"IssuedAt\" IS NULL) = (\"Number\" IS NULL) AND (\"IssuedAt\" IS NULL) = (\"Paper\" IS NULL) AND (\"IssuedAt\" IS NULL) = (\"IssuedRoundId\" IS NULL)");
                table.HasCheckConstraint("ck_races_circular_two", "\"IssuedById\" IS NULL OR \"IssuedById\" <> \"DraftedById\"");
            });
            circular.HasKey(c => c.Id);
            circular.HasIndex(c => c.RoundId);
            // One circular of an edition, one of a number; drafts have neither.
            circular.HasIndex(c => c.IssuedRoundId).IsUnique();
            circular.HasIndex(c => c.Number).IsUnique();
            circular.HasOne<SettledRound>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CircularFile>(file =>
        {
            file.ToTable("races_circular_file");
            file.HasKey(f => new { f.CircularId, f.Format });
            file.HasOne<Circular>().WithMany().HasForeignKey(f => f.CircularId);
        });
    }
}

/// <summary>A version of a template.</summary>
public sealed class KeptTemplate
{
    public long Id { get; set; }

    public TemplateKind Kind { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>The sections, JSON.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>The document it rests on.</summary>
    public required string DocumentNo { get; set; }

    public DateOnly EffectiveFrom { get; set; }

    public DateOnly? EffectiveTo { get; set; }

    public DateTimeOffset KeptAt { get; set; }

    public required string KeptBy { get; set; }
}

/// <summary>通报: drafted by one person, issued by another.</summary>
public sealed class Circular
{
    public long Id { get; set; }

    /// <summary>The edition it speaks of.</summary>
    public long RoundId { get; set; }

    /// <summary>0 is the example.</summary>
    public int TemplateVersion { get; set; }

    public required string TemplateHash { get; set; }

    /// <summary>The template as it was when drafted, JSON.</summary>
    public required string Template { get; set; }

    public required string DraftedBy { get; set; }

    public required string DraftedById { get; set; }

    public DateTimeOffset DraftedAt { get; set; }

    /// <summary>文号.</summary>
    public string? Number { get; set; }

    /// <summary>成文日期.</summary>
    public DateOnly? Day { get; set; }

    public string? IssuedBy { get; set; }

    public string? IssuedById { get; set; }

    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>The edition again, once it is issued.</summary>
    public long? IssuedRoundId { get; set; }

    /// <summary>What was issued, JSON: other forms of it are made from this and not from figures or templates.</summary>
    public string? Paper { get; set; }

    /// <summary>SHA-256 of the Word file, lower-case hex.</summary>
    public string? Sha256 { get; set; }
}

/// <summary>A file of an issued circular, byte for byte.</summary>
public sealed class CircularFile
{
    public long CircularId { get; set; }

    /// <summary><c>docx</c> or <c>pdf</c>.</summary>
    public required string Format { get; set; }

    public required byte[] Bytes { get; set; }
}
