using Saima.Kernel.Refusals;

namespace Saima.Kernel.Geography;

public enum DivisionLevel
{
    Province,
    Prefecture,
    County,
}

/// <summary>行政区划代码 (GB/T 2260), six digits, e.g. <c>330604</c> 上虞区.</summary>
public readonly record struct DivisionCode : IComparable<DivisionCode>
{
    private const int Length = 6;

    public DivisionCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsCode(text))
        {
            throw new ArgumentException("A division code has six digits.", nameof(text));
        }

        Text = text;
    }

    /// <summary>上虞区, since 2013.</summary>
    public static DivisionCode Shangyu { get; } = new("330604");

    /// <summary>上虞市, until 2013.</summary>
    public static DivisionCode ShangyuCity { get; } = new("330682");

    public string Text { get; }

    public DivisionLevel Level => Text.EndsWith("0000", StringComparison.Ordinal) ? DivisionLevel.Province
        : Text.EndsWith("00", StringComparison.Ordinal) ? DivisionLevel.Prefecture
        : DivisionLevel.County;

    public DivisionCode Province => new(Text[..2] + "0000");

    public DivisionCode Prefecture => Level == DivisionLevel.Province ? this : new(Text[..4] + "00");

    /// <summary>The code it has today.</summary>
    public DivisionCode Current => this == ShangyuCity ? Shangyu : this;

    public static bool operator <(DivisionCode left, DivisionCode right) => left.CompareTo(right) < 0;

    public static bool operator >(DivisionCode left, DivisionCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(DivisionCode left, DivisionCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DivisionCode left, DivisionCode right) => left.CompareTo(right) >= 0;

    public static Outcome<DivisionCode> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsCode(text.Trim())
            ? new DivisionCode(text.Trim())
            : new Refusal(
                "DIVISION_CODE_FORM",
                new($"“{text}”不是行政区划代码。", $"“{text}” is not a division code."),
                new("行政区划代码为 6 位数字，例如 330604。", "It has six digits, e.g. 330604."));
    }

    /// <summary>Whether it is the other or lies in it.</summary>
    public bool IsWithin(DivisionCode other) => other.Level switch
    {
        DivisionLevel.Province => Province == other,
        DivisionLevel.Prefecture => Prefecture == other,
        _ => this == other,
    };

    public int CompareTo(DivisionCode other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    private static bool IsCode(string text) => text.Length == Length && text.All(char.IsAsciiDigit);
}
