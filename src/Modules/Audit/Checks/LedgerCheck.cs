namespace Saima.Modules.Audit.Checks;

/// <summary>核验: what a recomputation of the whole ledger found. Its seal must still be in the chain at every later one.</summary>
public sealed class LedgerCheck
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public long Entries { get; set; }

    public long Batches { get; set; }

    /// <summary>Seal of the last batch then.</summary>
    public required string Head { get; set; }

    /// <summary>The first fault, in both languages; empty for none.</summary>
    public string? FaultZh { get; set; }

    public string? FaultEn { get; set; }

    /// <summary>Clock jumps and gaps that were seen.</summary>
    public int Findings { get; set; }
}
