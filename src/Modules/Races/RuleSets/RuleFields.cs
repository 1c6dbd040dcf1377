using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Takes the members of one object of a rule-set file and reports what is missing, unknown or of the wrong kind.</summary>
internal sealed partial class RuleFields
{
    private static readonly BigInteger LargestNumber = BigInteger.Pow(10, 18);

    private readonly LocatedJson? node;
    private readonly RuleSetProblems problems;

    public RuleFields(LocatedJson node, RuleSetProblems problems, string[] required, params string[] optional)
    {
        this.problems = problems;
        if (node.Kind != JsonValueKind.Object)
        {
            problems.WrongKind(node, "对象 {…}", "an object {…}");
            return;
        }

        this.node = node;
        foreach (var name in node.Names)
        {
            if (!required.Contains(name.Text) && !optional.Contains(name.Text))
            {
                var known = string.Join(", ", required.Concat(optional));
                problems.Add(name, "RULES_UNKNOWN_NAME", new("不认识的名称", "This name is not known here"), new($"可用：{known}", $"Known here: {known}"));
            }
        }

        foreach (var name in required)
        {
            if (!node.Members.ContainsKey(name))
                problems.Add(node, "RULES_MISSING", new($"缺少 {name}", $"{name} is missing"), new($"请补上 {name}", $"Add {name}"));
        }
    }

    public LocatedJson? this[string name] => node?.Members.GetValueOrDefault(name);

    public string Code(string name, Regex pattern, Dictionary<string, LocatedJson>? taken = null)
    {
        if (Text(name) is not { } text || this[name] is not { } at)
            return "";
        if (!pattern.IsMatch(text))
            problems.Add(at, "RULES_BAD_CODE", new("代码格式不对", "The code is malformed"), new($"代码须符合 {pattern}", $"A code matches {pattern}"));
        else if (taken is not null && !taken.TryAdd(text, at))
            problems.Add(at, "RULES_DUPLICATE_CODE", new($"代码与第 {taken[text].Line} 行重复", $"The code is already used on line {taken[text].Line}"), new("请换一个代码", "Choose another code"));
        return text;
    }

    public string? Text(string name, int longest = 200)
    {
        if (this[name] is not { } at)
            return null;
        if (at.Kind != JsonValueKind.String)
        {
            problems.WrongKind(at, "文字", "a text");
            return null;
        }

        // Lone halves of surrogate pairs were refused when the file was read.
        var length = at.Text.EnumerateRunes().Count();
        if (length == 0 || length > longest || at.Text.Any(char.IsControl))
        {
            problems.Add(at, "RULES_BAD_TEXT", new($"文字应为 1 到 {longest} 个字符，不含控制字符", $"A text has 1 to {longest} characters and no control characters"), new("请修改这段文字", "Change the text"));
            return null;
        }

        return at.Text;
    }

    public SortedDictionary<string, string> Titles(string name)
    {
        var titles = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (this[name] is not { } at)
            return titles;
        var languages = at.Kind == JsonValueKind.Object ? at.Names.Select(n => n.Text).Where(n => Language().IsMatch(n)).ToArray() : [];
        var fields = new RuleFields(at, problems, ["zh-Hans", "en"], languages);
        foreach (var language in languages.Union(["zh-Hans", "en"]))
        {
            if (fields.Text(language, 500) is { } text)
                titles[language] = text;
        }

        return titles;
    }

    public int Whole(string name, int least, int most)
    {
        if (this[name] is not { } at)
            return least;
        if (at.Kind != JsonValueKind.Number)
        {
            problems.WrongKind(at, "整数", "a whole number");
        }
        else if (Millionths(at) is { } value)
        {
            if (value % 1_000_000 == 0 && value >= least * 1_000_000L && value <= most * 1_000_000L)
                return (int)(value / 1_000_000);
            problems.Add(at, "RULES_OUT_OF_RANGE", new($"应为 {least} 到 {most} 的整数", $"A whole number from {least} to {most} is expected"), new("请改正数值", "Correct the number"));
        }

        return least;
    }

    public DateOnly? Day(string name)
    {
        if (this[name] is not { } at || at.Kind == JsonValueKind.Null)
            return null;
        if (at.Kind != JsonValueKind.String)
            problems.WrongKind(at, "日期（如 2023-01-31）", "a date such as 2023-01-31");
        else if (DateOnly.TryParseExact(at.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        else
            problems.Add(at, "RULES_BAD_DATE", new("日期无效", "This is not a date"), new("请写成 2023-01-31 的形式", "Write it as 2023-01-31"));
        return null;
    }

    /// <summary>One of the known words.</summary>
    public T? Word<T>(string name, FrozenDictionary<string, T> words)
        where T : struct
    {
        if (this[name] is not { } at)
            return null;
        if (at.Kind == JsonValueKind.String && words.TryGetValue(at.Text, out var value))
            return value;
        var known = string.Join(", ", words.Keys.Order(StringComparer.Ordinal));
        problems.Add(at, "RULES_UNKNOWN_WORD", new($"{name} 不认识这个词", $"This word is not known for {name}"), new($"可用：{known}", $"Known: {known}"));
        return null;
    }

    public IReadOnlyList<LocatedJson> List(string name, int least, int most)
    {
        if (this[name] is not { } at)
            return [];
        if (at.Kind != JsonValueKind.Array)
            problems.WrongKind(at, "列表 […]", "a list […]");
        else if (at.Items.Count < least || at.Items.Count > most)
            problems.Add(at, "RULES_BAD_COUNT", new($"应有 {least} 到 {most} 项，现有 {at.Items.Count} 项", $"{least} to {most} entries are expected, there are {at.Items.Count}"), new("请增减条目", "Add or remove entries"));
        else
            return at.Items;
        return [];
    }

    public long? Number(string name) => this[name] is { } at ? Millionths(at) : null;

    /// <summary>A JSON number as millionths, exact; more than six decimals or 10^12 in size are refused.</summary>
    public long? Millionths(LocatedJson at)
    {
        if (at.Kind != JsonValueKind.Number)
        {
            problems.WrongKind(at, "数字", "a number");
            return null;
        }

        var parts = NumberParts().Match(at.Text);
        var digits = (parts.Groups["whole"].Value + parts.Groups["part"].Value).TrimStart('0');
        if (digits.Length == 0)
            return 0;
        // Trailing zeros move into the exponent, so that 1.50000000 has one decimal.
        var significant = digits.TrimEnd('0');
        if (significant.Length <= 19 && int.TryParse(parts.Groups["power"].Success ? parts.Groups["power"].Value : "0", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power))
        {
            var shift = (long)power - parts.Groups["part"].Length + (digits.Length - significant.Length) + 6;
            if (shift is >= 0 and <= 40)
            {
                var size = BigInteger.Parse(significant, CultureInfo.InvariantCulture) * BigInteger.Pow(10, (int)shift);
                if (size <= LargestNumber)
                    return parts.Groups["minus"].Success ? -(long)size : (long)size;
            }
        }

        problems.Add(at, "RULES_BAD_NUMBER", new("数字最多 6 位小数，绝对值不超过一万亿", "A number has at most six decimals and is at most 10^12 in size"), new("请四舍五入到 6 位小数", "Round it to six decimals"));
        return null;
    }

    [GeneratedRegex(@"^(?<minus>-)?(?<whole>\d+)(?:\.(?<part>\d+))?(?:[eE](?<power>[+-]?\d+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberParts();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
