namespace Saima.Projects.Register;

/// <summary>
/// One version of a fact. A version is never changed once written; what is set later, and once, is only which change superseded it.
/// The current version of a fact is the one no change has superseded.
/// </summary>
public abstract class FactVersion
{
    public long Id { get; set; }

    /// <summary>From 1 for each fact.</summary>
    public int Version { get; set; }

    /// <summary>The change that wrote this version.</summary>
    public long ChangeId { get; set; }

    /// <summary>The version this one corrects; empty for the first.</summary>
    public long? ReplacesId { get; set; }

    /// <summary>The change that wrote the next version; empty while this one is current.</summary>
    public long? SupersededBy { get; set; }

    /// <summary>The fact is taken back: the row says what was taken back, and is in no export.</summary>
    public bool Withdrawn { get; set; }
}

/// <summary>A fact out of the books of one season.</summary>
public abstract class SeasonFact : FactVersion
{
    /// <summary>Calendar year.</summary>
    public int Season { get; set; }
}
