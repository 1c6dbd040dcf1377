using System.Numerics;

namespace Saima.Engines.Scoring;

/// <summary>
/// Explains a result from a project's metrics and the rules alone. It follows the rules one condition at a time with fractions of any size, and is
/// held to agree with <see cref="RaceScoring.Settle"/> by a property test.
/// </summary>
public static class RaceExplanation
{
    /// <summary>Explains the lane, flag, reasons, points and score of one project.</summary>
    /// <param name="metrics">Its metrics at the cut-off.</param>
    /// <param name="rules">The rules it was settled by.</param>
    /// <returns>The explanation.</returns>
    public static Explanation Explain(ProjectMetrics metrics, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(rules);
        var reading = new Reading(metrics, rules);
        var lanes = Lanes(reading, rules);
        var (rows, flag, reasons) = Rows(reading, rules);
        var measures = rules.Measures.Select(measure => Measure(reading, measure)).ToList();

        long weights = 0;
        BigInteger sum = 0;
        foreach (var measure in measures.Where(measure => measure.Points is not null))
        {
            weights += measure.Weight;
            sum += (BigInteger)measure.Points!.Value * measure.Weight;
        }

        long? score = flag == Flag.Exempt || weights == 0 ? null : MetricScale.RoundedQuotient(sum, weights);
        if (score is not null)
        {
            measures = measures.ConvertAll(measure => measure with
            {
                Contribution = measure.Points is { } points ? MetricScale.RoundedQuotient((BigInteger)points * measure.Weight, weights) : null,
            });
        }

        return new Explanation(lanes[^1].Lane, flag, reasons, score, lanes, rows, measures, weights);
    }

    /// <summary>Every metric of a project.</summary>
    /// <param name="metrics">Its metrics at the cut-off.</param>
    /// <returns>The values in the order of <see cref="Metric"/>.</returns>
    public static IReadOnlyList<ExplainedValue> Values(ProjectMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return [.. Enum.GetValues<Metric>().Select(metric => ExactMetrics.Explain(metrics, metric))];
    }

    private static List<ExplainedLane> Lanes(Reading reading, RuleSet rules)
    {
        var tried = new List<ExplainedLane>();
        foreach (var choice in rules.LaneChoice)
        {
            var when = choice.When is null ? null : reading.Read(choice.When);
            tried.Add(new ExplainedLane(choice.Lane, rules.Lanes[choice.Lane].Code, when?.Holds ?? true, when));
            if (tried[^1].Holds)
                return tried;
        }

        throw new ArgumentException("The last choice of lane has no condition.", nameof(rules));
    }

    private static (List<ExplainedRow> Rows, Flag Flag, ulong Reasons) Rows(Reading reading, RuleSet rules)
    {
        var conditions = rules.FlagRows.Select(row => reading.Read(row.When)).ToList();
        var deciding = conditions.FindIndex(condition => condition.Holds);
        var flag = deciding < 0 ? Flag.None : rules.FlagRows[deciding].Flag;
        ulong reasons = 0;
        var rows = new List<ExplainedRow>();
        for (var r = 0; r < conditions.Count; r++)
        {
            var row = rules.FlagRows[r];
            var listed = conditions[r].Holds && (row.Flag != Flag.Red || flag == Flag.Red);
            reasons |= listed ? 1UL << r : 0;
            rows.Add(new ExplainedRow(row.Flag, row.Code, row.Title, conditions[r].Holds, listed, r == deciding, conditions[r]));
        }

        return (rows, flag, reasons);
    }

    private static ExplainedMeasure Measure(Reading reading, Measure measure)
    {
        var tried = new List<ExplainedCondition?>();
        foreach (var one in measure.Cases)
        {
            var when = one.When is null ? null : reading.Read(one.When);
            tried.Add(when);
            if (when is { Holds: false })
                continue;
            return new ExplainedMeasure(
                measure.Code, measure.Title, measure.Weight, one.Points is null ? null : ExactMetrics.Points(reading.Metrics, one.Points), null,
                tried.Count - 1, tried, one.Points?.Metric is { } metric ? ExactMetrics.Explain(reading.Metrics, metric) : null, one.Points?.Corners ?? []);
        }

        return new ExplainedMeasure(measure.Code, measure.Title, measure.Weight, null, null, null, tried, null, []);
    }

    private sealed class Reading(ProjectMetrics metrics, RuleSet rules)
    {
        public ProjectMetrics Metrics { get; } = metrics;

        public ExplainedCondition Read(Condition condition)
        {
            switch (condition)
            {
                case Condition.All all:
                    return Compound("all", all.Parts, parts => parts.All(part => part.Holds));
                case Condition.Any any:
                    return Compound("any", any.Parts, parts => parts.Any(part => part.Holds));
                case Condition.Not not:
                    return Compound("not", [not.Part], parts => !parts[0].Holds);
                case Condition.Within within:
                    return new ExplainedCondition(
                        "within", ExactMetrics.Inside(Metrics, within.Metric, within.Lower, within.Upper), ExactMetrics.Explain(Metrics, within.Metric), within.Lower, within.Upper);
                case Condition.Defined defined:
                    return new ExplainedCondition("defined", ExactMetrics.Inside(Metrics, defined.Metric, null, null), ExactMetrics.Explain(Metrics, defined.Metric));
                case Condition.Is state:
                    return new ExplainedCondition("is", Metrics.States.Contains(state.State), State: state.State);
                case Condition.OfClass one:
                    return new ExplainedCondition("class", Metrics.Class == one.Class, Class: one.Class);
                case Condition.PreviousFlag flag:
                    return new ExplainedCondition("previousFlag", Metrics.PreviousFlag == flag.Flag, Flag: flag.Flag);
                case Condition.PreviousReason reason:
                    return new ExplainedCondition("previousReason", Metrics.PreviousReasons.Contains(reason.Code, StringComparer.Ordinal), Name: reason.Code);
                case Condition.Found found:
                    return new ExplainedCondition("found", Metrics.Findings.Contains(found.Kind, StringComparer.Ordinal), Name: found.Kind);
                case Condition.WouldBe would:
                    return new ExplainedCondition("wouldBe", WouldBe(would.Flag), Flag: would.Flag);
                default:
                    throw new ArgumentException($"{condition.GetType().Name} is not a condition the engine knows.", nameof(condition));
            }
        }

        private ExplainedCondition Compound(string kind, IReadOnlyList<Condition> conditions, Func<List<ExplainedCondition>, bool> holds)
        {
            var parts = conditions.Select(Read).ToList();
            return new ExplainedCondition(kind, holds(parts), Parts: parts);
        }

        private bool WouldBe(Flag flag)
        {
            var holding = rules.FlagRows.Where(row => !AsksWouldBe(row.When) && Read(row.When).Holds).Select(row => row.Flag).ToList();
            // Flags ascend from the honour to the worst and end with the exemption.
            return holding.Contains(flag) && holding.TrueForAll(other => other <= flag);
        }

        private static bool AsksWouldBe(Condition condition) => condition switch
        {
            Condition.WouldBe => true,
            Condition.All all => all.Parts.Any(AsksWouldBe),
            Condition.Any any => any.Parts.Any(AsksWouldBe),
            Condition.Not not => AsksWouldBe(not.Part),
            _ => false,
        };
    }
}
