using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Standings;

/// <summary>A row of the public listing.</summary>
public sealed record ListedProject
{
    public required int? Rank { get; init; }

    public required string Lane { get; init; }

    public required string Project { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required Flag Flag { get; init; }

    public required string Reasons { get; init; }

    public required long? Score { get; init; }

    public required long AnnualPlan { get; init; }

    public required long PlannedCumulative { get; init; }

    public required long YearToDate { get; init; }

    public required long? Deviation { get; init; }

    public required string Points { get; init; }

    /// <summary>Where it stood in the round before; empty if it was not in it or there is none.</summary>
    public BoardRow? Before { get; init; }
}
