using Microsoft.EntityFrameworkCore;

namespace Saima.Kernel.Ledger;

/// <summary>The tables of the ledger: only ever appended to.</summary>
public static class LedgerData
{
    internal const string EntryTable = "kernel_ledger_entry";
    internal const string BatchTable = "kernel_ledger_batch";

    public static void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable(EntryTable);
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).HasColumnName("number").ValueGeneratedNever();
            entry.Property(e => e.Batch).HasColumnName("batch");
            entry.Property(e => e.At).HasColumnName("at");
            entry.Property(e => e.By).HasColumnName("by");
            entry.Property(e => e.Action).HasColumnName("action");
            entry.Property(e => e.Subject).HasColumnName("subject");
            entry.Property(e => e.Reason).HasColumnName("reason");
            entry.Property(e => e.Before).HasColumnName("before");
            entry.Property(e => e.After).HasColumnName("after");
            entry.Property(e => e.Hash).HasColumnName("hash");
            // The ledger desk goes through the lines by time, of a person, an act or a thing; the number tells lines of one moment apart.
            entry.HasIndex(e => new { e.At, e.Number }).HasDatabaseName("ix_kernel_ledger_entry_at");
            entry.HasIndex(e => new { e.By, e.At, e.Number }).HasDatabaseName("ix_kernel_ledger_entry_by");
            entry.HasIndex(e => new { e.Action, e.At, e.Number }).HasDatabaseName("ix_kernel_ledger_entry_action");
            entry.HasIndex(e => new { e.Subject, e.At, e.Number }).HasDatabaseName("ix_kernel_ledger_entry_subject");
        });
        model.Entity<LedgerBatch>(batch =>
        {
            batch.ToTable(BatchTable);
            batch.HasKey(b => b.Number);
            batch.Property(b => b.Number).HasColumnName("number").ValueGeneratedNever();
            batch.Property(b => b.FirstEntry).HasColumnName("first_entry");
            batch.Property(b => b.Entries).HasColumnName("entries");
            batch.Property(b => b.Root).HasColumnName("root");
            batch.Property(b => b.Previous).HasColumnName("previous");
            batch.Property(b => b.Seal).HasColumnName("seal");
        });
    }
}

/// <summary>What is to be recorded of one change of state.</summary>
/// <param name="Action">What was done, e.g. <c>projects.import</c>.</param>
/// <param name="Subject">To what, e.g. <c>projects/2023/P001</c>.</param>
/// <param name="Reason">Why, where somebody said so.</param>
/// <param name="Before">State before as JSON; empty if there was none.</param>
/// <param name="After">State after as JSON; empty if there is none.</param>
public sealed record LedgerLine(string Action, string Subject, string? Reason, string? Before, string? After);

/// <summary>One entry of the ledger 台账.</summary>
public sealed class LedgerEntry
{
    /// <summary>From 1 without gaps.</summary>
    public long Number { get; set; }

    public long Batch { get; set; }

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public long At { get; set; }

    public required string By { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    public string? Reason { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>Hash of the entry, lower-case hex: a leaf of the batch's tree, and what tells which entry was altered.</summary>
    public required string Hash { get; set; }
}

/// <summary>The entries of one transaction, sealed.</summary>
public sealed class LedgerBatch
{
    /// <summary>From 1 without gaps.</summary>
    public long Number { get; set; }

    public long FirstEntry { get; set; }

    public long Entries { get; set; }

    /// <summary>Merkle root over the entries, lower-case hex.</summary>
    public required string Root { get; set; }

    /// <summary>Seal of the batch before; zeros for the first.</summary>
    public required string Previous { get; set; }

    /// <summary>Hash over number, first entry, count, root and the previous seal.</summary>
    public required string Seal { get; set; }
}
