namespace Saima.Engines.Scoring;

/// <summary>
/// A rule set as the engine reads it: everything that decides a lane, a flag or a point is here and nowhere in code.
/// The document it is read from, its schema and its hash are the Races module's.
/// </summary>
/// <param name="Code">Code of the rule set, e.g. <c>SAIMA-2M-EXAMPLE</c>.</param>
/// <param name="DeadlineWorkingDays">Working days after the cut-off until the input deadline.</param>
/// <param name="OverdueFromLevel">Least serious level of an issue, 1 … 4, that counts as <see cref="Metric.Overdue"/>.</param>
/// <param name="Lanes">Lanes in listing order, which need not be the order in which they are tried.</param>
/// <param name="LaneChoice">Lanes in the order in which they are tried; the first whose condition holds is the project's. The last has no condition.</param>
/// <param name="FlagRows">Rows in the order in which they are tried and in which reasons are listed.</param>
/// <param name="Measures">Measures in the order of the columns of <c>standings.csv</c>.</param>
public sealed record RuleSet(
    string Code,
    int DeadlineWorkingDays,
    int OverdueFromLevel,
    IReadOnlyList<Lane> Lanes,
    IReadOnlyList<LaneChoice> LaneChoice,
    IReadOnlyList<FlagRow> FlagRows,
    IReadOnlyList<Measure> Measures);

/// <summary>A lane 赛道.</summary>
/// <param name="Code">Code written to files, e.g. <c>build</c>.</param>
/// <param name="Title">Title by language tag (<c>zh-Hans</c>, <c>en</c>, …).</param>
public sealed record Lane(string Code, IReadOnlyDictionary<string, string> Title);

/// <summary>When a project belongs to a lane.</summary>
/// <param name="Lane">Index into <see cref="RuleSet.Lanes"/>.</param>
/// <param name="When">The condition; empty means always.</param>
public sealed record LaneChoice(int Lane, Condition? When);

/// <summary>One reason for a flag.</summary>
/// <param name="Flag">The flag it gives; for <see cref="Flag.Red"/> it is listed only when the flag is red.</param>
/// <param name="Code">Reason code, e.g. <c>BEHIND_30</c>.</param>
/// <param name="When">The condition.</param>
/// <param name="Title">Sentence for people by language tag.</param>
public sealed record FlagRow(Flag Flag, string Code, Condition When, IReadOnlyDictionary<string, string> Title);

/// <summary>One part of the score.</summary>
/// <param name="Code">Column name in <c>standings.csv</c>, e.g. <c>start_and_inclusion</c>.</param>
/// <param name="Weight">Weight, a positive integer.</param>
/// <param name="Cases">Tried in order; the first whose condition holds gives the points; if none does, the measure is undefined.</param>
/// <param name="Title">Title by language tag.</param>
public sealed record Measure(string Code, int Weight, IReadOnlyList<MeasureCase> Cases, IReadOnlyDictionary<string, string> Title);

/// <summary>One case of a measure.</summary>
/// <param name="When">The condition; empty means always.</param>
/// <param name="Points">How the points come about; empty means that the measure is undefined in this case.</param>
public sealed record MeasureCase(Condition? When, Curve? Points);

/// <summary>
/// A piecewise linear curve from a metric to points, level before its first and after its last corner;
/// a constant is a curve with one corner. Undefined where its metric is.
/// </summary>
/// <param name="Metric">The metric on the x axis; empty for a constant.</param>
/// <param name="Corners">Corners with strictly ascending x.</param>
public sealed record Curve(Metric? Metric, IReadOnlyList<Corner> Corners);

/// <summary>A corner of a curve.</summary>
/// <param name="X">Metric value in millionths.</param>
/// <param name="Y">Points in millionths.</param>
public readonly record struct Corner(long X, long Y);

