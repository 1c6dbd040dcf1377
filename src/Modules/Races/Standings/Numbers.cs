using System.Globalization;
using System.Text.Json;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Standings;

/// <summary>Numbers as people read them; what is undefined is a dash.</summary>
public static class Numbers
{
    public const string Undefined = Written.Undefined;

    /// <summary>Millionths with two decimals, half up.</summary>
    public static string Points(long? millionths) => millionths is { } value ? Rounded(value / 1_000_000m, 2) : Undefined;

    /// <summary>Millionths as short as they are.</summary>
    public static string Short(long millionths) => (millionths / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Millionths with two decimals and a sign.</summary>
    public static string Signed(long? millionths) => millionths is { } value ? WithSign(Rounded(value / 1_000_000m, 2)) : Undefined;

    /// <summary>元, exact, in <see cref="Written.AmountUnit"/>.</summary>
    public static string Amount(long yuan) => Written.Amount(yuan);

    /// <summary>元 as sums of a district are spoken of, with two decimals.</summary>
    public static Phrase Large(long yuan) => new($"{Rounded(yuan / 100_000_000m, 2)} 亿元", $"{Rounded(yuan / 1_000_000_000m, 2)} bn yuan");

    /// <summary>A share in percent with one decimal.</summary>
    public static string Percent(long part, long whole) => whole == 0 ? Undefined : Rounded(part * 100m / whole, 1) + "%";

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count in a table where most are zero.</summary>
    public static string CountOrDash(long number) => number == 0 ? Undefined : Count(number);

    /// <summary>As in addresses.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => Written.Day(day);

    public static Phrase LongDay(DateOnly day) => Written.LongDay(day);

    /// <summary>The code of a flag in files and addresses.</summary>
    public static string Code(Flag flag) => flag switch
    {
        Flag.Red => "red",
        Flag.Yellow => "yellow",
        Flag.Snail => "snail",
        Flag.Exempt => "exempt",
        _ => "none",
    };

    /// <summary>Points by measure of a listed row, millionths.</summary>
    public static IReadOnlyList<long?> Measures(string json) => JsonSerializer.Deserialize<long?[]>(json) ?? [];

    private static string WithSign(string number) => number.Trim('0', '.').Length == 0 ? number : number.StartsWith('-') ? "−" + number[1..] : "+" + number;

    private static string Rounded(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
