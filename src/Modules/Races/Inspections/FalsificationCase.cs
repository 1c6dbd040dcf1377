namespace Saima.Modules.Races.Inspections;

/// <summary>How far a case is.</summary>
public enum CaseState
{
    /// <summary>立案.</summary>
    Opened,

    /// <summary>The unit knows when it is heard 已通知.</summary>
    Notified,

    /// <summary>The unit was heard, or did not come 已听取.</summary>
    Heard,

    /// <summary>已认定.</summary>
    Decided,
}

/// <summary>A step of a case.</summary>
public enum CaseAction
{
    /// <summary>Tells the unit when and where it is heard.</summary>
    Notify,

    /// <summary>The unit's own words, until the decision.</summary>
    State,

    /// <summary>The record of the hearing.</summary>
    Hear,

    Decide,
}

/// <summary>造假认定: a finding that looks made up, with the hearing of the unit and the decision.</summary>
public sealed class FalsificationCase
{
    public long Id { get; set; }

    public long FindingId { get; set; }

    public long InspectionId { get; set; }

    public int Season { get; set; }

    public int Round { get; set; }

    public required string Project { get; set; }

    public required string Unit { get; set; }

    public CaseState State { get; set; }

    public int Revision { get; set; }

    /// <summary>Stable ids of those who found and confirmed, joined with <c>|</c>: none of them decides.</summary>
    public required string Involved { get; set; }

    public required string OpenedBy { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>Day of the hearing.</summary>
    public DateOnly? HearingOn { get; set; }

    public string? HearingPlace { get; set; }

    public string? NotifiedBy { get; set; }

    public DateTimeOffset? NotifiedAt { get; set; }

    /// <summary>What the unit says.</summary>
    public string? Statement { get; set; }

    public string? StatedBy { get; set; }

    public DateTimeOffset? StatedAt { get; set; }

    /// <summary>What was said at the hearing and who was there.</summary>
    public string? Record { get; set; }

    /// <summary>Stable id of who kept the record.</summary>
    public string? HeardById { get; set; }

    public string? HeardBy { get; set; }

    public DateTimeOffset? HeardAt { get; set; }

    public bool? Established { get; set; }

    public string? Reasons { get; set; }

    /// <summary>Stable id of who decided.</summary>
    public string? DecidedById { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}
