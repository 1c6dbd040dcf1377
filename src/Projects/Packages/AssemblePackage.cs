using System.Runtime.CompilerServices;
using Saima.Engines.Scoring;

namespace Saima.Projects.Packages;

/// <summary>Makes the columns of a package from the sorted rows of its tables.</summary>
internal static class AssemblePackage
{
    public static DataPackage Run(IReadOnlyDictionary<string, ReadRows> tables, int threads)
    {
        var projects = tables["projects"];
        var units = tables["units"];
        var plans = tables["plans"];
        var reports = tables["reports"];
        var milestones = tables["milestones"];
        var issues = tables["issues"];
        var findings = tables["findings"];
        var holidays = tables["holidays"];
        ReadRows[] children = [plans, reports, milestones, issues, findings];
        var starts = new int[children.Length][];
        var verified = Array.Empty<bool>();
        SideBySide.Run(children.Length + 1, threads, () => 0, (part, _) =>
        {
            if (part == 0)
            {
                verified = Flags(reports, "verified");
            }
            else
            {
                var rows = children[part - 1];
                starts[part - 1] = SortRows.Starts(rows.Int("project"), rows.Count, projects.Count);
            }
        });
        return new DataPackage
        {
            Facts = new RoundFacts
            {
                ProjectCount = projects.Count,
                UnitCount = units.Count,
                UnitClasses = Words<UnitClass>(units, "class"),
                Unit = projects.Int("unit"),
                Class = Words<ProjectClass>(projects, "class"),
                TotalInvestment = projects.Long("total_investment"),
                AnnualPlan = projects.Long("annual_plan"),
                OpeningCumulative = projects.Long("opening_cumulative"),
                PlannedStart = projects.Int("planned_start"),
                StartedOn = projects.Int("started_on"),
                IncludedOn = projects.Int("included_on"),
                PlannedCompletion = projects.Int("planned_completion"),
                CompletedOn = projects.Int("completed_on"),
                ListedOn = projects.Int("listed_on"),
                SuspendedFrom = projects.Int("suspended_from"),
                SuspendedTo = projects.Int("suspended_to"),
                PlanStart = starts[0],
                PlanMonth = plans.Int("month"),
                PlanAmount = plans.Long("planned"),
                ReportStart = starts[1],
                ReportMonth = reports.Int("month"),
                ReportYtd = reports.Long("ytd"),
                ReportSubmittedOn = reports.Int("submitted_on"),
                ReportVerified = verified,
                MilestoneStart = starts[2],
                MilestonePlannedOn = milestones.Int("planned_on"),
                MilestoneAchievedOn = milestones.Int("achieved_on"),
                IssueStart = starts[3],
                IssueLevel = Converted(issues, "level", word => (byte)(word + 1)),
                IssueRaisedOn = issues.Int("raised_on"),
                IssueDueOn = issues.Int("due_on"),
                IssueClosedOn = issues.Int("closed_on"),
                FindingStart = starts[4],
                FindingKind = findings.Int("kind"),
                FindingFoundOn = findings.Int("found_on"),
                FindingKinds = [.. Enumerable.Range(0, findings.Pool("kind").Count).Select(findings.Pool("kind").Text)],
            },
            ProjectIds = Texts(projects, "id"),
            ProjectNames = Texts(projects, "name"),
            ProjectCodes = Texts(projects, "code"),
            Towns = Texts(projects, "town"),
            SuspensionReasons = Texts(projects, "suspension_reason"),
            UnitCodes = Texts(units, "code"),
            UnitNames = Texts(units, "name"),
            ReportInvested = reports.Long("invested"),
            ReportProgress = Texts(reports, "progress"),
            MilestoneNames = Texts(milestones, "name"),
            IssueTitles = Texts(issues, "title"),
            HolidayDates = holidays.Int("date"),
            HolidayIsWork = Flags(holidays, "kind"),
            HolidayCount = holidays.Count,
        };
    }

    private static TextColumn Texts(ReadRows rows, string column) => new(rows.Pool(column), rows.Int(column), rows.Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool[] Flags(ReadRows rows, string column)
    {
        var words = rows.Int(column);
        var flags = GC.AllocateUninitializedArray<bool>(rows.Count);
        for (var row = 0; row < flags.Length; row++)
        {
            flags[row] = words[row] == 1;
        }

        return flags;
    }

    private static T[] Words<T>(ReadRows rows, string column)
        where T : struct, Enum =>
        Converted(rows, column, word => (T)Enum.ToObject(typeof(T), word));

    private static T[] Converted<T>(ReadRows rows, string column, Func<int, T> convert)
    {
        var from = rows.Int(column);
        var to = GC.AllocateUninitializedArray<T>(rows.Count);
        for (var row = 0; row < to.Length; row++)
        {
            to[row] = convert(from[row]);
        }

        return to;
    }
}
