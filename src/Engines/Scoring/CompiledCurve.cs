using System.Numerics;
using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>A curve prepared for many projects: doubles decide wherever their error cannot matter, exact fractions elsewhere.</summary>
internal sealed class CompiledCurve
{
    // Relative error of a metric as a double is below 2^-50; sixteen times that covers the few operations on it.
    private const double RelativeError = 1.0 / (1L << 46);

    private readonly Corner[] corners;
    private readonly double[] slope;
    private readonly double tolerance;

    public CompiledCurve(Curve curve)
    {
        Metric = curve.Metric;
        corners = [.. curve.Corners];
        if (corners.Length == 0 || (Metric is null && corners.Length != 1))
            throw new ArgumentException("A curve has corners; a constant has exactly one.", nameof(curve));
        slope = new double[corners.Length];
        for (var k = 0; k < corners.Length; k++)
        {
            if (corners[k].Y is < 0 or > RuleLimits.LargestPoints)
                throw new ArgumentException("Points lie between 0 and 1,000,000.", nameof(curve));
            if (k == 0)
                continue;
            if (corners[k].X <= corners[k - 1].X)
                throw new ArgumentException("The corners of a curve ascend.", nameof(curve));
            slope[k] = ((double)corners[k].Y - corners[k - 1].Y) / ((double)corners[k].X - corners[k - 1].X);
            tolerance = Math.Max(tolerance, RelativeError * ((Math.Abs(slope[k]) * (Math.Abs((double)corners[k].X) + Math.Abs((double)corners[k - 1].X)))
                + corners[k].Y + corners[k - 1].Y));
        }
    }

    public Metric? Metric { get; }

    /// <summary>The points of a constant.</summary>
    public long Constant => corners[0].Y;

    /// <summary>The largest points it gives.</summary>
    public long Largest => corners.Max(corner => corner.Y);

    /// <summary>Points in millionths, rounded half up from the exact fraction.</summary>
    /// <param name="value">The metric in millionths as a double.</param>
    /// <param name="numerator">Exact numerator of the metric.</param>
    /// <param name="denominator">Its denominator, &gt; 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Points(double value, long numerator, long denominator)
    {
        if (corners.Length == 1)
            return corners[0].Y;
        if (tolerance > 0.125)
            return Exact(numerator, denominator);
        if (value <= corners[0].X)
            return corners[0].Y;
        if (value >= corners[^1].X)
            return corners[^1].Y;
        var k = 1;
        while (value > corners[k].X)
            k++;
        var points = corners[k - 1].Y + ((value - corners[k - 1].X) * slope[k]) + 0.5;
        var whole = Math.Floor(points);
        var part = points - whole;
        return part > tolerance && part < 1 - tolerance ? (long)whole : Exact(numerator, denominator);
    }

    private long Exact(long numerator, long denominator)
    {
        var metric = Metric.GetValueOrDefault();
        if (MetricScale.Compare(metric, numerator, denominator, corners[0].X) <= 0)
            return corners[0].Y;
        for (var k = 1; k < corners.Length; k++)
        {
            if (MetricScale.Compare(metric, numerator, denominator, corners[k].X) > 0)
                continue;
            BigInteger run = (BigInteger)corners[k].X - corners[k - 1].X, rise = corners[k].Y - corners[k - 1].Y;
            var beyond = ((BigInteger)numerator * MetricScale.Scale(metric)) - ((BigInteger)corners[k - 1].X * denominator);
            var under = run * denominator;
            return MetricScale.RoundedQuotient((corners[k - 1].Y * under) + (beyond * rise), under);
        }

        return corners[^1].Y;
    }
}
