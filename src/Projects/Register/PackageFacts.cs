using Saima.Engines.Scoring;
using Saima.Projects.Packages;

namespace Saima.Projects.Register;

/// <summary>A data package as the register takes it.</summary>
internal static class PackageFacts
{
    public static IReadOnlyList<FactRows> Of(DataPackage package, int season)
    {
        var facts = package.Facts;
        var ids = new string[facts.ProjectCount];
        for (var project = 0; project < ids.Length; project++)
        {
            ids[project] = package.ProjectIds[project]!;
        }

        return
        [
            new(FactTable.Units, facts.UnitCount, Rows(season, FactTable.Units, facts.UnitCount, (row, cells) =>
                (cells[1], cells[2], cells[3]) = (package.UnitCodes[row], package.UnitNames[row], Word(PackageTable.Units, "class", (int)facts.UnitClasses[row])))),
            new(FactTable.Holidays, package.HolidayCount, Rows(season, FactTable.Holidays, package.HolidayCount, (row, cells) =>
                (cells[1], cells[2]) = (Date(package.HolidayDates[row]), Word(PackageTable.Holidays, "kind", package.HolidayIsWork[row] ? 1 : 0)))),
            new(FactTable.Projects, facts.ProjectCount, Rows(season, FactTable.Projects, facts.ProjectCount, (row, cells) => Project(package, ids[row], row, cells))),
            Children(FactTable.Plans, season, ids, facts.PlanStart, (row, cells) => (cells[2], cells[3]) = (Month(facts.PlanMonth[row]), facts.PlanAmount[row])),
            Children(FactTable.Reports, season, ids, facts.ReportStart, (row, cells) =>
            {
                (cells[2], cells[3], cells[4]) = (Month(facts.ReportMonth[row]), package.ReportInvested[row], facts.ReportYtd[row]);
                (cells[5], cells[6], cells[7]) = (Date(facts.ReportSubmittedOn[row]), facts.ReportVerified[row], package.ReportProgress[row]);
            }),
            Children(FactTable.Milestones, season, ids, facts.MilestoneStart, (row, cells) =>
                (cells[2], cells[3], cells[4]) = (package.MilestoneNames[row], Date(facts.MilestonePlannedOn[row]), Date(facts.MilestoneAchievedOn[row]))),
            Children(FactTable.Issues, season, ids, facts.IssueStart, (row, cells) =>
            {
                (cells[2], cells[3]) = (package.IssueTitles[row], (long)facts.IssueLevel[row]);
                (cells[4], cells[5], cells[6]) = (Date(facts.IssueRaisedOn[row]), Date(facts.IssueDueOn[row]), Date(facts.IssueClosedOn[row]));
            }),
            Children(FactTable.Findings, season, ids, facts.FindingStart, (row, cells) =>
                (cells[2], cells[3]) = (facts.FindingKinds[facts.FindingKind[row]], Date(facts.FindingFoundOn[row]))),
            NationalCodes(package, ids),
        ];
    }

    /// <summary>The years in which plans and reports lie.</summary>
    public static IReadOnlyList<int> Years(DataPackage package)
    {
        var facts = package.Facts;
        var years = new SortedSet<int>();
        foreach (var (months, count) in new[] { (facts.PlanMonth, facts.PlanStart[facts.ProjectCount]), (facts.ReportMonth, facts.ReportStart[facts.ProjectCount]) })
        {
            for (var row = 0; row < count; row++)
            {
                years.Add(months[row] / 12);
            }
        }

        return [.. years];
    }

    private static void Project(DataPackage package, string id, int row, object?[] cells)
    {
        var facts = package.Facts;
        cells[1] = id;
        cells[2] = package.ProjectNames[row];
        cells[3] = package.ProjectCodes[row];
        cells[4] = package.UnitCodes[facts.Unit[row]];
        cells[5] = package.Towns[row];
        cells[6] = Word(PackageTable.Projects, "class", (int)facts.Class[row]);
        (cells[7], cells[8], cells[9]) = (facts.TotalInvestment[row], facts.AnnualPlan[row], facts.OpeningCumulative[row]);
        int[][] dates = [facts.PlannedStart, facts.StartedOn, facts.IncludedOn, facts.PlannedCompletion, facts.CompletedOn, facts.ListedOn, facts.SuspendedFrom, facts.SuspendedTo];
        for (var at = 0; at < dates.Length; at++)
        {
            cells[10 + at] = Date(dates[at][row]);
        }

        cells[18] = package.SuspensionReasons[row];
    }

    private static FactRows NationalCodes(DataPackage package, string[] ids)
    {
        var known = Enumerable.Range(0, ids.Length).Where(row => package.ProjectCodes[row] is not null).ToList();
        return new(FactTable.Identifiers, known.Count, known.Select(row => new object?[] { ids[row], "national", package.ProjectCodes[row], null, null })) { OnlyAbsent = true };
    }

    private static FactRows Children(FactTable table, int season, string[] ids, int[] starts, Action<int, object?[]> fill)
    {
        var project = 0;
        return new(table, starts[ids.Length], Rows(season, table, starts[ids.Length], (row, cells) =>
        {
            // The rows may be read a second time.
            project = row == 0 ? 0 : project;
            while (starts[project + 1] <= row)
            {
                project++;
            }

            cells[1] = ids[project];
            fill(row, cells);
        }));
    }

    private static IEnumerable<object?[]> Rows(int season, FactTable table, int count, Action<int, object?[]> fill)
    {
        var cells = new object?[table.Columns.Count];
        cells[0] = (long)season;
        for (var row = 0; row < count; row++)
        {
            fill(row, cells);
            yield return cells;
        }
    }

    private static DateOnly? Date(int day) => day == RoundFacts.NoDate ? null : DateOnly.FromDayNumber(day);

    private static object Month(int index) => (100L * (index / 12)) + (index % 12) + 1;

    private static string Word(PackageTable table, string column, int word) => table.Columns[table.Column(column)].Words![word].Code;
}
