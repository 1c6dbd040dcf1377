using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Saima.Projects.Imports;

/// <summary>
/// A column heading as people write it, reduced to what identifies it: width, case, spaces, accents, traditional characters, punctuation,
/// and a unit in brackets make no difference.
/// </summary>
public static partial class HeaderText
{
    private const string Traditional = "項總資計劃實際開竣類別單責領導聯繫聯絡屬鎮鄉街進度節點問題級號碼稱間時備註註規模內設質萬億業產庫納統累動狀態數額預備續達報審核驗證測試屆銀區縣園臺台賬帳檔網絡專員個處長場體圖階段";
    private const string Simplified = "项总资计划实际开竣类别单责领导联系联络属镇乡街进度节点问题级号码称间时备注注规模内设质万亿业产库纳统累动状态数额预备续达报审核验证测试届银区县园台台账账档网络专员个处长场体图阶段";

    private static readonly Dictionary<char, char> ToSimplified = Traditional.Zip(Simplified).DistinctBy(pair => pair.First)
        .ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The heading without its unit, in the form headings are compared in.</summary>
    public static string Key(string? heading)
    {
        if (string.IsNullOrWhiteSpace(heading))
        {
            return "";
        }

        var wide = UnitInBrackets().Replace(heading.Normalize(NormalizationForm.FormKC), "");
        var key = new StringBuilder(wide.Length);
        foreach (var mark in wide.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(mark) || mark == '%')
            {
                key.Append(ToSimplified.TryGetValue(mark, out var simple) ? simple : char.ToLowerInvariant(mark));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(mark) == UnicodeCategory.OtherSymbol)
            {
                key.Append(mark);
            }
        }

        return key.ToString();
    }

    /// <summary>The money unit that stands in the heading, e.g. 万元 in 总投资（万元）; null if it names none.</summary>
    public static string? Unit(string? heading)
    {
        if (string.IsNullOrWhiteSpace(heading))
        {
            return null;
        }

        var plain = heading.Normalize(NormalizationForm.FormKC);
        if (EnglishMoneyWord().Match(plain) is { Success: true } english)
        {
            return english.Groups[1].Value.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal) switch { "" => "元", "MILLION" => "百万元", "100MILLION" => "亿元", _ => "万元" };
        }

        var found = MoneyWord().Match(plain);
        return !found.Success ? null : found.Groups[1].Value.Replace('萬', '万').Replace('億', '亿') switch
        {
            "万" => "万元",
            "亿" => "亿元",
            "千" => "千元",
            "" => "元",
            var other => other,
        };
    }

    /// <summary>Spaces and line breaks made single: for a heading that is shown or kept in a mapping file.</summary>
    public static string Tidy(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return Spaces().Replace(heading, " ").Trim();
    }

    [GeneratedRegex(@"[(\[{【（〔](?:[^()\[\]{}【】（）〔〕]*(?:元|yuan|万|億|亿|萬|usd|cop|pesos?|us\$|\$|亩|㎡|m2)[^()\[\]{}【】（）〔〕]*|%|\d+|\(?\d+\)?\s*/\s*\(?\d+\)?|单位[^)\]]*)[)\]}】）〕]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitInBrackets();

    [GeneratedRegex(@"(?:[(\[【,、:/_\s]|单位)\s*(?:人民币)?(万|萬|亿|億|千|)元\s*(?:[)\]】]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex MoneyWord();

    [GeneratedRegex(@"[(\[【]\s*(10[, ]?000|100 million|million|)\s*yuan\s*[)\]】]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishMoneyWord();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
