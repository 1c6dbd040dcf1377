namespace Saima.Engines.Scoring;

/// <summary>
/// All that the rules may ask of one project at the cut-off, exact: with a rule set it gives the lane, flag, reasons and points
/// without the facts it was derived from. Money is 元, dates are turned into states and differences.
/// </summary>
public sealed record ProjectMetrics
{
    /// <summary>Class of the project.</summary>
    public required ProjectClass Class { get; init; }

    /// <summary>Annual plan, 元.</summary>
    public required long AnnualPlan { get; init; }

    /// <summary>Total investment, 元.</summary>
    public required long TotalInvestment { get; init; }

    /// <summary>Cumulative at the end of last year, 元.</summary>
    public required long OpeningCumulative { get; init; }

    /// <summary>Planned cumulative, twelfths of 元.</summary>
    public required long PlannedCumulativeTwelfths { get; init; }

    /// <summary>Year to date, 元.</summary>
    public required long YearToDate { get; init; }

    /// <summary>Milestones due.</summary>
    public required int MilestonesDue { get; init; }

    /// <summary>Milestones due and achieved.</summary>
    public required int MilestonesAchieved { get; init; }

    /// <summary>Slip, days.</summary>
    public required int Slip { get; init; }

    /// <summary>Months the planned start is missed.</summary>
    public required int StartMissed { get; init; }

    /// <summary>Months started and not included.</summary>
    public required int InclusionLag { get; init; }

    /// <summary>Overdue issues.</summary>
    public required int Overdue { get; init; }

    /// <summary>Days since listing; empty if unknown.</summary>
    public required int? DaysListed { get; init; }

    /// <summary>Year of planned completion less season; empty if unknown.</summary>
    public required int? YearsToPlannedCompletion { get; init; }

    /// <summary>The states that hold.</summary>
    public required IReadOnlyList<State> States { get; init; }

    /// <summary>Kinds of findings dated inside the round.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Flag in the previous round; empty if not in it.</summary>
    public required Flag? PreviousFlag { get; init; }

    /// <summary>Reasons in the previous round.</summary>
    public required IReadOnlyList<string> PreviousReasons { get; init; }

    /// <summary><c>D</c> of the previous round, millionths; empty if undefined or not in it.</summary>
    public required long? PreviousDeviation { get; init; }

    /// <summary>Slip of the previous round, days; empty if not in it.</summary>
    public required int? PreviousSlip { get; init; }
}
