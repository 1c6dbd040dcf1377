using Saima.Engines.Scoring;

namespace Saima.Engines.Tests.Scoring;

/// <summary>A round of projects that differ in plan and reported investment only, and rules of one measure.</summary>
internal static class TinyRound
{
    private static readonly Dictionary<string, string> NoTitle = [];

    /// <summary>Round 6 of 2023: the year's plan is the planned cumulative.</summary>
    public static RoundFrame Frame { get; } = new(2023, 6, new DateOnly(2024, 1, 8).DayNumber);

    public static RoundFacts Facts(params (long Plan, long Ytd)[] projects)
    {
        var count = projects.Length;
        int[] unknown = [.. Enumerable.Repeat(RoundFacts.NoDate, count)], none = new int[count + 1], rows = [.. Enumerable.Range(0, count + 1)];
        return new RoundFacts
        {
            ProjectCount = count,
            UnitCount = 1,
            UnitClasses = [UnitClass.Town],
            Unit = new int[count],
            Class = new ProjectClass[count],
            TotalInvestment = new long[count],
            AnnualPlan = [.. projects.Select(p => p.Plan)],
            OpeningCumulative = new long[count],
            PlannedStart = unknown,
            StartedOn = unknown,
            IncludedOn = unknown,
            PlannedCompletion = unknown,
            CompletedOn = unknown,
            ListedOn = unknown,
            SuspendedFrom = unknown,
            SuspendedTo = unknown,
            PlanStart = none,
            PlanMonth = [],
            PlanAmount = [],
            ReportStart = rows,
            ReportMonth = [.. Enumerable.Repeat(Frame.MonthIndex, count)],
            ReportYtd = [.. projects.Select(p => p.Ytd)],
            ReportSubmittedOn = [.. Enumerable.Repeat(Frame.Deadline, count)],
            ReportVerified = [.. Enumerable.Repeat(true, count)],
            MilestoneStart = none,
            MilestonePlannedOn = [],
            MilestoneAchievedOn = [],
            IssueStart = none,
            IssueLevel = [],
            IssueRaisedOn = [],
            IssueDueOn = [],
            IssueClosedOn = [],
            FindingStart = none,
            FindingKind = [],
            FindingFoundOn = [],
            FindingKinds = [],
        };
    }

    public static RuleSet Rules(Curve curve, params FlagRow[] rows) => new(
        "TINY", 5, 2, [new Lane("all", NoTitle)], [new LaneChoice(0, null)], rows, [new Measure("one", 1, [new MeasureCase(null, curve)], NoTitle)]);

    public static FlagRow Row(Flag flag, string code, Condition when) => new(flag, code, when, NoTitle);

    public static Curve Constant(long points) => new(null, [new Corner(0, points)]);
}
