namespace Saima.Projects.Samples;

/// <summary>How the rows of a drawn project are written, table by table.</summary>
internal static class SampleTables
{
    private const int District = 330604;

    /// <summary>The tables whose rows hang on projects, in the order in which they are written.</summary>
    public static readonly (string Name, Action<SampleProject, CsvBytes> Write)[] OfProjects =
    [
        ("projects", Project), ("plans", Plans), ("reports", Reports), ("milestones", Milestones), ("issues", Issues), ("findings", Findings),
    ];

    public static void Units(CsvBytes rows)
    {
        foreach (var (code, name, unitClass) in SampleWords.Units)
        {
            rows.Text(code).Text(name).Text(SampleWords.UnitClasses[(int)unitClass]).EndRow();
        }
    }

    public static void Holidays(CsvBytes rows, int season)
    {
        foreach (var (day, off) in HolidayArrangement.Of(season))
        {
            rows.Date(day.DayNumber).Text(off ? "off"u8 : "work"u8).EndRow();
        }
    }

    private static CsvBytes Id(SampleProject project, CsvBytes rows) => rows.Id((byte)'P', project.Number, 7);

    private static void Project(SampleProject project, CsvBytes rows)
    {
        Span<byte> name = stackalloc byte[96];
        var theme = SampleWords.Themes[project.Theme];
        var kind = SampleWords.Kinds[project.Kind];
        theme.CopyTo(name);
        kind.CopyTo(name[theme.Length..]);
        Id(project, rows).Numbered(name[..(theme.Length + kind.Length)], project.Number);
        Span<byte> code = stackalloc byte[24];
        if (project.HasCode)
        {
            NationalCode.Write(code, project.CodeMonth, District, 4, 1, project.CodeNumber);
            if (project.WrongCheckDigit)
            {
                code[23] = (byte)('0' + ((code[23] - '0' + 1) % 10));
            }
        }

        var unit = SampleWords.Units[project.Unit];
        var suspended = project.SuspendedFrom != CsvBytes.NoDate;
        rows.Text(project.HasCode ? code : []).Text(unit.Code).Text(unit.Name).Text(SampleWords.Classes[(int)project.Class])
            .Money(project.TotalInvestment).Money(project.AnnualPlan).Money(project.Opening)
            .Date(project.PlannedStart).Date(project.StartedOn).Date(project.IncludedOn).Date(project.PlannedCompletion).Date(project.CompletedOn)
            .Date(project.ListedOn).Date(project.SuspendedFrom).Date(project.SuspendedTo).Text(suspended ? "示例：上位规划调整"u8 : [])
            .EndRow();
    }

    private static void Plans(SampleProject project, CsvBytes rows)
    {
        for (var month = 0; month < project.Plans; month++)
        {
            Id(project, rows).Month(project.FirstMonth + month).Money(project.Planned[month]).EndRow();
        }
    }

    private static void Reports(SampleProject project, CsvBytes rows)
    {
        for (var row = 0; row < project.Reports; row++)
        {
            Id(project, rows).Month(project.ReportMonth[row]).Money(project.Invested[row]).Money(project.Ytd[row])
                .Date(project.SubmittedOn[row]).Truth(project.Verified[row]).Text(SampleWords.Progress[project.Progress[row]]).EndRow();
        }
    }

    private static void Milestones(SampleProject project, CsvBytes rows)
    {
        for (var row = 0; row < project.Milestones; row++)
        {
            Id(project, rows).Text(SampleWords.MilestoneNames[row]).Date(project.MilestonePlanned[row]).Date(project.MilestoneAchieved[row]).EndRow();
        }
    }

    private static void Issues(SampleProject project, CsvBytes rows)
    {
        for (var row = 0; row < project.Issues; row++)
        {
            Id(project, rows).Text(SampleWords.IssueTitles[row]).Id((byte)'L', project.IssueLevel[row], 1)
                .Date(project.IssueRaised[row]).Date(project.IssueDue[row]).Date(project.IssueClosed[row]).EndRow();
        }
    }

    private static void Findings(SampleProject project, CsvBytes rows)
    {
        if (project.FindingKind >= 0)
        {
            Id(project, rows).Text(SampleWords.FindingKinds[project.FindingKind]).Date(project.FindingOn).EndRow();
        }
    }
}
