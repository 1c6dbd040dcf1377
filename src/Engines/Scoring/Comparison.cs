using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Saima.Engines.Scoring;

/// <summary>Compares a block's column with bounds, four projects at a time.</summary>
internal static class Comparison
{
    // A quotient as a double differs from the exact one by less than 2^-50 of its size.
    private const double Doubt = 1.0 / (1L << 48);

    /// <summary>Whether any of the bits is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AnyBit(ulong[] words, ulong bits, Span<ulong> mask)
    {
        var wanted = Vector256.Create(bits);
        for (var w = 0; w < Mask.Words; w++)
        {
            ulong word = 0;
            for (var k = 0; k < 64; k += 4)
            {
                var missing = Vector256.Equals(Vector256.Create(words, (64 * w) + k) & wanted, Vector256<ulong>.Zero);
                word |= (ulong)missing.ExtractMostSignificantBits() << k;
            }

            mask[w] = ~word;
        }
    }

    /// <summary>Whether a whole number lies between two, both inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Between(long[] values, long low, long high, Span<ulong> mask)
    {
        Vector256<long> lows = Vector256.Create(low), highs = Vector256.Create(high);
        for (var w = 0; w < Mask.Words; w++)
        {
            ulong word = 0;
            for (var k = 0; k < 64; k += 4)
            {
                var value = Vector256.Create(values, (64 * w) + k);
                var outside = Vector256.LessThan(value, lows) | Vector256.GreaterThan(value, highs);
                word |= (ulong)outside.ExtractMostSignificantBits() << k;
            }

            mask[w] = ~word;
        }
    }

    /// <summary>Whether a quotient is defined and inside its bounds: by its double where that is beyond doubt, else exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Between(Block block, Metric metric, Bound? lower, Bound? upper, Span<ulong> mask)
    {
        var (surelyAbove, perhapsAbove) = Around(lower, double.NegativeInfinity, 1);
        var (surelyBelow, perhapsBelow) = Around(upper, double.PositiveInfinity, -1);
        Vector256<double> sureLow = Vector256.Create(surelyAbove), doubtLow = Vector256.Create(perhapsAbove);
        Vector256<double> sureHigh = Vector256.Create(surelyBelow), doubtHigh = Vector256.Create(perhapsBelow);
        var values = block.Value[(int)metric];
        for (var w = 0; w < Mask.Words; w++)
        {
            ulong inside = 0, doubtful = 0;
            for (var k = 0; k < 64; k += 4)
            {
                var value = Vector256.Create(values, (64 * w) + k);
                // "Undefined" is no number and compares false with everything.
                var sure = Vector256.GreaterThan(value, sureLow) & Vector256.LessThan(value, sureHigh);
                var perhaps = Vector256.GreaterThanOrEqual(value, doubtLow) & Vector256.LessThanOrEqual(value, doubtHigh);
                inside |= (ulong)sure.ExtractMostSignificantBits() << k;
                doubtful |= (ulong)perhaps.ExtractMostSignificantBits() << k;
            }

            doubtful &= ~inside;
            while (doubtful != 0)
            {
                var k = System.Numerics.BitOperations.TrailingZeroCount(doubtful);
                doubtful &= doubtful - 1;
                if (Exactly(block, metric, (64 * w) + k, lower, upper))
                    inside |= 1UL << k;
            }

            mask[w] = inside;
        }
    }

    private static (double Sure, double Perhaps) Around(Bound? bound, double none, int direction)
    {
        if (bound is not { } given)
            return (none, none);
        var margin = direction * Doubt * Math.Abs((double)given.Value);
        return (given.Value + margin, given.Value - margin);
    }

    private static bool Exactly(Block block, Metric metric, int at, Bound? lower, Bound? upper)
    {
        long numerator = block.Numerator[(int)metric][at], denominator = block.Denominator[(int)metric][at];
        if (lower is { } low)
        {
            var sign = MetricScale.Compare(metric, numerator, denominator, low.Value);
            if (sign < 0 || (sign == 0 && !low.Inclusive))
                return false;
        }

        if (upper is { } high)
        {
            var sign = MetricScale.Compare(metric, numerator, denominator, high.Value);
            return sign < 0 || (sign == 0 && high.Inclusive);
        }

        return true;
    }
}