/// <summary>A condition over the metrics of one project at the cut-off.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Holds if all parts hold.</summary>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>Holds if any part holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>Holds if the part does not.</summary>
    public sealed record Not(Condition Part) : Condition;

    /// <summary>Holds if the metric is defined and inside the bounds, which are in millionths; an absent bound does not bind.</summary>
    public sealed record Within(Metric Metric, Bound? Lower, Bound? Upper) : Condition;

    /// <summary>Holds if the metric is defined.</summary>
    public sealed record Defined(Metric Metric) : Condition;

    /// <summary>Holds if the state is true of the project.</summary>
    public sealed record Is(State State) : Condition;

    /// <summary>Holds if the project is of the class.</summary>
    public sealed record OfClass(ProjectClass Class) : Condition;

    /// <summary>Holds if the previous round's flag is known and is this one.</summary>
    public sealed record PreviousFlag(Flag Flag) : Condition;

    /// <summary>Holds if the previous round's reasons are known and contain the code.</summary>
    public sealed record PreviousReason(string Code) : Condition;

    /// <summary>
    /// Holds if the project is not exempt, some condition of the flag holds, and no condition of a worse flag holds other than
    /// those that themselves ask for <see cref="WouldBe"/>.
    /// </summary>
    public sealed record WouldBe(Flag Flag) : Condition;

    /// <summary>Holds if a finding of the kind is dated inside the round's months.</summary>
    public sealed record Found(string Kind) : Condition;
}

/// <summary>A bound of a range.</summary>
/// <param name="Value">Value in millionths of the metric's unit.</param>
/// <param name="Inclusive">Whether the value itself is inside.</param>
public readonly record struct Bound(long Value, bool Inclusive);

/// <summary>A number known of a project at the cut-off. Money is in 万元 when compared with a bound.</summary>
public enum Metric
{
    /// <summary>Annual plan <c>AP</c>, 万元.</summary>
    AnnualPlan,

    /// <summary>Total investment <c>TI</c>, 万元.</summary>
    TotalInvestment,

    /// <summary>Planned cumulative <c>PC</c>, 万元, an exact fraction.</summary>
    PlannedCumulative,

    /// <summary>Year to date <c>YTD</c>, 万元.</summary>
    YearToDate,

    /// <summary><c>D = (YTD − PC)/AP × 100</c>, percentage points; undefined if <c>AP = 0</c>.</summary>
    Deviation,

    /// <summary><c>CR = YTD/AP</c>; undefined if <c>AP = 0</c>.</summary>
    CompletionRate,

    /// <summary><c>YTD/PC</c>; undefined if <c>PC = 0</c>.</summary>
    ProgressRatio,

    /// <summary><c>OVR = (opening + YTD)/TI</c>; undefined if <c>TI = 0</c>.</summary>
    OverallRate,

    /// <summary><c>MS</c>, milestones achieved ÷ due; undefined if none is due.</summary>
    Milestones,

    /// <summary><c>SLIP</c>, days.</summary>
    Slip,

    /// <summary>Months the planned start is missed.</summary>
    StartMissed,

    /// <summary>Months between start and cut-off without inclusion.</summary>
    InclusionLag,

    /// <summary>Open issues past their due day, of the levels the rules count.</summary>
    Overdue,

    /// <summary>Days from the day of listing to the cut-off; undefined if the day of listing is unknown.</summary>
    DaysListed,

    /// <summary>Year of the planned completion less the season; undefined if there is none.</summary>
    YearsToPlannedCompletion,
}

/// <summary>Something that is or is not true of a project at the cut-off.</summary>
public enum State
{
    /// <summary>Started by the cut-off.</summary>
    Started,

    /// <summary>Included in the statistics by the cut-off.</summary>
    Included,

    /// <summary>Completed by the cut-off.</summary>
    Completed,

    /// <summary>Suspended at the cut-off.</summary>
    Suspended,

    /// <summary>Has a planned start.</summary>
    StartPlanned,

    /// <summary>Has a planned start on or before the cut-off.</summary>
    StartDue,

    /// <summary>There is a report for the round's last month.</summary>
    Reported,

    /// <summary>That report came by the deadline.</summary>
    OnTime,

    /// <summary>That report is verified.</summary>
    Verified,

    /// <summary><c>D</c> rose since the previous round.</summary>
    DeviationRose,

    /// <summary><c>SLIP</c> fell since the previous round.</summary>
    SlipFell,
}
