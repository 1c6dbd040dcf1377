using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Standings;

/// <summary>Titles that a rule set brings itself, in the language of the reader where it has it.</summary>
public static class RuleWording
{
    public static Phrase Of(IReadOnlyDictionary<string, string> title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var zh = title.GetValueOrDefault("zh-Hans") ?? title.Values.FirstOrDefault() ?? "";
        return new(zh, title.GetValueOrDefault("en") ?? zh);
    }

    public static string Lane(RuleSet rules, string code)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Lanes.FirstOrDefault(lane => lane.Code == code) is { } lane ? Of(lane.Title).In(CultureInfo.CurrentUICulture) : code;
    }

    /// <summary>The sentences of reason codes as a stored row has them.</summary>
    public static string Reasons(RuleSet rules, string codes)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(codes);
        var sentences = codes.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code =>
            rules.FlagRows.FirstOrDefault(row => row.Code == code) is { } row ? Of(row.Title).In(CultureInfo.CurrentUICulture) : code);
        return string.Join(new Phrase("；", "; ").In(CultureInfo.CurrentUICulture), sentences);
    }
}
