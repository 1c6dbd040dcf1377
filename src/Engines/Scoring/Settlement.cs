namespace Saima.Engines.Scoring;

/// <summary>
/// The result of a round as columns over the projects that take part, in the order of their ids.
/// Points and scores are millionths; <see cref="Undefined"/> stands for "undefined".
/// </summary>
public sealed class Settlement
{
    /// <summary>Stands for "undefined" in columns of millionths.</summary>
    public const long Undefined = long.MinValue;

    /// <summary>Number of projects that take part.</summary>
    public required int Count { get; init; }

    /// <summary>Index of each into <see cref="RoundFacts"/>, ascending.</summary>
    public required int[] Project { get; init; }

    /// <summary>Lane, an index into <see cref="RuleSet.Lanes"/>.</summary>
    public required byte[] Lane { get; init; }

    /// <summary>Flag.</summary>
    public required Flag[] Flag { get; init; }

    /// <summary>Bit <c>i</c> says that row <c>i</c> of <see cref="RuleSet.FlagRows"/> is listed as a reason.</summary>
    public required ulong[] Reasons { get; init; }

    /// <summary>Score in millionths of a point; undefined for exempt projects, and for a project none of whose measures is defined.</summary>
    public required long[] Score { get; init; }

    /// <summary>Rank inside the lane from 1; 0 without a score.</summary>
    public required int[] Rank { get; init; }

    /// <summary>Points by measure (in the order of <see cref="RuleSet.Measures"/>), then by project, in millionths.</summary>
    public required long[][] Points { get; init; }

    /// <summary>Planned cumulative, twelfths of 元: exact, because <c>AP·m/12</c> is the only fraction that occurs.</summary>
    public required long[] PlannedCumulativeTwelfths { get; init; }

    /// <summary>Year to date, 元.</summary>
    public required long[] YearToDate { get; init; }

    /// <summary><c>D</c> in millionths of a percentage point, half away from zero; what does not fit is held at ±<see cref="long.MaxValue"/>.</summary>
    public required long[] Deviation { get; init; }

    /// <summary>Milestones due by the cut-off.</summary>
    public required int[] MilestonesDue { get; init; }

    /// <summary>Of those, achieved by the cut-off.</summary>
    public required int[] MilestonesAchieved { get; init; }

    /// <summary>Slip in days.</summary>
    public required int[] Slip { get; init; }

    /// <summary>Months the planned start is missed.</summary>
    public required int[] StartMissed { get; init; }

    /// <summary>Months started but not included.</summary>
    public required int[] InclusionLag { get; init; }

    /// <summary>Overdue issues.</summary>
    public required int[] Overdue { get; init; }

    /// <summary>There is a report for the round's last month.</summary>
    public required bool[] Reported { get; init; }

    /// <summary>It came by the deadline.</summary>
    public required bool[] OnTime { get; init; }

    /// <summary>It is verified.</summary>
    public required bool[] Verified { get; init; }

    /// <summary>Rows of <c>standings.csv</c>: positions into the columns above, lane by lane, ranked first, then those without a score by id.</summary>
    public required int[] Listing { get; init; }

    /// <summary>Rows of <c>units.csv</c> in listing order.</summary>
    public required UnitStanding[] Units { get; init; }
}

/// <summary>One row of the unit table.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Rank">Rank inside its class from 1; 0 if not ranked.</param>
/// <param name="Score"><c>Σ AP·score / Σ AP</c> in millionths, or <see cref="Settlement.Undefined"/>.</param>
/// <param name="Projects">Projects that take part, exempt ones included.</param>
/// <param name="Red">Red flags.</param>
/// <param name="Yellow">Yellow flags.</param>
/// <param name="Snail">Snails.</param>
/// <param name="Exempt">Exempt projects.</param>
/// <param name="None">Projects without a flag.</param>
public readonly record struct UnitStanding(
    int Unit, int Rank, long Score, int Projects, int Red, int Yellow, int Snail, int Exempt, int None);
