using Saima.Engines.Scoring;

namespace Saima.Projects.Samples;

/// <summary>One generated project with all its rows; drawn anew into the same arrays for each project.</summary>
internal sealed class SampleProject
{
    public const int MostReports = 13;
    public const int MostMilestones = 5;
    public const int MostIssues = 3;

    public long Number;

    /// <summary>January of the season.</summary>
    public int FirstMonth;
    public int Theme;
    public int Kind;
    public int Unit;
    public ProjectClass Class;
    public long TotalInvestment;
    public long AnnualPlan;
    public long Opening;
    public int PlannedStart;
    public int StartedOn;
    public int IncludedOn;
    public int PlannedCompletion;
    public int CompletedOn;
    public int ListedOn;
    public int SuspendedFrom;
    public int SuspendedTo;
    public bool HasCode;
    public bool WrongCheckDigit;
    public int CodeMonth;
    public int CodeNumber;

    public int Plans;
    public readonly long[] Planned = new long[12];

    public int Reports;
    public readonly int[] ReportMonth = new int[MostReports];
    public readonly long[] Invested = new long[MostReports];
    public readonly long[] Ytd = new long[MostReports];
    public readonly int[] SubmittedOn = new int[MostReports];
    public readonly bool[] Verified = new bool[MostReports];
    public readonly int[] Progress = new int[MostReports];

    public int Milestones;
    public readonly int[] MilestonePlanned = new int[MostMilestones];
    public readonly int[] MilestoneAchieved = new int[MostMilestones];

    public int Issues;
    public readonly int[] IssueLevel = new int[MostIssues];
    public readonly int[] IssueRaised = new int[MostIssues];
    public readonly int[] IssueDue = new int[MostIssues];
    public readonly int[] IssueClosed = new int[MostIssues];

    public int FindingKind;
    public int FindingOn;
}
