namespace Saima.Projects.Register;

/// <summary>项目: a project as the books of a season have it. Codes are those of the data package, money is 元.</summary>
public sealed class ProjectFact : SeasonFact
{
    /// <summary>The project's id, the same in every season.</summary>
    public required string Project { get; set; }

    public required string Name { get; set; }

    /// <summary>National project code as handed in.</summary>
    public string? Code { get; set; }

    public required string Unit { get; set; }

    public string? Town { get; set; }

    public required string Class { get; set; }

    public long TotalInvestment { get; set; }

    public long AnnualPlan { get; set; }

    /// <summary>Cumulative at the end of last year.</summary>
    public long OpeningCumulative { get; set; }

    public DateOnly? PlannedStart { get; set; }

    public DateOnly? StartedOn { get; set; }

    public DateOnly? IncludedOn { get; set; }

    public DateOnly? PlannedCompletion { get; set; }

    public DateOnly? CompletedOn { get; set; }

    public DateOnly? ListedOn { get; set; }

    public DateOnly? SuspendedFrom { get; set; }

    public DateOnly? SuspendedTo { get; set; }

    public string? SuspensionReason { get; set; }
}

/// <summary>月度计划: planned investment of one month alone.</summary>
public sealed class PlanFact : SeasonFact
{
    public required string Project { get; set; }

    /// <summary><c>100·year + month</c>.</summary>
    public int Month { get; set; }

    /// <summary>元.</summary>
    public long Planned { get; set; }
}

/// <summary>月报: a monthly report.</summary>
public sealed class ReportFact : SeasonFact
{
    public required string Project { get; set; }

    /// <summary><c>100·year + month</c>.</summary>
    public int Month { get; set; }

    /// <summary>Invested in that month alone, 元; negative for a correction.</summary>
    public long Invested { get; set; }

    /// <summary>元.</summary>
    public long YearToDate { get; set; }

    public DateOnly SubmittedOn { get; set; }

    public bool Verified { get; set; }

    /// <summary>形象进度.</summary>
    public string? Progress { get; set; }
}

/// <summary>统计数: a project's investment as the statistics have it. It comes with their file only; nobody types, derives or corrects it here.</summary>
public sealed class StatisticFact : SeasonFact
{
    public required string Project { get; set; }

    /// <summary><c>100·year + month</c>.</summary>
    public int Month { get; set; }

    /// <summary>Of the month alone, 元, where the file has it.</summary>
    public long? Invested { get; set; }

    /// <summary>From January on, 元.</summary>
    public long YearToDate { get; set; }
}

/// <summary>节点: a milestone.</summary>
public sealed class MilestoneFact : SeasonFact
{
    public required string Project { get; set; }

    public required string Name { get; set; }

    public DateOnly PlannedOn { get; set; }

    public DateOnly? AchievedOn { get; set; }
}

/// <summary>问题: an issue.</summary>
public sealed class IssueFact : SeasonFact
{
    public required string Project { get; set; }

    public required string Title { get; set; }

    /// <summary>1 (<c>L1</c>) to 4 (<c>L4</c>, the most serious).</summary>
    public int Level { get; set; }

    public DateOnly RaisedOn { get; set; }

    public DateOnly DueOn { get; set; }

    public DateOnly? ClosedOn { get; set; }
}

/// <summary>核查: a finding of an inspection.</summary>
public sealed class FindingFact : SeasonFact
{
    public required string Project { get; set; }

    public required string Kind { get; set; }

    public DateOnly FoundOn { get; set; }
}

/// <summary>单位: a responsible unit.</summary>
public sealed class UnitFact : SeasonFact
{
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required string Class { get; set; }
}

/// <summary>节假日: a day on which the calendar departs from Monday to Friday.</summary>
public sealed class HolidayFact : SeasonFact
{
    public DateOnly Date { get; set; }

    /// <summary><c>off</c> 休 or <c>work</c> 班.</summary>
    public required string Kind { get; set; }
}

/// <summary>标识: an identifier a project is or was known by; a project has several over its life.</summary>
public sealed class IdentifierFact : FactVersion
{
    public required string Project { get; set; }

    /// <summary>Who gives the identifier, e.g. <c>national</c> for the national project code.</summary>
    public required string Scheme { get; set; }

    public required string Value { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? ValidTo { get; set; }
}

/// <summary>谱系: a project that came out of another by re-approval, split or merge.</summary>
public sealed class LineageFact : FactVersion
{
    public required string Predecessor { get; set; }

    public required string Successor { get; set; }

    /// <summary><c>reapproval</c>, <c>split</c> or <c>merge</c>.</summary>
    public required string Kind { get; set; }

    public DateOnly? OccurredOn { get; set; }
}

/// <summary>位置: where a project is, by CGCS2000; the same in every season, and in no data package.</summary>
public sealed class PlaceFact : FactVersion
{
    public required string Project { get; set; }

    /// <summary>Longitude in ten-millionths of a degree.</summary>
    public long Lon { get; set; }

    /// <summary>Latitude in ten-millionths of a degree.</summary>
    public long Lat { get; set; }
}

/// <summary>地块: the land a project is on, by CGCS2000; the same in every season, and in no data package.</summary>
public sealed class ParcelFact : FactVersion
{
    public required string Project { get; set; }

    /// <summary>A MultiPolygon of GeoJSON, degrees with seven decimals.</summary>
    public required string Shape { get; set; }
}
