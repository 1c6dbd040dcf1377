using System.Globalization;
using System.Numerics;

namespace Saima.Engines.Scoring;

/// <summary>The metrics of one project as exact fractions of any size.</summary>
internal static class ExactMetrics
{
    /// <summary>The metric in millionths as a fraction, or nothing where it is undefined.</summary>
    public static (BigInteger Numerator, BigInteger Denominator)? Millionths(ProjectMetrics metrics, Metric metric)
    {
        BigInteger ytd = metrics.YearToDate;
        (BigInteger Numerator, BigInteger Denominator)? stored = metric switch
        {
            Metric.AnnualPlan => (metrics.AnnualPlan, 1),
            Metric.TotalInvestment => (metrics.TotalInvestment, 1),
            Metric.PlannedCumulative => (metrics.PlannedCumulativeTwelfths, 12),
            Metric.YearToDate => (ytd, 1),
            Metric.Deviation => ((12 * ytd) - metrics.PlannedCumulativeTwelfths, 12 * (BigInteger)metrics.AnnualPlan),
            Metric.CompletionRate => (ytd, metrics.AnnualPlan),
            Metric.ProgressRatio => (12 * ytd, metrics.PlannedCumulativeTwelfths),
            Metric.OverallRate => (metrics.OpeningCumulative + ytd, metrics.TotalInvestment),
            Metric.Milestones => (metrics.MilestonesAchieved, metrics.MilestonesDue),
            Metric.Slip => (metrics.Slip, 1),
            Metric.StartMissed => (metrics.StartMissed, 1),
            Metric.InclusionLag => (metrics.InclusionLag, 1),
            Metric.Overdue => (metrics.Overdue, 1),
            Metric.DaysListed => metrics.DaysListed is { } days ? (days, 1) : null,
            Metric.YearsToPlannedCompletion => metrics.YearsToPlannedCompletion is { } years ? (years, 1) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is not known."),
        };
        if (stored is not { } value || value.Denominator.IsZero)
            return null;
        return (value.Numerator * MetricScale.Scale(metric), value.Denominator);
    }

    /// <summary>The value for people.</summary>
    public static ExplainedValue Explain(ProjectMetrics metrics, Metric metric)
    {
        if (Millionths(metrics, metric) is not { } value)
            return new ExplainedValue(metric, null, null);
        BigInteger million = 1_000_000;
        var size = ((2 * BigInteger.Abs(value.Numerator)) + value.Denominator) / (2 * value.Denominator);
        var whole = BigInteger.DivRem(size, million, out var rest);
        var text = whole.ToString(CultureInfo.InvariantCulture);
        if (!rest.IsZero)
            text += "." + rest.ToString("D6", CultureInfo.InvariantCulture).TrimEnd('0');
        if (value.Numerator.Sign < 0 && !size.IsZero)
            text = "-" + text;
        if ((size * value.Denominator) == BigInteger.Abs(value.Numerator))
            return new ExplainedValue(metric, text, text);
        var under = value.Denominator * million;
        var common = BigInteger.GreatestCommonDivisor(value.Numerator, under);
        return new ExplainedValue(metric, text, string.Create(CultureInfo.InvariantCulture, $"{value.Numerator / common}/{under / common}"));
    }

    /// <summary>Whether the metric is defined and inside the bounds.</summary>
    public static bool Inside(ProjectMetrics metrics, Metric metric, Bound? lower, Bound? upper)
    {
        if (Millionths(metrics, metric) is not { } value)
            return false;
        return (lower is not { } low || value.Numerator.CompareTo(low.Value * value.Denominator) >= (low.Inclusive ? 0 : 1))
            && (upper is not { } high || value.Numerator.CompareTo(high.Value * value.Denominator) <= (high.Inclusive ? 0 : -1));
    }

    /// <summary>The points of a curve in millionths, half away from zero, or nothing where its metric is undefined.</summary>
    public static long? Points(ProjectMetrics metrics, Curve curve)
    {
        var corners = curve.Corners;
        if (curve.Metric is not { } metric)
            return corners[0].Y;
        if (Millionths(metrics, metric) is not { } value)
            return null;
        var (numerator, denominator) = value;
        if (numerator <= corners[0].X * denominator)
            return corners[0].Y;
        for (var k = 1; k < corners.Count; k++)
        {
            if (numerator > corners[k].X * denominator)
                continue;
            BigInteger run = (BigInteger)corners[k].X - corners[k - 1].X, rise = corners[k].Y - corners[k - 1].Y;
            return MetricScale.RoundedQuotient(
                (corners[k - 1].Y * run * denominator) + ((numerator - (corners[k - 1].X * denominator)) * rise), run * denominator);
        }

        return corners[^1].Y;
    }
}
