using System.Globalization;

namespace Saima.Kernel.Time;

/// <summary>A month of a year, e.g. <c>2023-04</c>.</summary>
/// <param name="Index"><c>12·year + month − 1</c>, as the engines count months.</param>
public readonly record struct Month(int Index) : IComparable<Month>
{
    public Month(int year, int month)
        : this(Checked(year, month))
    {
    }

    public int Year => Index / 12;

    public int Number => (Index % 12) + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    public static bool operator <(Month left, Month right) => left.Index < right.Index;

    public static bool operator >(Month left, Month right) => left.Index > right.Index;

    public static bool operator <=(Month left, Month right) => left.Index <= right.Index;

    public static bool operator >=(Month left, Month right) => left.Index >= right.Index;

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads <c>2023-04</c> and nothing else.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year == 0 || number is < 1 or > 12)
        {
            return false;
        }

        month = new(year, number);
        return true;
    }

    public Month Plus(int months) => new(Index + months);

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    private static int Checked(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return (12 * year) + month - 1;
    }
}
