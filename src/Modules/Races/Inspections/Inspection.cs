namespace Saima.Modules.Races.Inspections;

/// <summary>How a project is inspected.</summary>
public enum InspectionKind
{
    /// <summary>By documents 书面核查.</summary>
    Desk,

    /// <summary>On the spot 现场核查.</summary>
    Site,
}

/// <summary>Why a project is inspected.</summary>
public enum InspectionGround
{
    /// <summary>Drawn by the published seed 随机抽取.</summary>
    Random,

    /// <summary>Signs of risk 风险.</summary>
    Risk,

    /// <summary>Chosen by somebody, who says why 指定.</summary>
    Chosen,
}

/// <summary>How far an inspection is.</summary>
public enum InspectionState
{
    /// <summary>待核查.</summary>
    Planned,

    /// <summary>Somebody is or was there 已到场.</summary>
    Visited,

    /// <summary>Findings are handed in 待复核.</summary>
    Reported,

    /// <summary>Another person stands by the findings 已复核.</summary>
    Confirmed,

    /// <summary>Given up with a reason 不再核查.</summary>
    Dropped,
}

/// <summary>What may be done with an inspection.</summary>
public enum InspectionAction
{
    CheckIn,
    Report,
    Return,
    Confirm,
    Drop,
}

/// <summary>核查: the inspection of a project in a round. What was found is only ever added to.</summary>
public sealed class Inspection
{
    public long Id { get; set; }

    public int Season { get; set; }

    public int Round { get; set; }

    public required string Project { get; set; }

    /// <summary>Name and unit when it was planned: an old round shows its own.</summary>
    public required string Name { get; set; }

    public required string Unit { get; set; }

    public InspectionKind Kind { get; set; }

    public InspectionGround Ground { get; set; }

    /// <summary>Codes of the signs of risk joined with <c>|</c>, or the reason of who chose it; empty where it was drawn.</summary>
    public required string Why { get; set; }

    public InspectionState State { get; set; }

    /// <summary>Number of the latest step, from 0: of two that were taken at once only one counts.</summary>
    public int Revision { get; set; }

    /// <summary><see cref="InspectedClaim"/>s of the frozen data as JSON: what is held against the facts.</summary>
    public required string Claims { get; set; }

    /// <summary>Stable ids, joined with <c>|</c>, of those who checked in: none of them confirms.</summary>
    public string Visitors { get; set; } = "";

    /// <summary>Stable id of who handed in the findings.</summary>
    public string? ReportedBy { get; set; }

    public string? ReportedName { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    public string? ConfirmedBy { get; set; }

    public string? ConfirmedName { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>A step of an inspection, never changed.</summary>
public sealed class InspectionStep
{
    public long InspectionId { get; set; }

    /// <summary>From 1 without gaps.</summary>
    public int Number { get; set; }

    public InspectionAction Action { get; set; }

    /// <summary>Stable id of who took it.</summary>
    public required string Person { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Note { get; set; }

    /// <summary>Where somebody checked in, in ten-millionths of a degree by WGS 84, which CGCS2000 equals to within a decimetre.</summary>
    public long? Lon { get; set; }

    public long? Lat { get; set; }

    /// <summary>Metres from the project's place; empty where the one or the other is unknown.</summary>
    public int? Distance { get; set; }
}

/// <summary>What a claim turned out to be.</summary>
public enum FindingResult
{
    /// <summary>As claimed 属实.</summary>
    Consistent,

    /// <summary>Differs 不符.</summary>
    Deviation,

    /// <summary>Looks made up: a case is opened 涉嫌造假.</summary>
    Suspicion,

    /// <summary>Could not be found out, with the reason 无法核实.</summary>
    NotPossible,
}

/// <summary>What became of a deviation.</summary>
public enum FindingSettlement
{
    /// <summary>Nothing yet; the round waits.</summary>
    Open,

    /// <summary>The register says what was found 已更正.</summary>
    Corrected,

    /// <summary>What was reported stands, with the reason 维持.</summary>
    Stands,
}

/// <summary>A finding of an inspection on one claim.</summary>
public sealed class InspectionFinding
{
    public long Id { get; set; }

    public long InspectionId { get; set; }

    /// <summary>The revision of the inspection by which it was handed in; a report that was returned is followed by another.</summary>
    public int Report { get; set; }

    /// <summary>Key of the claim.</summary>
    public required string Item { get; set; }

    public required string Claimed { get; set; }

    /// <summary>As it is, in the form of the claim.</summary>
    public required string Found { get; set; }

    public FindingResult Result { get; set; }

    public string? Statement { get; set; }

    public FindingSettlement Settlement { get; set; }

    public string? SettledBy { get; set; }

    public string? SettledName { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledReason { get; set; }
}
