using System.Runtime.CompilerServices;
using Saima.Engines.Scoring;

namespace Saima.Projects.Packages;

/// <summary>Reads the texts of cells, straight from their bytes; each says false where the text is not one of its kind.</summary>
internal static class Cells
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;
    private static readonly int[] DaysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    /// <summary>万元 with at most four decimals, as whole 元.</summary>
    public static bool Money(ReadOnlySpan<byte> text, out long yuan)
    {
        yuan = 0;
        var at = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var negative = at == 1;
        var digits = 0;
        while (at < text.Length && (uint)(text[at] - '0') <= 9)
        {
            // Thirteen digits of 万元 are past the largest amount already; further ones only keep it there.
            yuan = digits < 14 ? (yuan * 10) + (text[at] - '0') : long.MaxValue / 20000;
            digits += yuan == 0 ? 0 : 1;
            at++;
        }

        if (at == (negative ? 1 : 0))
        {
            return false;
        }

        yuan *= 10_000;
        if (at < text.Length)
        {
            var decimals = text.Length - at - 1;
            if (text[at] != (byte)'.' || decimals is < 1 or > 4)
            {
                return false;
            }

            var unit = 1_000;
            for (at++; at < text.Length; at++, unit /= 10)
            {
                if ((uint)(text[at] - '0') > 9)
                {
                    return false;
                }

                yuan += (text[at] - '0') * unit;
            }
        }

        yuan = negative ? -yuan : yuan;
        return true;
    }

    public static bool IsAbsurd(long yuan) => yuan is > RoundFacts.LargestAmount or < -RoundFacts.LargestAmount;

    /// <summary><c>2023-04-30</c> as a day number.</summary>
    public static bool Date(ReadOnlySpan<byte> text, out int day)
    {
        day = RoundFacts.NoDate;
        if (text.Length != 10 || !YearAndMonth(text, out var year, out var month) || text[7] != (byte)'-')
        {
            return false;
        }

        var tens = (uint)(text[8] - '0');
        var ones = (uint)(text[9] - '0');
        var dayOfMonth = (int)((tens * 10) + ones);
        if (tens > 9 || ones > 9 || dayOfMonth < 1)
        {
            return false;
        }

        var leap = DateTime.IsLeapYear(year);
        if (dayOfMonth > 28 && dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var before = year - 1;
        day = (before * 365) + (before / 4) - (before / 100) + (before / 400) + DaysBeforeMonth[month - 1] + (leap && month > 2 ? 1 : 0) + dayOfMonth - 1;
        return true;
    }

    /// <summary><c>2023-04</c> as <c>12·year + month − 1</c>.</summary>
    public static bool Month(ReadOnlySpan<byte> text, out int index)
    {
        index = 0;
        if (text.Length != 7 || !YearAndMonth(text, out var year, out var month))
        {
            return false;
        }

        index = (12 * year) + month - 1;
        return true;
    }

    public static bool YesNo(ReadOnlySpan<byte> text, out int yes)
    {
        yes = text.SequenceEqual("true"u8) || text.SequenceEqual("是"u8) ? 1 : 0;
        return yes == 1 || text.SequenceEqual("false"u8) || text.SequenceEqual("否"u8);
    }

    /// <summary>The first seven bytes, all digits tested at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool YearAndMonth(ReadOnlySpan<byte> text, out int year, out int month)
    {
        var (a, b, c, d) = ((uint)(text[0] - '0'), (uint)(text[1] - '0'), (uint)(text[2] - '0'), (uint)(text[3] - '0'));
        var (e, f) = ((uint)(text[5] - '0'), (uint)(text[6] - '0'));
        year = (int)((a * 1000) + (b * 100) + (c * 10) + d);
        month = (int)((e * 10) + f);
        return Math.Max(Math.Max(Math.Max(a, b), Math.Max(c, d)), Math.Max(e, f)) <= 9
            && text[4] == (byte)'-' && year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12;
    }
}
