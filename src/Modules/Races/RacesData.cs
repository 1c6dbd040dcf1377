using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Modules.Races.Circulars;

namespace Saima.Modules.Races;

/// <summary>The tables this module owns. A settled round is never changed: a correction is a new edition that names the old one.</summary>
public static class RacesData
{
    public static void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<SettledRound>(round =>
        {
            round.ToTable("races_round");
            round.HasKey(r => r.Id);
            round.HasIndex(r => new { r.Season, r.Round, r.Edition }).IsUnique();
            round.HasOne<SettledRound>().WithMany().HasForeignKey(r => r.SupersedesId).OnDelete(DeleteBehavior.Restrict);
            round.HasOne<RoundFreeze>().WithMany().HasForeignKey(r => r.FreezeId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RoundBundle>(bundle =>
        {
            bundle.ToTable("races_bundle");
            bundle.HasKey(b => b.RoundId);
            bundle.HasOne<SettledRound>().WithOne().HasForeignKey<RoundBundle>(b => b.RoundId);
        });
        model.Entity<StandingRow>(row =>
        {
            row.ToTable("races_standing");
            row.HasKey(r => new { r.RoundId, r.Position });
            row.HasIndex(r => new { r.RoundId, r.Project }).IsUnique();
            row.HasIndex(r => new { r.RoundId, r.Unit });
            row.HasOne<SettledRound>().WithMany().HasForeignKey(r => r.RoundId);
        });
        model.Entity<UnitRow>(row =>
        {
            row.ToTable("races_unit_standing");
            row.HasKey(r => new { r.RoundId, r.Position });
            row.HasIndex(r => new { r.RoundId, r.Unit }).IsUnique();
            row.HasOne<SettledRound>().WithMany().HasForeignKey(r => r.RoundId);
        });
        model.Entity<RoundFreeze>(freeze =>
        {
            freeze.ToTable("races_freeze");
            freeze.HasKey(f => f.Id);
            freeze.HasIndex(f => new { f.Season, f.Round, f.Version }).IsUnique();
        });
        model.Entity<FrozenPackage>(package =>
        {
            package.ToTable("races_frozen_package");
            package.HasKey(p => p.FreezeId);
            package.HasOne<RoundFreeze>().WithOne().HasForeignKey<FrozenPackage>(p => p.FreezeId);
        });
        model.Entity<SeasonCalendar>(calendar =>
        {
            calendar.ToTable("races_calendar");
            calendar.HasKey(c => c.Id);
            calendar.HasIndex(c => new { c.Season, c.Version }).IsUnique();
        });
        model.Entity<KeptRuleSet>(rules =>
        {
            rules.ToTable("races_rule_set");
            rules.HasKey(r => r.Id);
            rules.HasIndex(r => r.Hash).IsUnique();
            rules.HasIndex(r => new { r.Code, r.Version }).IsUnique();
        });
        CircularsData.Map(model);
    }
}

/// <summary>A settled edition of a round.</summary>
public sealed class SettledRound
{
    public long Id { get; set; }

    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>From 1; a correction is the next one.</summary>
    public int Edition { get; set; }

    public long? SupersedesId { get; set; }

    /// <summary>The frozen data it was settled from; empty if they were taken from the register in the act.</summary>
    public long? FreezeId { get; set; }

    public DateOnly CutOff { get; set; }

    public DateOnly Deadline { get; set; }

    public required string RuleSetCode { get; set; }

    public required string RuleSetHash { get; set; }

    /// <summary>The rule set document as it was, JSON.</summary>
    public required string RuleSetDocument { get; set; }

    /// <summary>SHA-256 of the bundle, lower-case hex.</summary>
    public required string BundleHash { get; set; }

    public string? PreviousBundleHash { get; set; }

    public DateTimeOffset SettledAt { get; set; }

    public required string SettledBy { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public int Projects { get; set; }

    public int Red { get; set; }

    public int Yellow { get; set; }

    public int Snail { get; set; }

    public int Exempt { get; set; }

    public int None { get; set; }
}

/// <summary>The published bundle, byte for byte.</summary>
public sealed class RoundBundle
{
    public long RoundId { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>One row of <c>standings.csv</c>, for the board.</summary>
public sealed class StandingRow
{
    public long RoundId { get; set; }

    /// <summary>Row of the listing from 1.</summary>
    public int Position { get; set; }

    /// <summary>Rank inside the lane; empty for exempt projects.</summary>
    public int? Rank { get; set; }

    public required string Lane { get; set; }

    public required string Project { get; set; }

    public required string Name { get; set; }

    public required string Unit { get; set; }

    public Flag Flag { get; set; }

    /// <summary>Reason codes joined with <c>|</c>.</summary>
    public required string Reasons { get; set; }

    /// <summary>Millionths of a point.</summary>
    public long? Score { get; set; }

    /// <summary>元.</summary>
    public long AnnualPlan { get; set; }

    /// <summary>元, half up.</summary>
    public long PlannedCumulative { get; set; }

    /// <summary>元.</summary>
    public long YearToDate { get; set; }

    /// <summary>Millionths of a percentage point.</summary>
    public long? Deviation { get; set; }

    /// <summary>Points by measure in millionths, in the order of the rule set, JSON array with nulls.</summary>
    public required string Points { get; set; }

    /// <summary>A <see cref="ProjectMetrics"/> as JSON: with the rule set it explains the result.</summary>
    public required string Metrics { get; set; }
}

/// <summary>One row of <c>units.csv</c>, for the board.</summary>
public sealed class UnitRow
{
    public long RoundId { get; set; }

    public int Position { get; set; }

    public int? Rank { get; set; }

    public UnitClass Class { get; set; }

    public required string Unit { get; set; }

    public required string Name { get; set; }

    public long? Score { get; set; }

    public int Projects { get; set; }

    public int Red { get; set; }

    public int Yellow { get; set; }

    public int Snail { get; set; }

    public int Exempt { get; set; }

    public int None { get; set; }
}

/// <summary>A rule set document handed in; never changed, another version is another document.</summary>
public sealed class KeptRuleSet
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the document in its canonical form.</summary>
    public required string Hash { get; set; }

    public required string Code { get; set; }

    public int Version { get; set; }

    /// <summary>The document in its canonical form, JSON.</summary>
    public required string Document { get; set; }

    public DateTimeOffset KeptAt { get; set; }

    public required string KeptBy { get; set; }
}

/// <summary>封存: the data of a round as they were at a moment. Never changed; freezing again is the next version.</summary>
public sealed class RoundFreeze
{
    public long Id { get; set; }

    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    public DateTimeOffset FrozenAt { get; set; }

    public required string FrozenBy { get; set; }

    /// <summary>Why it was frozen again.</summary>
    public string? Reason { get; set; }

    /// <summary>SHA-256 over the tables, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The last change of the register that is surely in it.</summary>
    public long ChangeId { get; set; }

    public int Projects { get; set; }

    public long Rows { get; set; }
}

/// <summary>The frozen data as a data package, a zip.</summary>
public sealed class FrozenPackage
{
    public long FreezeId { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>A version of a season's calendar; the latest is in force.</summary>
public sealed class SeasonCalendar
{
    public long Id { get; set; }

    public int Season { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>The rounds with their days and rule sets, JSON.</summary>
    public required string Rounds { get; set; }

    public DateTimeOffset KeptAt { get; set; }

    public required string KeptBy { get; set; }

    /// <summary>The document or meeting it rests on.</summary>
    public required string Reason { get; set; }
}
