using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Saima.Projects.Packages;

/// <summary>
/// Reads the common forms of cells sixteen bytes at once. Saying no means only "not of the common form": <see cref="Cells"/> decides.
/// Up to <see cref="FieldIndex.Margin"/> bytes around the cell may be looked at.
/// </summary>
internal static class PlainCells
{
    private const int LongestMoney = 13;
    private const int EarliestYear = 1900;
    private const int Months = 12 * 300;
    private static readonly int[] FirstDays = [.. Enumerable.Range(0, Months + 1).Select(month => new DateOnly(EarliestYear, 1, 1).AddMonths(month).DayNumber)];

    // Sixteen bytes from n on keep the last n bytes.
    private static ReadOnlySpan<byte> KeepLast =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    ];

    // By number of decimals: closes the gap of the point.
    private static ReadOnlySpan<byte> WithoutPoint =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15,
        128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15,
        128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15,
        128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15,
    ];

    private static ReadOnlySpan<int> Scale => [10_000, 1_000, 100, 10, 1];

    /// <summary>万元 without a sign, as whole 元.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Money(ref byte origin, int start, int end, out long yuan)
    {
        yuan = 0;
        var length = end - start;
        if (!Sse41.IsSupported || (uint)(length - 1) >= LongestMoney)
        {
            return false;
        }

        var keep = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(KeepLast), (nuint)length);
        var text = Vector128.LoadUnsafe(ref origin, (nuint)end - 16) & keep;
        var digits = (text - Vector128.Create((byte)'0')) & keep;
        var points = Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits();
        var decimals = 0;
        if (points != 0)
        {
            decimals = System.Numerics.BitOperations.LeadingZeroCount(points) - 16;
            // Behind the point one to four digits, before it at least one.
            if ((uint)(decimals - 1) >= 4 || length < decimals + 2)
            {
                return false;
            }

            digits = Ssse3.Shuffle(digits, Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(WithoutPoint), (nuint)decimals * 16));
        }

        if (Vector128.GreaterThanAny(digits, Vector128.Create((byte)9)))
        {
            return false;
        }

        var pairs = Ssse3.MultiplyAddAdjacent(digits, Vector128.Create((sbyte)10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1));
        var fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create((short)100, 1, 100, 1, 100, 1, 100, 1));
        var eights = Sse2.MultiplyAddAdjacent(Sse41.PackUnsignedSaturate(fours, fours).AsInt16(), Vector128.Create((short)10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1));
        var both = eights.AsUInt64().ToScalar();
        yuan = (((long)(uint)both * 100_000_000) + (long)(both >> 32)) * Unsafe.Add(ref MemoryMarshal.GetReference(Scale), decimals);
        return true;
    }

    /// <summary><c>2023-04-30</c> as a day number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Date(ref byte origin, int start, int end, int[] firstDays, out int day)
    {
        day = 0;
        if (end - start != 10 || !YearAndMonth(ref origin, start, 0x3FF, 0x090, out var month, out var dayOfMonth))
        {
            return false;
        }

        day = firstDays[month] + dayOfMonth - 1;
        return dayOfMonth > 0 & day < firstDays[month + 1];
    }

    /// <summary><c>2023-04</c> as <c>12·year + month − 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Month(ref byte origin, int start, int end, out int index)
    {
        var plain = end - start == 7 & YearAndMonth(ref origin, start, 0x07F, 0x010, out index, out _);
        index += 12 * EarliestYear;
        return plain;
    }

    /// <summary>The first day of every month a date can have, and of the one behind.</summary>
    public static int[] FirstDaysOfMonths => FirstDays;

    /// <summary>Whether two texts of the same length are the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(ref byte origin, int one, int other, int length)
    {
        ref var a = ref Unsafe.Add(ref origin, one);
        ref var b = ref Unsafe.Add(ref origin, other);
        if (length is >= 8 and <= 16)
        {
            return ((Unsafe.ReadUnaligned<ulong>(ref a) ^ Unsafe.ReadUnaligned<ulong>(ref b))
                | (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref a, length - 8)) ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref b, length - 8)))) == 0;
        }

        return MemoryMarshal.CreateReadOnlySpan(ref a, length).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref b, length));
    }

    /// <summary>Digits and dashes in their places; the month is counted from January of the earliest year.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool YearAndMonth(ref byte origin, int start, uint places, uint dashes, out int month, out int day)
    {
        (month, day) = (0, 0);
        if (!Ssse3.IsSupported)
        {
            return false;
        }

        var text = Vector128.LoadUnsafe(ref origin, (nuint)start);
        var digits = text - Vector128.Create((byte)'0');
        var others = Vector128.GreaterThan(digits, Vector128.Create((byte)9)).ExtractMostSignificantBits();
        var between = Vector128.Equals(text, Vector128.Create((byte)'-')).ExtractMostSignificantBits();
        if ((((others ^ dashes) | (between ^ dashes)) & places) != 0)
        {
            return false;
        }

        var packed = Ssse3.Shuffle(digits, Vector128.Create((byte)0, 1, 2, 3, 5, 6, 8, 9, 128, 128, 128, 128, 128, 128, 128, 128));
        var pairs = Ssse3.MultiplyAddAdjacent(packed, Vector128.Create((sbyte)10, 1, 10, 1, 10, 1, 10, 1, 0, 0, 0, 0, 0, 0, 0, 0)).AsUInt64().ToScalar();
        var year = ((int)(pairs & 0xFFFF) * 100) + (int)((pairs >> 16) & 0xFFFF);
        var ofYear = (int)((pairs >> 32) & 0xFFFF) - 1;
        month = (12 * (year - EarliestYear)) + ofYear;
        day = (int)(pairs >> 48);
        return (uint)ofYear < 12 & (uint)month < Months;
    }
}
