namespace Saima.Projects.Reporting;

/// <summary>Where a monthly report stands: <c>NotDue → Due → Submitted → TownChecked → DeptChecked → Accepted | Returned → Closed</c>.</summary>
public enum FilingState
{
    /// <summary>The window has not opened.</summary>
    NotDue,

    /// <summary>Open, and nothing was submitted.</summary>
    Due,

    Submitted,

    TownChecked,

    DeptChecked,

    /// <summary>In the register; the race counts it.</summary>
    Accepted,

    /// <summary>Sent back with a reason; to be submitted again.</summary>
    Returned,

    /// <summary>The window is over and nothing was submitted.</summary>
    Closed,
}

/// <summary>What people do to a monthly report.</summary>
public enum FilingAction
{
    Submit,
    TownCheck,
    DeptCheck,
    Accept,
    Return,
}

/// <summary>Who did which step of the version that is under way, by their stable ids; empty where nobody did.</summary>
public sealed record FilingPeople(string? Submitter, string? TownChecker, string? DeptChecker, string? Approver)
{
    public static FilingPeople None { get; } = new(null, null, null, null);
}

/// <summary>A report after a step.</summary>
public sealed record FilingMoved(FilingState State, FilingPeople People);
