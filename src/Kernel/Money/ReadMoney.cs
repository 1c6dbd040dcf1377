using System.Globalization;
using System.Text;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Money;

/// <summary>Reads an amount of money as people write it, exactly.</summary>
public static class ReadMoney
{
    // Longest first where one ends with another.
    private static readonly (string Word, long Worth)[] Words =
    [
        ("十亿元", 1_000_000_000), ("百万元", 1_000_000), ("亿元", 100_000_000), ("億元", 100_000_000), ("万元", 10_000), ("萬元", 10_000), ("千元", 1_000), ("元", 1),
        ("亿", 100_000_000), ("億", 100_000_000), ("万", 10_000), ("萬", 10_000),
        ("billion", 1_000_000_000), ("bn", 1_000_000_000), ("million", 1_000_000), ("mn", 1_000_000), ("thousand", 1_000),
    ];

    private static readonly string[] Currencies = ["人民币", "人民幣", "CNY", "RMB", "¥", "yuan"];

    /// <param name="text">E.g. <c>6.18亿元</c>, <c>1,234.5</c>, <c>CNY 618 million</c>; full-width characters are read as the narrow ones.</param>
    /// <param name="unit">Unit where the text has none.</param>
    public static Outcome<Yuan> Run(string text, MoneyUnit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsUnicode(text))
        {
            return MoneyRefusals.NotMoney(text);
        }

        var rest = Without(text.Normalize(NormalizationForm.FormKC).Replace('−', '-').Trim(), Currencies);
        var worth = (long?)null;
        foreach (var (word, value) in Words)
        {
            if (rest.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                (rest, worth) = (rest[..^word.Length].TrimEnd(), value);
                break;
            }
        }

        rest = Without(rest, Currencies);
        return Number(rest, worth ?? Worth(unit)) ?? MoneyRefusals.NotMoney(text);
    }

    internal static long Worth(MoneyUnit unit) => unit switch
    {
        MoneyUnit.Yuan => 1,
        MoneyUnit.ThousandYuan => 1_000,
        MoneyUnit.TenThousandYuan => 10_000,
        MoneyUnit.MillionYuan => 1_000_000,
        MoneyUnit.HundredMillionYuan => 100_000_000,
        MoneyUnit.BillionYuan => 1_000_000_000,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    // Normalising throws on half a surrogate pair.
    private static bool IsUnicode(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    private static string Without(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                text = text[word.Length..].TrimStart();
            }

            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^word.Length].TrimEnd();
            }
        }

        return text;
    }

    // Null where the text is no number; a refusal where it is one and cannot be money.
    private static Outcome<Yuan>? Number(string text, long worth)
    {
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        if (Ungrouped(whole) is not { Length: > 0 } plain || (point >= 0 && fraction.Length == 0) || !fraction.All(char.IsAsciiDigit))
        {
            return null;
        }

        plain = plain.TrimStart('0');
        fraction = fraction.TrimEnd('0');
        if (plain.Length > 16)
        {
            return MoneyRefusals.Absurd;
        }

        var amount = Int128.Parse("0" + plain, CultureInfo.InvariantCulture) * worth;
        var unit = worth;
        foreach (var digit in fraction)
        {
            if (unit % 10 != 0)
            {
                return MoneyRefusals.FractionOfYuan;
            }

            unit /= 10;
            amount += (digit - '0') * unit;
        }

        return Yuan.Of(negative ? -amount : amount);
    }

    // Digits without their separators: groups of three after the first.
    private static string? Ungrouped(string text)
    {
        var groups = text.Split(',');
        var grouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
        return grouped && groups.All(group => group.All(char.IsAsciiDigit)) ? string.Concat(groups) : null;
    }
}
