using System.Text;
using Saima.Engines.Scoring;
using Saima.Projects.Samples;

namespace Saima.Bench;

/// <summary>
/// The columns of a generated package without its files: the same draws as <c>saima sample</c> with the same seed, so that the engine can be
/// measured alone and its results compared with what SQL makes of the files.
/// </summary>
internal static class GeneratedFacts
{
    public const ulong Seed = 1;

    public static RoundFacts Draw(int projects)
    {
        var kinds = SampleWords.FindingKinds.Select(Encoding.UTF8.GetString).Distinct().ToArray();
        var facts = Empty(projects, kinds);
        var draw = new DrawProject(Seed, RoundUnderTest.Season, dirt: false);
        var project = new SampleProject();
        for (var p = 0; p < projects; p++)
        {
            draw.Draw(project, p + 1);
            Fill(facts, p, project);
            Children(facts, p, project, kinds);
        }

        return facts;
    }

    private static RoundFacts Empty(int n, string[] kinds) => new()
    {
        ProjectCount = n,
        UnitCount = SampleWords.Units.Length,
        UnitClasses = [.. SampleWords.Units.Select(unit => unit.Class)],
        Unit = new int[n],
        Class = new ProjectClass[n],
        TotalInvestment = new long[n],
        AnnualPlan = new long[n],
        OpeningCumulative = new long[n],
        PlannedStart = new int[n],
        StartedOn = new int[n],
        IncludedOn = new int[n],
        PlannedCompletion = new int[n],
        CompletedOn = new int[n],
        ListedOn = new int[n],
        SuspendedFrom = new int[n],
        SuspendedTo = new int[n],
        PlanStart = new int[n + 1],
        PlanMonth = new int[12 * n],
        PlanAmount = new long[12 * n],
        ReportStart = new int[n + 1],
        ReportMonth = new int[SampleProject.MostReports * n],
        ReportYtd = new long[SampleProject.MostReports * n],
        ReportSubmittedOn = new int[SampleProject.MostReports * n],
        ReportVerified = new bool[SampleProject.MostReports * n],
        MilestoneStart = new int[n + 1],
        MilestonePlannedOn = new int[SampleProject.MostMilestones * n],
        MilestoneAchievedOn = new int[SampleProject.MostMilestones * n],
        IssueStart = new int[n + 1],
        IssueLevel = new byte[SampleProject.MostIssues * n],
        IssueRaisedOn = new int[SampleProject.MostIssues * n],
        IssueDueOn = new int[SampleProject.MostIssues * n],
        IssueClosedOn = new int[SampleProject.MostIssues * n],
        FindingStart = new int[n + 1],
        FindingKind = new int[n],
        FindingFoundOn = new int[n],
        FindingKinds = kinds,
    };

    private static void Fill(RoundFacts facts, int p, SampleProject project)
    {
        facts.Unit[p] = project.Unit;
        facts.Class[p] = project.Class;
        facts.TotalInvestment[p] = project.TotalInvestment;
        facts.AnnualPlan[p] = project.AnnualPlan;
        facts.OpeningCumulative[p] = project.Opening;
        facts.PlannedStart[p] = project.PlannedStart;
        facts.StartedOn[p] = project.StartedOn;
        facts.IncludedOn[p] = project.IncludedOn;
        facts.PlannedCompletion[p] = project.PlannedCompletion;
        facts.CompletedOn[p] = project.CompletedOn;
        facts.ListedOn[p] = project.ListedOn;
        facts.SuspendedFrom[p] = project.SuspendedFrom;
        facts.SuspendedTo[p] = project.SuspendedTo;
    }

    private static void Children(RoundFacts facts, int p, SampleProject project, string[] kinds)
    {
        var plan = facts.PlanStart[p];
        for (var month = 0; month < project.Plans; month++, plan++)
        {
            (facts.PlanMonth[plan], facts.PlanAmount[plan]) = (project.FirstMonth + month, project.Planned[month]);
        }

        var report = facts.ReportStart[p];
        for (var row = 0; row < project.Reports; row++, report++)
        {
            (facts.ReportMonth[report], facts.ReportYtd[report]) = (project.ReportMonth[row], project.Ytd[row]);
            (facts.ReportSubmittedOn[report], facts.ReportVerified[report]) = (project.SubmittedOn[row], project.Verified[row]);
        }

        var milestone = facts.MilestoneStart[p];
        for (var row = 0; row < project.Milestones; row++, milestone++)
        {
            (facts.MilestonePlannedOn[milestone], facts.MilestoneAchievedOn[milestone]) = (project.MilestonePlanned[row], project.MilestoneAchieved[row]);
        }

        var issue = facts.IssueStart[p];
        for (var row = 0; row < project.Issues; row++, issue++)
        {
            (facts.IssueLevel[issue], facts.IssueRaisedOn[issue]) = ((byte)project.IssueLevel[row], project.IssueRaised[row]);
            (facts.IssueDueOn[issue], facts.IssueClosedOn[issue]) = (project.IssueDue[row], project.IssueClosed[row]);
        }

        var finding = facts.FindingStart[p];
        if (project.FindingKind >= 0)
        {
            facts.FindingKind[finding] = Array.IndexOf(kinds, Encoding.UTF8.GetString(SampleWords.FindingKinds[project.FindingKind]));
            facts.FindingFoundOn[finding++] = project.FindingOn;
        }

        (facts.PlanStart[p + 1], facts.ReportStart[p + 1], facts.MilestoneStart[p + 1]) = (plan, report, milestone);
        (facts.IssueStart[p + 1], facts.FindingStart[p + 1]) = (issue, finding);
    }
}
