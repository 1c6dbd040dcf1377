using Microsoft.EntityFrameworkCore;

namespace Saima.Modules.Races.Log;

/// <summary>The tables of the publication log: only ever appended to.</summary>
internal static class LogData
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LogEntry>(entry =>
        {
            entry.ToTable("races_log_entry");
            entry.HasKey(e => e.Index);
            entry.Property(e => e.Index).ValueGeneratedNever();
            entry.HasIndex(e => e.RoundId).IsUnique();
            entry.HasIndex(e => e.Bundle).IsUnique();
            entry.HasOne<SettledRound>().WithOne().HasForeignKey<LogEntry>(e => e.RoundId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LogCheckpoint>(checkpoint =>
        {
            checkpoint.ToTable("races_log_checkpoint");
            checkpoint.HasKey(c => c.Number);
            checkpoint.Property(c => c.Number).ValueGeneratedNever();
        });
        model.Entity<LogKey>(key =>
        {
            key.ToTable("races_log_key");
            key.HasKey(k => k.Number);
            key.Property(k => k.Number).ValueGeneratedNever();
        });
    }
}

/// <summary>A published edition in the log 登记.</summary>
public sealed class LogEntry
{
    /// <summary>From 0 without gaps.</summary>
    public long Index { get; set; }

    public long RoundId { get; set; }

    /// <summary>SHA-256 of the bundle, lower-case hex.</summary>
    public required string Bundle { get; set; }

    /// <summary>The entry as it is in the log, by <see cref="EditionEntry"/>.</summary>
    public required string Text { get; set; }

    /// <summary>Hash of the leaf, lower-case hex: tells which entry was altered.</summary>
    public required string Hash { get; set; }
}

/// <summary>A signed checkpoint 存根; all of them are kept.</summary>
public sealed class LogCheckpoint
{
    /// <summary>From 1 without gaps: of two that sign at once, one is too late.</summary>
    public long Number { get; set; }

    /// <summary>Entries.</summary>
    public long Size { get; set; }

    /// <summary>Ids of the keys that signed, joined with blanks.</summary>
    public required string Keys { get; set; }

    /// <summary>The signed note, as it was sent.</summary>
    public required string Note { get; set; }

    public DateTimeOffset SignedAt { get; set; }
}

/// <summary>A key the log is signed with.</summary>
public sealed class LogKey
{
    /// <summary>From 1 without gaps.</summary>
    public long Number { get; set; }

    /// <summary>The public half: <c>name+id+base64</c>.</summary>
    public required string Public { get; set; }

    /// <summary>The private half, encrypted with the keys in the data folder: a copy of the database alone signs nothing.</summary>
    public required string Protected { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>When it stopped signing.</summary>
    public DateTimeOffset? Until { get; set; }
}
