using System.Numerics;

namespace Saima.Engines.Scoring;

/// <summary>
/// How a metric's stored integers become the millionths that rules speak of: <c>millionths = numerator · scale / denominator</c>.
/// </summary>
internal static class MetricScale
{
    /// <summary>Number of metrics.</summary>
    public const int Metrics = (int)Metric.YearsToPlannedCompletion + 1;

    /// <summary>100 for percentage points times a million.</summary>
    public const long DeviationScale = 100_000_000;

    /// <summary>Whether the metric is a quotient of two quantities of the project; the others have a constant denominator.</summary>
    public static bool IsQuotient(Metric metric) =>
        metric is Metric.Deviation or Metric.CompletionRate or Metric.ProgressRatio or Metric.OverallRate or Metric.Milestones;

    /// <summary>The scale: 元 in 万元 and millionths is 100.</summary>
    public static long Scale(Metric metric) => metric switch
    {
        Metric.AnnualPlan or Metric.TotalInvestment or Metric.PlannedCumulative or Metric.YearToDate => 100,
        Metric.Deviation => DeviationScale,
        _ => 1_000_000,
    };

    /// <summary>The denominator of a metric that is no quotient: <c>PC</c> is stored in twelfths.</summary>
    public static long Denominator(Metric metric) => metric == Metric.PlannedCumulative ? 12 : 1;

    /// <summary>Sign of <c>numerator·scale/denominator − bound</c>, exact.</summary>
    public static int Compare(Metric metric, long numerator, long denominator, long bound) =>
        ((Int128)numerator * Scale(metric)).CompareTo((Int128)bound * denominator);

    /// <summary>Rounds half away from zero; what does not fit 64 bits becomes ±<see cref="long.MaxValue"/>.</summary>
    public static long RoundedQuotient(Int128 numerator, Int128 denominator)
    {
        var size = ((2 * Int128.Abs(numerator)) + denominator) / (2 * denominator);
        var held = (long)Int128.Min(size, long.MaxValue);
        return numerator < 0 ? -held : held;
    }

    /// <summary>Rounds half away from zero.</summary>
    public static long RoundedQuotient(BigInteger numerator, BigInteger denominator)
    {
        var size = ((2 * BigInteger.Abs(numerator)) + denominator) / (2 * denominator);
        return (long)(numerator.Sign < 0 ? -size : size);
    }
}
