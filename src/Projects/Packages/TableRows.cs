using Saima.Engines.Scoring;

namespace Saima.Projects.Packages;

/// <summary>Gives out the rows of a table, cell by cell, in canonical order.</summary>
internal static class TableRows
{
    public static void Write(DataPackage package, PackageTable table, RowCells cells)
    {
        switch (table.Name)
        {
            case "projects":
                Projects(package, cells);
                break;
            case "units":
                Units(package, cells);
                break;
            case "holidays":
                Holidays(package, cells);
                break;
            case "plans":
                Children(package, cells, package.Facts.PlanStart, row => Plan(package.Facts, row, cells));
                break;
            case "reports":
                Children(package, cells, package.Facts.ReportStart, row => Report(package, row, cells));
                break;
            case "milestones":
                Children(package, cells, package.Facts.MilestoneStart, row => Milestone(package, row, cells));
                break;
            case "issues":
                Children(package, cells, package.Facts.IssueStart, row => Issue(package, row, cells));
                break;
            default:
                Children(package, cells, package.Facts.FindingStart, row => Finding(package.Facts, row, cells));
                break;
        }
    }

    private static void Projects(DataPackage package, RowCells cells)
    {
        var facts = package.Facts;
        var words = PackageTable.Projects.Columns[PackageTable.Projects.Column("class")];
        for (var row = 0; row < facts.ProjectCount; row++)
        {
            cells.BeginRow();
            cells.Text(package.ProjectIds.Utf8(row));
            cells.Text(package.ProjectNames.Utf8(row));
            cells.Text(package.ProjectCodes.Utf8(row));
            cells.Text(package.UnitCodes.Utf8(facts.Unit[row]));
            cells.Text(package.Towns.Utf8(row));
            cells.Word(words, (int)facts.Class[row]);
            cells.Money(facts.TotalInvestment[row]);
            cells.Money(facts.AnnualPlan[row]);
            cells.Money(facts.OpeningCumulative[row]);
            cells.Date(facts.PlannedStart[row]);
            cells.Date(facts.StartedOn[row]);
            cells.Date(facts.IncludedOn[row]);
            cells.Date(facts.PlannedCompletion[row]);
            cells.Date(facts.CompletedOn[row]);
            cells.Date(facts.ListedOn[row]);
            cells.Date(facts.SuspendedFrom[row]);
            cells.Date(facts.SuspendedTo[row]);
            cells.Text(package.SuspensionReasons.Utf8(row));
            cells.EndRow();
        }
    }

    private static void Units(DataPackage package, RowCells cells)
    {
        var words = PackageTable.Units.Columns[PackageTable.Units.Column("class")];
        for (var row = 0; row < package.Facts.UnitCount; row++)
        {
            cells.BeginRow();
            cells.Text(package.UnitCodes.Utf8(row));
            cells.Text(package.UnitNames.Utf8(row));
            cells.Word(words, (int)package.Facts.UnitClasses[row]);
            cells.EndRow();
        }
    }

    private static void Holidays(DataPackage package, RowCells cells)
    {
        var words = PackageTable.Holidays.Columns[PackageTable.Holidays.Column("kind")];
        for (var row = 0; row < package.HolidayCount; row++)
        {
            cells.BeginRow();
            cells.Date(package.HolidayDates[row]);
            cells.Word(words, package.HolidayIsWork[row] ? 1 : 0);
            cells.EndRow();
        }
    }

    private static void Children(DataPackage package, RowCells cells, int[] starts, Action<int> write)
    {
        for (var project = 0; project < package.Facts.ProjectCount; project++)
        {
            for (var row = starts[project]; row < starts[project + 1]; row++)
            {
                cells.BeginRow();
                cells.Text(package.ProjectIds.Utf8(project));
                write(row);
                cells.EndRow();
            }
        }
    }

    private static void Plan(RoundFacts facts, int row, RowCells cells)
    {
        cells.Month(facts.PlanMonth[row]);
        cells.Money(facts.PlanAmount[row]);
    }

    private static void Report(DataPackage package, int row, RowCells cells)
    {
        cells.Month(package.Facts.ReportMonth[row]);
        cells.Money(package.ReportInvested[row]);
        cells.Money(package.Facts.ReportYtd[row]);
        cells.Date(package.Facts.ReportSubmittedOn[row]);
        cells.YesNo(package.Facts.ReportVerified[row]);
        cells.Text(package.ReportProgress.Utf8(row));
    }

    private static void Milestone(DataPackage package, int row, RowCells cells)
    {
        cells.Text(package.MilestoneNames.Utf8(row));
        cells.Date(package.Facts.MilestonePlannedOn[row]);
        cells.Date(package.Facts.MilestoneAchievedOn[row]);
    }

    private static void Issue(DataPackage package, int row, RowCells cells)
    {
        cells.Text(package.IssueTitles.Utf8(row));
        cells.Word(PackageTable.Issues.Columns[PackageTable.Issues.Column("level")], package.Facts.IssueLevel[row] - 1);
        cells.Date(package.Facts.IssueRaisedOn[row]);
        cells.Date(package.Facts.IssueDueOn[row]);
        cells.Date(package.Facts.IssueClosedOn[row]);
    }

    private static void Finding(RoundFacts facts, int row, RowCells cells)
    {
        cells.Text(System.Text.Encoding.UTF8.GetBytes(facts.FindingKinds[facts.FindingKind[row]]));
        cells.Date(facts.FindingFoundOn[row]);
    }
}
