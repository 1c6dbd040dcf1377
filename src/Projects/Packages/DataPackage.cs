using Saima.Engines.Scoring;

namespace Saima.Projects.Packages;

/// <summary>
/// A data package without errors, as columns in canonical order: projects by id, units by code, holidays by date, and the rows of a project's children by
/// their keys. The numbers are in <see cref="Facts"/>; texts and what only people and files need are beside them, row for row.
/// </summary>
public sealed class DataPackage
{
    public required RoundFacts Facts { get; init; }

    public required TextColumn ProjectIds { get; init; }

    public required TextColumn ProjectNames { get; init; }

    /// <summary>National project codes as written.</summary>
    public required TextColumn ProjectCodes { get; init; }

    public required TextColumn Towns { get; init; }

    public required TextColumn SuspensionReasons { get; init; }

    public required TextColumn UnitCodes { get; init; }

    public required TextColumn UnitNames { get; init; }

    /// <summary>That month alone, 元.</summary>
    public required long[] ReportInvested { get; init; }

    /// <summary>形象进度.</summary>
    public required TextColumn ReportProgress { get; init; }

    public required TextColumn MilestoneNames { get; init; }

    public required TextColumn IssueTitles { get; init; }

    /// <summary>Day numbers.</summary>
    public required int[] HolidayDates { get; init; }

    /// <summary>Whether the holiday row makes its day a working day 班 and not a day off 休.</summary>
    public required bool[] HolidayIsWork { get; init; }

    public required int HolidayCount { get; init; }

    /// <summary>Rows of a table.</summary>
    public int Rows(PackageTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Name switch
        {
            "projects" => Facts.ProjectCount,
            "units" => Facts.UnitCount,
            "holidays" => HolidayCount,
            "plans" => Facts.PlanStart[Facts.ProjectCount],
            "reports" => Facts.ReportStart[Facts.ProjectCount],
            "milestones" => Facts.MilestoneStart[Facts.ProjectCount],
            "issues" => Facts.IssueStart[Facts.ProjectCount],
            _ => Facts.FindingStart[Facts.ProjectCount],
        };
    }
}
