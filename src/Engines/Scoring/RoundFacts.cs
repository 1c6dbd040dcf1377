namespace Saima.Engines.Scoring;

/// <summary>
/// The frozen facts of a season as columns. Every <c>long</c> of money is whole 元; every date is a
/// <see cref="DateOnly.DayNumber"/> or <see cref="NoDate"/>; every month is <c>12·year + month − 1</c>.
/// Projects are sorted by id and units by code, both by Unicode code point (UTF-8 byte order), so that an index stands
/// for its text wherever the rules order by text. No amount exceeds <see cref="LargestAmount"/>. The rows of a project's children (plans, reports, …) lie together:
/// those of project <c>p</c> are <c>XxxStart[p] … XxxStart[p+1]−1</c>, and <c>XxxStart</c> has <see cref="ProjectCount"/> + 1 entries.
/// Columns may be longer than their count says; what lies behind is not read.
/// </summary>
public sealed class RoundFacts
{
    /// <summary>Stands for "unknown" in every column of dates.</summary>
    public const int NoDate = int.MinValue;

    /// <summary>Largest amount of any one value, 元 (1,000 万亿元): keeps every product of the rules inside 128 bits.</summary>
    public const long LargestAmount = 1_000_000_000_000_000;

    /// <summary>Number of projects, including those that do not take part.</summary>
    public required int ProjectCount { get; init; }

    /// <summary>Number of units.</summary>
    public required int UnitCount { get; init; }

    /// <summary>Class of each unit.</summary>
    public required UnitClass[] UnitClasses { get; init; }

    /// <summary>Index of the responsible unit of each project.</summary>
    public required int[] Unit { get; init; }

    /// <summary>Class of each project.</summary>
    public required ProjectClass[] Class { get; init; }

    /// <summary>Total investment <c>TI</c>, 元, ≥ 0.</summary>
    public required long[] TotalInvestment { get; init; }

    /// <summary>Annual plan <c>AP</c>, 元, ≥ 0.</summary>
    public required long[] AnnualPlan { get; init; }

    /// <summary>Cumulative investment at the end of last year, 元, ≥ 0.</summary>
    public required long[] OpeningCumulative { get; init; }

    /// <summary>Planned start.</summary>
    public required int[] PlannedStart { get; init; }

    /// <summary>Actual start 开工.</summary>
    public required int[] StartedOn { get; init; }

    /// <summary>Inclusion in the statistics 入库.</summary>
    public required int[] IncludedOn { get; init; }

    /// <summary>Planned completion.</summary>
    public required int[] PlannedCompletion { get; init; }

    /// <summary>Actual completion.</summary>
    public required int[] CompletedOn { get; init; }

    /// <summary>Day the project entered the list; unknown means from the beginning.</summary>
    public required int[] ListedOn { get; init; }

    /// <summary>First day of an approved suspension 挂起.</summary>
    public required int[] SuspendedFrom { get; init; }

    /// <summary>Last day of the suspension; unknown means until further notice.</summary>
    public required int[] SuspendedTo { get; init; }

    /// <summary>First plan row of each project.</summary>
    public required int[] PlanStart { get; init; }

    /// <summary>Month of each plan row; inside a project ascending.</summary>
    public required int[] PlanMonth { get; init; }

    /// <summary>Planned investment of that month alone, 元, ≥ 0.</summary>
    public required long[] PlanAmount { get; init; }

    /// <summary>First monthly report of each project.</summary>
    public required int[] ReportStart { get; init; }

    /// <summary>Month of each report; inside a project ascending.</summary>
    public required int[] ReportMonth { get; init; }

    /// <summary>Year-to-date investment as reported, 元, ≥ 0.</summary>
    public required long[] ReportYtd { get; init; }

    /// <summary>Day each report was submitted.</summary>
    public required int[] ReportSubmittedOn { get; init; }

    /// <summary>Whether each report is verified.</summary>
    public required bool[] ReportVerified { get; init; }

    /// <summary>First milestone of each project.</summary>
    public required int[] MilestoneStart { get; init; }

    /// <summary>Planned day of each milestone.</summary>
    public required int[] MilestonePlannedOn { get; init; }

    /// <summary>Day each milestone was achieved.</summary>
    public required int[] MilestoneAchievedOn { get; init; }

    /// <summary>First issue of each project.</summary>
    public required int[] IssueStart { get; init; }

    /// <summary>Level of each issue, 1 (<c>L1</c>) to 4 (<c>L4</c>, the most serious).</summary>
    public required byte[] IssueLevel { get; init; }

    /// <summary>Day each issue was raised.</summary>
    public required int[] IssueRaisedOn { get; init; }

    /// <summary>Day each issue is due.</summary>
    public required int[] IssueDueOn { get; init; }

    /// <summary>Day each issue was closed.</summary>
    public required int[] IssueClosedOn { get; init; }

    /// <summary>First finding of each project.</summary>
    public required int[] FindingStart { get; init; }

    /// <summary>Kind of each finding, an index into <see cref="FindingKinds"/>.</summary>
    public required int[] FindingKind { get; init; }

    /// <summary>Day of each finding.</summary>
    public required int[] FindingFoundOn { get; init; }

    /// <summary>The kinds of findings that occur, e.g. <c>falsification</c>.</summary>
    public required string[] FindingKinds { get; init; }
}

/// <summary>
/// What the previous round's bundle says of each project, by project index of <see cref="RoundFacts"/>.
/// Columns have <see cref="RoundFacts.ProjectCount"/> entries.
/// </summary>
public sealed class PreviousRound
{
    /// <summary>Whether the project is in the previous bundle; where it is not, nothing else of it is read.</summary>
    public required bool[] Present { get; init; }

    /// <summary>Its flag.</summary>
    public required Flag[] Flag { get; init; }

    /// <summary>Its reason codes.</summary>
    public required string[][] Reasons { get; init; }

    /// <summary>Its <c>D</c> in millionths of a percentage point, rounded as in <c>standings.csv</c>; empty where undefined.</summary>
    public required long?[] D { get; init; }

    /// <summary>Its <c>SLIP</c> in days.</summary>
    public required int[] Slip { get; init; }
}

/// <summary>Season, cut-off and input deadline of a round.</summary>
/// <param name="Season">Calendar year <c>Y</c>.</param>
/// <param name="Round">Round <c>k</c>, 1 … 6.</param>
/// <param name="Deadline">Last day on which the month's report is on time, a <see cref="DateOnly.DayNumber"/>.</param>
public readonly record struct RoundFrame(int Season, int Round, int Deadline)
{
    /// <summary>Month of the year <c>m = 2k</c>.</summary>
    public int Month => 2 * Round;

    /// <summary>The month as <c>12·year + month − 1</c>.</summary>
    public int MonthIndex => (12 * Season) + Month - 1;

    /// <summary>Cut-off <c>c</c>, the last day of month <c>m</c>, a <see cref="DateOnly.DayNumber"/>.</summary>
    public int CutOff => new DateOnly(Season, Month, DateTime.DaysInMonth(Season, Month)).DayNumber;
}
