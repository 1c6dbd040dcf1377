namespace Saima.Engines.Scoring;

/// <summary>Why a project has its lane, flag and score: every condition and number behind the result.</summary>
/// <param name="Lane">Index into <see cref="RuleSet.Lanes"/>.</param>
/// <param name="Flag">The flag.</param>
/// <param name="Reasons">Bit <c>i</c> says that row <c>i</c> is listed, as in <see cref="Settlement.Reasons"/>.</param>
/// <param name="Score">Score in millionths; empty for exempt projects and without any defined measure.</param>
/// <param name="LaneChoices">The lanes in the order they were tried, up to the one that was taken.</param>
/// <param name="Rows">Every flag row.</param>
/// <param name="Measures">Every measure.</param>
/// <param name="Weights">Sum of the weights of the defined measures.</param>
public sealed record Explanation(
    int Lane,
    Flag Flag,
    ulong Reasons,
    long? Score,
    IReadOnlyList<ExplainedLane> LaneChoices,
    IReadOnlyList<ExplainedRow> Rows,
    IReadOnlyList<ExplainedMeasure> Measures,
    long Weights);

/// <summary>A lane that was tried.</summary>
/// <param name="Lane">Index into <see cref="RuleSet.Lanes"/>.</param>
/// <param name="Code">Its code.</param>
/// <param name="Holds">Whether its condition holds; only the last of the list does.</param>
/// <param name="When">The condition; empty means always.</param>
public sealed record ExplainedLane(int Lane, string Code, bool Holds, ExplainedCondition? When);

/// <summary>A flag row and whether it holds.</summary>
/// <param name="Flag">The flag it gives.</param>
/// <param name="Code">Reason code.</param>
/// <param name="Title">Sentence by language tag.</param>
/// <param name="Holds">Whether the condition holds.</param>
/// <param name="Listed">Whether it is listed as a reason.</param>
/// <param name="Decides">Whether it is the first that holds and so gives the flag.</param>
/// <param name="When">The condition.</param>
public sealed record ExplainedRow(
    Flag Flag, string Code, IReadOnlyDictionary<string, string> Title, bool Holds, bool Listed, bool Decides, ExplainedCondition When);

/// <summary>A measure and how its points came about.</summary>
/// <param name="Code">Column code.</param>
/// <param name="Title">Title by language tag.</param>
/// <param name="Weight">Weight.</param>
/// <param name="Points">Points in millionths; empty where undefined.</param>
/// <param name="Contribution">What it adds to the score in millionths, rounded on its own; empty where it adds nothing or there is no score.</param>
/// <param name="Case">The case taken, counted from 0; empty if none holds.</param>
/// <param name="Cases">The conditions of the cases tried; an entry is empty where the case has no condition.</param>
/// <param name="Value">The metric on the curve, if the points come from one.</param>
/// <param name="Corners">The corners of the curve; a constant has one, undefined none.</param>
public sealed record ExplainedMeasure(
    string Code,
    IReadOnlyDictionary<string, string> Title,
    int Weight,
    long? Points,
    long? Contribution,
    int? Case,
    IReadOnlyList<ExplainedCondition?> Cases,
    ExplainedValue? Value,
    IReadOnlyList<Corner> Corners);

/// <summary>A condition and whether it holds.</summary>
/// <param name="Kind">What it asks: <c>all</c>, <c>any</c>, <c>not</c>, <c>within</c>, <c>defined</c>, <c>is</c>, <c>class</c>, <c>previousFlag</c>, <c>previousReason</c>, <c>wouldBe</c> or <c>found</c>.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Value">The metric compared, with its value.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="State">The state asked for.</param>
/// <param name="Class">The class asked for.</param>
/// <param name="Flag">The flag asked for.</param>
/// <param name="Name">The reason code or kind of finding asked for.</param>
/// <param name="Parts">Parts of a compound condition.</param>
public sealed record ExplainedCondition(
    string Kind,
    bool Holds,
    ExplainedValue? Value = null,
    Bound? Lower = null,
    Bound? Upper = null,
    State? State = null,
    ProjectClass? Class = null,
    Flag? Flag = null,
    string? Name = null,
    IReadOnlyList<ExplainedCondition>? Parts = null);

/// <summary>The value of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Text">Its value in the unit of the rules, rounded half away from zero to at most six decimals; empty if undefined.</param>
/// <param name="Exact">The exact value: the same as the text, or a reduced fraction; empty if undefined.</param>
public sealed record ExplainedValue(Metric Metric, string? Text, string? Exact);
