using System.Globalization;
using Saima.Kernel.Chinese;

namespace Saima.Kernel.Money;

/// <summary>Writes amounts for people (rounded half up, away from zero below zero) and for files (exact).</summary>
public static class FormatMoney
{
    /// <summary>E.g. <c>6.18亿元</c> and <c>CNY 618.0 million</c>, in the words of the culture: English for <c>en</c>, traditional for <c>zh-Hant</c>, else simplified Chinese.</summary>
    public static string Run(Yuan amount, MoneyUnit unit, int decimals, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var number = Rounded(amount.Amount, ReadMoney.Worth(unit), decimals);
        return culture.TwoLetterISOLanguageName == "en" ? English(number, unit)
            : number + Chinese(unit, TraditionalChinese.IsFor(culture));
    }

    /// <summary>In 万元 without trailing zeros.</summary>
    public static string Exact(long yuan)
    {
        var size = UInt128.CreateChecked(Int128.Abs(yuan));
        var (whole, rest) = UInt128.DivRem(size, 10_000);
        var sign = yuan < 0 ? "-" : "";
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest:D4}").TrimEnd('0');
    }

    /// <summary><paramref name="amount"/> ÷ <paramref name="worth"/> with a fixed number of decimals and groups of three; what rounds to zero has no sign.</summary>
    internal static string Rounded(long amount, long worth, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 9);
        Int128 scale = 1;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        var twice = (2 * Int128.Abs(amount) * scale) + worth;
        var parts = twice / (2 * (Int128)worth);
        var (whole, rest) = Int128.DivRem(parts, scale);
        var sign = amount < 0 && parts != 0 ? "-" : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{(long)whole:N0}");
        return decimals == 0 ? text : text + "." + ((long)rest).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
    }

    private static string Chinese(MoneyUnit unit, bool traditional) => unit switch
    {
        MoneyUnit.Yuan => "元",
        MoneyUnit.ThousandYuan => "千元",
        MoneyUnit.TenThousandYuan => traditional ? "萬元" : "万元",
        MoneyUnit.MillionYuan => traditional ? "百萬元" : "百万元",
        MoneyUnit.HundredMillionYuan => traditional ? "億元" : "亿元",
        _ => traditional ? "十億元" : "十亿元",
    };

    private static string English(string number, MoneyUnit unit) => unit switch
    {
        MoneyUnit.Yuan => $"CNY {number}",
        MoneyUnit.ThousandYuan => $"CNY {number} thousand",
        MoneyUnit.TenThousandYuan => $"CNY {number} × 10,000",
        MoneyUnit.MillionYuan => $"CNY {number} million",
        MoneyUnit.HundredMillionYuan => $"CNY {number} × 100 million",
        _ => $"CNY {number} billion",
    };
}
