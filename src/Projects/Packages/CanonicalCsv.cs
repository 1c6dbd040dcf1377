
namespace Saima.Projects.Packages;

/// <summary>
/// Writes a table of a package in its one form: every column, rows by key, LF, amounts without idle zeros. The same facts are always the same bytes, and
/// reading them gives the same package.
/// </summary>
public static class CanonicalCsv
{
    private const int RowsBetweenChecks = 1 << 16;

    public static void Write(DataPackage package, PackageTable table, Stream target, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(target);
        var rows = new CsvRows(target);
        rows.Header(table.Columns.Select(column => column.Name));
        var facts = package.Facts;
        switch (table.Name)
        {
            case "projects":
                Plain(rows, facts.ProjectCount, row => Project(rows, package, row), cancel);
                break;
            case "units":
                Plain(rows, facts.UnitCount, row =>
                {
                    rows.Text(package.UnitCodes.Utf8(row));
                    rows.Text(package.UnitNames.Utf8(row));
                    Word(rows, table, "class", (int)facts.UnitClasses[row]);
                }, cancel);
                break;
            case "holidays":
                Plain(rows, package.HolidayCount, row =>
                {
                    rows.Date(package.HolidayDates[row]);
                    Word(rows, table, "kind", package.HolidayIsWork[row] ? 1 : 0);
                }, cancel);
                break;
            case "plans":
                OfProjects(rows, package, facts.PlanStart, row =>
                {
                    rows.Month(facts.PlanMonth[row]);
                    rows.Money(facts.PlanAmount[row]);
                }, cancel);
                break;
            case "reports":
                OfProjects(rows, package, facts.ReportStart, row => Report(rows, package, row), cancel);
                break;
            case "milestones":
                OfProjects(rows, package, facts.MilestoneStart, row =>
                {
                    rows.Text(package.MilestoneNames.Utf8(row));
                    rows.Date(facts.MilestonePlannedOn[row]);
                    rows.Date(facts.MilestoneAchievedOn[row]);
                }, cancel);
                break;
            case "issues":
                OfProjects(rows, package, facts.IssueStart, row => Issue(rows, table, package, row), cancel);
                break;
            default:
                OfProjects(rows, package, facts.FindingStart, row =>
                {
                    rows.Text(facts.FindingKinds[facts.FindingKind[row]]);
                    rows.Date(facts.FindingFoundOn[row]);
                }, cancel);
                break;
        }

        rows.Flush();
    }

    private static void Project(CsvRows rows, DataPackage package, int row)
    {
        var facts = package.Facts;
        rows.Text(package.ProjectIds.Utf8(row));
        rows.Text(package.ProjectNames.Utf8(row));
        rows.Text(package.ProjectCodes.Utf8(row));
        rows.Text(package.UnitCodes.Utf8(facts.Unit[row]));
        rows.Text(package.Towns.Utf8(row));
        Word(rows, PackageTable.Projects, "class", (int)facts.Class[row]);
        rows.Money(facts.TotalInvestment[row]);
        rows.Money(facts.AnnualPlan[row]);
        rows.Money(facts.OpeningCumulative[row]);
        rows.Date(facts.PlannedStart[row]);
        rows.Date(facts.StartedOn[row]);
        rows.Date(facts.IncludedOn[row]);
        rows.Date(facts.PlannedCompletion[row]);
        rows.Date(facts.CompletedOn[row]);
        rows.Date(facts.ListedOn[row]);
        rows.Date(facts.SuspendedFrom[row]);
        rows.Date(facts.SuspendedTo[row]);
        rows.Text(package.SuspensionReasons.Utf8(row));
    }

    private static void Report(CsvRows rows, DataPackage package, int row)
    {
        var facts = package.Facts;
        rows.Month(facts.ReportMonth[row]);
        rows.Money(package.ReportInvested[row]);
        rows.Money(facts.ReportYtd[row]);
        rows.Date(facts.ReportSubmittedOn[row]);
        rows.YesNo(facts.ReportVerified[row]);
        rows.Text(package.ReportProgress.Utf8(row));
    }

    private static void Issue(CsvRows rows, PackageTable table, DataPackage package, int row)
    {
        var facts = package.Facts;
        rows.Text(package.IssueTitles.Utf8(row));
        Word(rows, table, "level", facts.IssueLevel[row] - 1);
        rows.Date(facts.IssueRaisedOn[row]);
        rows.Date(facts.IssueDueOn[row]);
        rows.Date(facts.IssueClosedOn[row]);
    }

    private static void Plain(CsvRows rows, int count, Action<int> write, CancellationToken cancel)
    {
        for (var row = 0; row < count; row++)
        {
            if (row % RowsBetweenChecks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            write(row);
            rows.End();
        }
    }

    private static void OfProjects(CsvRows rows, DataPackage package, int[] start, Action<int> write, CancellationToken cancel)
    {
        for (var project = 0; project < package.Facts.ProjectCount; project++)
        {
            if (project % RowsBetweenChecks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            for (var row = start[project]; row < start[project + 1]; row++)
            {
                rows.Text(package.ProjectIds.Utf8(project));
                write(row);
                rows.End();
            }
        }
    }

    private static void Word(CsvRows rows, PackageTable table, string column, int word) =>
        rows.Text(table.Columns[table.Column(column)].Words![word].Code);
}
