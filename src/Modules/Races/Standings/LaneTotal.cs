using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Standings;

/// <summary>What one lane has of one flag; money in 元.</summary>
public sealed record LaneTotal
{
    public required string Lane { get; init; }

    public required Flag Flag { get; init; }

    public required int Projects { get; init; }

    /// <summary>Those of them that have a rank.</summary>
    public required int Ranked { get; init; }

    public required long AnnualPlan { get; init; }

    public required long Planned { get; init; }

    public required long YearToDate { get; init; }
}
