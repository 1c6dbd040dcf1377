using System.Globalization;
using System.Text;
using Saima.Engines.Scoring;
using Saima.Projects.Imports;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>The engine's columns straight from made rows, so that a round can be settled on what was mapped.</summary>
internal static class FactsOf
{
    private static readonly IComparer<string?> CodePoints = Comparer<string?>.Create((a, b) => Encoding.UTF8.GetBytes(a!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b!)));

    public static RoundFacts Reading(Reading reading)
    {
        var units = reading.Table("units").Rows.OrderBy(row => row["code"], CodePoints).ToList();
        var unitIndex = units.Select((row, index) => (row["code"]!, index)).ToDictionary();
        var projects = reading.Table("projects").Rows.OrderBy(row => row["id"], CodePoints).ToList();
        var index = projects.Select((row, at) => (row["id"]!, at)).ToDictionary();
        var (plans, planStart) = Children(reading, "plans", "month", index);
        var (reports, reportStart) = Children(reading, "reports", "month", index);
        var (milestones, milestoneStart) = Children(reading, "milestones", "name", index);
        return new RoundFacts
        {
            ProjectCount = projects.Count,
            UnitCount = units.Count,
            UnitClasses = [.. units.Select(row => Enum.Parse<UnitClass>(row["class"]!, ignoreCase: true))],
            Unit = [.. projects.Select(row => unitIndex[row["unit"]!])],
            Class = [.. projects.Select(row => Enum.Parse<ProjectClass>(row["class"]!, ignoreCase: true))],
            TotalInvestment = Money(projects, "total_investment"),
            AnnualPlan = Money(projects, "annual_plan"),
            OpeningCumulative = Money(projects, "opening_cumulative"),
            PlannedStart = Days(projects, "planned_start"),
            StartedOn = Days(projects, "started_on"),
            IncludedOn = Days(projects, "included_on"),
            PlannedCompletion = Days(projects, "planned_completion"),
            CompletedOn = Days(projects, "completed_on"),
            ListedOn = Days(projects, "listed_on"),
            SuspendedFrom = Days(projects, "suspended_from"),
            SuspendedTo = Days(projects, "suspended_to"),
            PlanStart = planStart,
            PlanMonth = Months(plans),
            PlanAmount = Money(plans, "planned"),
            ReportStart = reportStart,
            ReportMonth = Months(reports),
            ReportYtd = Money(reports, "ytd"),
            ReportSubmittedOn = Days(reports, "submitted_on"),
            ReportVerified = [.. reports.Select(row => row["verified"] == "true")],
            MilestoneStart = milestoneStart,
            MilestonePlannedOn = Days(milestones, "planned_on"),
            MilestoneAchievedOn = Days(milestones, "achieved_on"),
            IssueStart = new int[projects.Count + 1],
            IssueLevel = [],
            IssueRaisedOn = [],
            IssueDueOn = [],
            IssueClosedOn = [],
            FindingStart = new int[projects.Count + 1],
            FindingKind = [],
            FindingFoundOn = [],
            FindingKinds = [],
        };
    }

    /// <summary>How many projects have each flag in the round settled by the example rules.</summary>
    public static Dictionary<Flag, int> Flags(Reading reading, RuleSet rules, RoundFrame frame)
    {
        var settled = RaceScoring.Settle(Reading(reading), rules, frame);
        return settled.Flag.Take(settled.Count).GroupBy(flag => flag).ToDictionary(group => group.Key, group => group.Count());
    }

    private static (List<MadeRow> Rows, int[] Start) Children(Reading reading, string table, string then, Dictionary<string, int> index)
    {
        var rows = reading.Table(table).Rows.OrderBy(row => index[row["project"]!]).ThenBy(row => row[then], CodePoints).ToList();
        var start = new int[index.Count + 1];
        foreach (var row in rows)
        {
            start[index[row["project"]!] + 1]++;
        }

        for (var i = 1; i < start.Length; i++)
        {
            start[i] += start[i - 1];
        }

        return (rows, start);
    }

    private static long[] Money(List<MadeRow> rows, string field) => [.. rows.Select(row => row[field] is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : 0)];

    private static int[] Days(List<MadeRow> rows, string field) =>
        [.. rows.Select(row => row[field] is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : RoundFacts.NoDate)];

    private static int[] Months(List<MadeRow> rows) =>
        [.. rows.Select(row => (int.Parse(row["month"]!.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12) + int.Parse(row["month"]!.AsSpan(5), CultureInfo.InvariantCulture) - 1)];
}
