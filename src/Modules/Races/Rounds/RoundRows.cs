using System.Text.Json;
using System.Text.Json.Serialization;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Rounds;

/// <summary>The texts behind the indexes of <see cref="RoundFacts"/>, as far as the board shows them.</summary>
/// <param name="ProjectIds">Id of each project.</param>
/// <param name="ProjectNames">Name of each project.</param>
/// <param name="UnitCodes">Code of each unit.</param>
/// <param name="UnitNames">Name of each unit.</param>
public sealed record RoundTexts(
    IReadOnlyList<string> ProjectIds, IReadOnlyList<string> ProjectNames, IReadOnlyList<string> UnitCodes, IReadOnlyList<string> UnitNames);

/// <summary>A settlement as rows of the database.</summary>
public static class RoundRows
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<StandingRow> Standings(
        long roundId, Settlement settlement, RoundFacts facts, RoundTexts texts, RuleSet rules, RoundFrame frame, PreviousRound? previous)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(rules);
        for (var position = 0; position < settlement.Listing.Length; position++)
        {
            var at = settlement.Listing[position];
            var project = settlement.Project[at];
            yield return new()
            {
                RoundId = roundId,
                Position = position + 1,
                Rank = settlement.Rank[at] is > 0 and var rank ? rank : null,
                Lane = rules.Lanes[settlement.Lane[at]].Code,
                Project = texts.ProjectIds[project],
                Name = texts.ProjectNames[project],
                Unit = texts.UnitCodes[facts.Unit[project]],
                Flag = settlement.Flag[at],
                Reasons = string.Join('|', rules.FlagRows.Where((_, row) => (settlement.Reasons[at] & (1UL << row)) != 0).Select(row => row.Code)),
                Score = Defined(settlement.Score[at]),
                AnnualPlan = facts.AnnualPlan[project],
                PlannedCumulative = HalfUp(settlement.PlannedCumulativeTwelfths[at], 12),
                YearToDate = settlement.YearToDate[at],
                Deviation = Defined(settlement.Deviation[at]),
                Points = JsonSerializer.Serialize(settlement.Points.Select(points => Defined(points[at]))),
                Metrics = JsonSerializer.Serialize(RaceScoring.Metrics(facts, frame, rules, previous, project), Json),
            };
        }
    }

    public static IEnumerable<UnitRow> Units(long roundId, Settlement settlement, RoundFacts facts, RoundTexts texts)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(texts);
        return settlement.Units.Select((unit, position) => new UnitRow
        {
            RoundId = roundId,
            Position = position + 1,
            Rank = unit.Rank is > 0 ? unit.Rank : null,
            Class = facts.UnitClasses[unit.Unit],
            Unit = texts.UnitCodes[unit.Unit],
            Name = texts.UnitNames[unit.Unit],
            Score = Defined(unit.Score),
            Projects = unit.Projects,
            Red = unit.Red,
            Yellow = unit.Yellow,
            Snail = unit.Snail,
            Exempt = unit.Exempt,
            None = unit.None,
        });
    }

    /// <summary>The metrics of a stored row.</summary>
    public static ProjectMetrics Metrics(StandingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize<ProjectMetrics>(row.Metrics, Json)!;
    }

    /// <summary>The points of a stored row in the order of the rule set's measures, millionths.</summary>
    public static IReadOnlyList<long?> Points(StandingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize<long?[]>(row.Points)!;
    }

    private static long? Defined(long value) => value == Settlement.Undefined ? null : value;

    private static long HalfUp(long value, long divisor) => (value + (divisor / 2)) / divisor;
}
