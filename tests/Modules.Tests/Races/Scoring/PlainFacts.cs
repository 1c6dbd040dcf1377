using Saima.Engines.Scoring;

namespace Saima.Modules.Tests.Races.Scoring;

internal sealed record PlainPlan(int Year, int Month, long Planned);

internal sealed record PlainReport(int Year, int Month, long Ytd, DateOnly SubmittedOn, bool Verified);

internal sealed record PlainMilestone(DateOnly PlannedOn, DateOnly? AchievedOn);

internal sealed record PlainIssue(int Level, DateOnly RaisedOn, DateOnly DueOn, DateOnly? ClosedOn);

internal sealed record PlainFinding(string Kind, DateOnly FoundOn);

/// <summary>A project as a person would write it down; the list of them is sorted by id.</summary>
internal sealed record PlainProject
{
    public int Unit { get; init; }

    public ProjectClass Class { get; init; } = ProjectClass.Continuing;

    public long TotalInvestment { get; init; } = 100_000_000;

    public long AnnualPlan { get; init; } = 12_000_000;

    public long Opening { get; init; }

    public DateOnly? PlannedStart { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? IncludedOn { get; init; }

    public DateOnly? PlannedCompletion { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public DateOnly? ListedOn { get; init; }

    public DateOnly? SuspendedFrom { get; init; }

    public DateOnly? SuspendedTo { get; init; }

    public IReadOnlyList<PlainPlan> Plans { get; init; } = [];

    public IReadOnlyList<PlainReport> Reports { get; init; } = [];

    public IReadOnlyList<PlainMilestone> Milestones { get; init; } = [];

    public IReadOnlyList<PlainIssue> Issues { get; init; } = [];

    public IReadOnlyList<PlainFinding> Findings { get; init; } = [];
}

/// <summary>What the previous bundle says of a project.</summary>
internal sealed record PlainPrevious(Flag Flag, string[] Reasons, long? D, int Slip);

/// <summary>Turns plain projects into the columns of the engine.</summary>
internal static class PlainColumns
{
    public static RoundFacts Facts(IReadOnlyList<PlainProject> projects, IReadOnlyList<UnitClass> units)
    {
        var kinds = projects.SelectMany(p => p.Findings).Select(f => f.Kind).Distinct().ToArray();
        var plans = projects.Select(p => p.Plans.OrderBy(x => (x.Year * 12) + x.Month).ToArray()).ToArray();
        var reports = projects.Select(p => p.Reports.OrderBy(x => (x.Year * 12) + x.Month).ToArray()).ToArray();
        return new RoundFacts
        {
            ProjectCount = projects.Count,
            UnitCount = units.Count,
            UnitClasses = [.. units],
            Unit = [.. projects.Select(p => p.Unit)],
            Class = [.. projects.Select(p => p.Class)],
            TotalInvestment = [.. projects.Select(p => p.TotalInvestment)],
            AnnualPlan = [.. projects.Select(p => p.AnnualPlan)],
            OpeningCumulative = [.. projects.Select(p => p.Opening)],
            PlannedStart = [.. projects.Select(p => Day(p.PlannedStart))],
            StartedOn = [.. projects.Select(p => Day(p.StartedOn))],
            IncludedOn = [.. projects.Select(p => Day(p.IncludedOn))],
            PlannedCompletion = [.. projects.Select(p => Day(p.PlannedCompletion))],
            CompletedOn = [.. projects.Select(p => Day(p.CompletedOn))],
            ListedOn = [.. projects.Select(p => Day(p.ListedOn))],
            SuspendedFrom = [.. projects.Select(p => Day(p.SuspendedFrom))],
            SuspendedTo = [.. projects.Select(p => Day(p.SuspendedTo))],
            PlanStart = Starts(plans.Select(rows => rows.Length)),
            PlanMonth = [.. plans.SelectMany(rows => rows).Select(x => (12 * x.Year) + x.Month - 1)],
            PlanAmount = [.. plans.SelectMany(rows => rows).Select(x => x.Planned)],
            ReportStart = Starts(reports.Select(rows => rows.Length)),
            ReportMonth = [.. reports.SelectMany(rows => rows).Select(x => (12 * x.Year) + x.Month - 1)],
            ReportYtd = [.. reports.SelectMany(rows => rows).Select(x => x.Ytd)],
            ReportSubmittedOn = [.. reports.SelectMany(rows => rows).Select(x => x.SubmittedOn.DayNumber)],
            ReportVerified = [.. reports.SelectMany(rows => rows).Select(x => x.Verified)],
            MilestoneStart = Starts(projects.Select(p => p.Milestones.Count)),
            MilestonePlannedOn = [.. projects.SelectMany(p => p.Milestones).Select(x => x.PlannedOn.DayNumber)],
            MilestoneAchievedOn = [.. projects.SelectMany(p => p.Milestones).Select(x => Day(x.AchievedOn))],
            IssueStart = Starts(projects.Select(p => p.Issues.Count)),
            IssueLevel = [.. projects.SelectMany(p => p.Issues).Select(x => (byte)x.Level)],
            IssueRaisedOn = [.. projects.SelectMany(p => p.Issues).Select(x => x.RaisedOn.DayNumber)],
            IssueDueOn = [.. projects.SelectMany(p => p.Issues).Select(x => x.DueOn.DayNumber)],
            IssueClosedOn = [.. projects.SelectMany(p => p.Issues).Select(x => Day(x.ClosedOn))],
            FindingStart = Starts(projects.Select(p => p.Findings.Count)),
            FindingKind = [.. projects.SelectMany(p => p.Findings).Select(x => Array.IndexOf(kinds, x.Kind))],
            FindingFoundOn = [.. projects.SelectMany(p => p.Findings).Select(x => x.FoundOn.DayNumber)],
            FindingKinds = kinds,
        };
    }

    public static PreviousRound Previous(IReadOnlyList<PlainPrevious?> rows) => new()
    {
        Present = [.. rows.Select(row => row is not null)],
        Flag = [.. rows.Select(row => row?.Flag ?? default)],
        Reasons = [.. rows.Select(row => row?.Reasons ?? [])],
        D = [.. rows.Select(row => row?.D)],
        Slip = [.. rows.Select(row => row?.Slip ?? 0)],
    };

    private static int Day(DateOnly? day) => day?.DayNumber ?? RoundFacts.NoDate;

    private static int[] Starts(IEnumerable<int> counts)
    {
        var starts = new List<int> { 0 };
        foreach (var count in counts)
            starts.Add(starts[^1] + count);
        return [.. starts];
    }
}
