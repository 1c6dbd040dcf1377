using System.Text;

namespace Saima.Kernel.Personal;

/// <summary>A person's name as it may be shown in public (公示): part of it hidden, so that who is meant recognises themselves and nobody is found by it.</summary>
public static class MaskedName
{
    private const char Hidden = '*';

    private static readonly HashSet<string> LongSurnames = new(StringComparer.Ordinal)
    {
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "司空", "夏侯", "轩辕", "端木", "百里", "呼延", "南宫",
        "东郭", "西门", "钟离", "闻人", "澹台", "公冶", "太叔", "申屠", "公羊", "赫连", "鲜于", "淳于", "单于", "万俟", "濮阳", "宗政", "仲孙", "拓跋", "独孤", "第五",
    };

    /// <summary>张明 → 张*，张小明 → 张*明，欧阳明 → 欧阳*，欧阳小明 → 欧阳*明，阿卜杜拉·买买提 → 阿***·买**; letters other than Chinese keep the first of each word.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var masked = new StringBuilder(name.Length);
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            if (at == name.Length || IsBetween(name[at]))
            {
                parts.Add(name[start..at]);
                start = at + 1;
            }
        }

        var several = parts.Count(part => part.Length > 0) > 1;
        for (var part = 0; part < parts.Count; part++)
        {
            masked.Append(part == 0 ? "" : name[parts.Take(part).Sum(one => one.Length + 1) - 1]).Append(several || IsForeign(parts[part]) ? First(parts[part]) : Chinese(parts[part]));
        }

        return masked.ToString();
    }

    // A rare character may be two of a string's.
    private static string Chinese(string name)
    {
        var runes = name.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var surname = runes.Count > 2 && LongSurnames.Contains(runes[0] + runes[1]) ? 2 : 1;
        return runes.Count <= 1 ? new string(Hidden, runes.Count)
            : runes.Count == surname + 1 ? string.Concat(runes.Take(surname)) + Hidden
            : string.Concat(runes.Take(surname)) + new string(Hidden, runes.Count - surname - 1) + runes[^1];
    }

    private static string First(string part)
    {
        var runes = part.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return runes.Count == 0 ? "" : runes[0] + new string(Hidden, Math.Max(1, runes.Count - 1));
    }

    private static bool IsForeign(string part) => part.Any(letter => letter < '⺀' && !char.IsWhiteSpace(letter));

    private static bool IsBetween(char letter) => letter is '·' or '•' or '‧' or '・' or '．' || char.IsWhiteSpace(letter);
}
