using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Modules.Races.Standings;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Circulars;

/// <summary>Figures as an official document writes them: in Chinese, whatever the language of who asks.</summary>
internal static class PaperText
{
    public const string None = "—";

    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>元 in 亿元 with two decimals.</summary>
    public static string Large(long yuan) => Numbers.Large(yuan).Zh.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>元 in whole 万元.</summary>
    public static string Wan(long yuan) => Math.Round(yuan / 10_000m, 0, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);

    public static string Percent(long part, long whole) => Numbers.Percent(part, whole);

    public static string Points(long? millionths) => Numbers.Points(millionths);

    public static string Signed(long? millionths) => Numbers.Signed(millionths);

    public static string Count(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? None;

    public static string FlagName(Flag flag) => FlagWords.Of(Numbers.Code(flag)).Zh;

    public static string Lane(RuleSet rules, string code) => rules.Lanes.FirstOrDefault(lane => lane.Code == code) is { } lane ? RuleWording.Of(lane.Title).Zh : code;

    public static string Reasons(RuleSet rules, string codes)
    {
        var sentences = codes.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => rules.FlagRows.FirstOrDefault(row => row.Code == code) is { } row ? RuleWording.Of(row.Title).Zh : code);
        return string.Join('；', sentences);
    }

    /// <summary>一 to 九十九, for headings.</summary>
    public static string Ordinal(int number)
    {
        const string Digits = "零一二三四五六七八九";
        return number < 10 ? $"{Digits[number]}" : $"{(number < 20 ? "" : $"{Digits[number / 10]}")}十{(number % 10 == 0 ? "" : $"{Digits[number % 10]}")}";
    }
}
