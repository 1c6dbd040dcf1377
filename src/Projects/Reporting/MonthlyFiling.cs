namespace Saima.Projects.Reporting;

/// <summary>月报: the monthly report of a project while it is handed in and checked. Once accepted it is a <see cref="Register.ReportFact"/>, which the race counts.</summary>
public sealed class MonthlyFiling
{
    public long Id { get; set; }

    public int Season { get; set; }

    public required string Project { get; set; }

    /// <summary><c>100·year + month</c>.</summary>
    public int Month { get; set; }

    public FilingState State { get; set; }

    /// <summary>Number of the latest step, from 1: of two that were taken at once only one counts.</summary>
    public int Revision { get; set; }

    /// <summary>Invested in that month alone, 元; negative for a correction.</summary>
    public long Invested { get; set; }

    /// <summary>元, from January on.</summary>
    public long YearToDate { get; set; }

    /// <summary>建筑工程, of the year to date, 元.</summary>
    public long Building { get; set; }

    /// <summary>安装工程, of the year to date, 元.</summary>
    public long Installation { get; set; }

    /// <summary>设备工器具购置, of the year to date, 元.</summary>
    public long Equipment { get; set; }

    /// <summary>其他费用, of the year to date, 元.</summary>
    public long Other { get; set; }

    /// <summary>形象进度.</summary>
    public string? Progress { get; set; }

    /// <summary>Milestones reached in the month, names parted by <c>；</c>, each with its day where it is not the last of the month.</summary>
    public string? Milestones { get; set; }

    public string? Problems { get; set; }

    public string? NextSteps { get; set; }

    /// <summary>Why the month's amount is negative.</summary>
    public string? Correction { get; set; }

    /// <summary>Fields whose texts are last month's, word for word, parted by commas.</summary>
    public string? Carried { get; set; }

    public DateOnly SubmittedOn { get; set; }

    public bool Late { get; set; }

    /// <summary>Version of the deadlines by which it was judged late or not, 0 for the example.</summary>
    public int DeadlineVersion { get; set; }

    /// <summary>Stable id of who submitted the version under way.</summary>
    public required string SubmittedBy { get; set; }

    public string? TownCheckedBy { get; set; }

    public string? DeptCheckedBy { get; set; }

    public string? AcceptedBy { get; set; }

    /// <summary>Why it was sent back, the last time.</summary>
    public string? ReturnReason { get; set; }

    internal FilingPeople People
    {
        get => new(SubmittedBy, TownCheckedBy, DeptCheckedBy, AcceptedBy);
        set => (SubmittedBy, TownCheckedBy, DeptCheckedBy, AcceptedBy) = (value.Submitter!, value.TownChecker, value.DeptChecker, value.Approver);
    }
}

/// <summary>One step of a monthly report: only ever added.</summary>
public sealed class FilingStep
{
    public long Id { get; set; }

    public long FilingId { get; set; }

    public MonthlyFiling Filing { get; set; } = null!;

    /// <summary>From 1 without gaps.</summary>
    public int Revision { get; set; }

    public FilingAction Action { get; set; }

    public FilingState State { get; set; }

    /// <summary>Stable id of the person.</summary>
    public required string Person { get; set; }

    /// <summary>Name of the person when it was done.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Reason { get; set; }

    /// <summary>What was submitted, as JSON; empty for a check.</summary>
    public string? Content { get; set; }
}
