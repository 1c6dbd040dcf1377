using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Standings;

/// <summary>Conditions of the rules in plain words.</summary>
public static class ConditionWords
{
    /// <summary>The condition itself; the parts of a compound one follow below it.</summary>
    public static Phrase Of(ExplainedCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Kind switch
        {
            "all" => new("以下全部成立：", "all of these hold:"),
            "any" => new("以下至少一项成立：", "at least one of these holds:"),
            "not" => Not(condition.Parts![0]),
            "within" => Within(condition),
            "defined" => Join(MetricWords.Name(condition.Value!.Metric), "有数据", " is known"),
            "is" => MetricWords.Holds(condition.State!.Value),
            "class" => Around("项目类别为“", MetricWords.Class(condition.Class!.Value), "”", "its class is "),
            "previousFlag" => Around("上轮为“", FlagWords.Of(Numbers.Code(condition.Flag!.Value)), "”", "the round before it was: "),
            "previousReason" => new($"上轮原因含 {condition.Name}", $"the round before, {condition.Name} was a reason"),
            "wouldBe" => Around("仅按本轮情况应为“", FlagWords.Of(Numbers.Code(condition.Flag!.Value)), "”", "by this round alone it would be: "),
            _ when condition.Name == "falsification" => new("本轮两个月内核查发现弄虚作假", "falsification was found in the round's two months"),
            _ => new($"本轮核查发现 {condition.Name}", $"{condition.Name} was found in this round"),
        };
    }

    /// <summary>Parts that are still to be said below the sentence.</summary>
    public static IReadOnlyList<ExplainedCondition> Below(ExplainedCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Kind switch
        {
            "all" or "any" => condition.Parts ?? [],
            "not" when IsSpokenInOne(condition.Parts![0]) => [],
            "not" => condition.Parts!,
            _ => [],
        };
    }

    /// <summary>The value of the project that the sentence is about.</summary>
    public static ExplainedValue? Value(ExplainedCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Kind == "not" && IsSpokenInOne(condition.Parts![0]) ? condition.Parts[0].Value : condition.Value;
    }

    /// <summary>A condition of a rule set, without a project.</summary>
    public static ExplainedCondition Unread(Condition condition) => condition switch
    {
        Condition.All all => new("all", false, Parts: [.. all.Parts.Select(Unread)]),
        Condition.Any any => new("any", false, Parts: [.. any.Parts.Select(Unread)]),
        Condition.Not not => new("not", false, Parts: [Unread(not.Part)]),
        Condition.Within within => new("within", false, new(within.Metric, null, null), within.Lower, within.Upper),
        Condition.Defined defined => new("defined", false, new(defined.Metric, null, null)),
        Condition.Is state => new("is", false, State: state.State),
        Condition.OfClass one => new("class", false, Class: one.Class),
        Condition.PreviousFlag flag => new("previousFlag", false, Flag: flag.Flag),
        Condition.PreviousReason reason => new("previousReason", false, Name: reason.Code),
        Condition.WouldBe would => new("wouldBe", false, Flag: would.Flag),
        Condition.Found found => new("found", false, Name: found.Kind),
        _ => throw new ArgumentException($"{condition} has no words.", nameof(condition)),
    };

    /// <summary>The curve from a metric to points.</summary>
    public static Phrase Curve(Metric? metric, IReadOnlyList<Corner> corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        if (metric is null || corners.Count == 1)
        {
            return corners.Count == 0 ? WhyWords.NotCounted : new($"固定 {Numbers.Short(corners[0].Y)} 分", $"always {Numbers.Short(corners[0].Y)} points");
        }

        var name = MetricWords.Name(metric.Value);
        return new(
            $"按{name.Zh}折算：{string.Join("，", corners.Select(corner => $"{MetricWords.Amount(metric.Value, corner.X).Zh} 得 {Numbers.Short(corner.Y)} 分"))}，其间按直线",
            $"by {name.En}: {string.Join(", ", corners.Select(corner => $"{MetricWords.Amount(metric.Value, corner.X).En} gives {Numbers.Short(corner.Y)}"))}, straight in between");
    }

    private static bool IsSpokenInOne(ExplainedCondition part) => part.Kind is "is" or "defined" or "found" or "class" or "previousFlag";

    private static Phrase Not(ExplainedCondition part) => part.Kind switch
    {
        "is" => MetricWords.HoldsNot(part.State!.Value),
        "defined" => Join(MetricWords.Name(part.Value!.Metric), "没有数据（如没有到期节点）", " is not known (none is due)"),
        "found" or "class" or "previousFlag" => Join(Of(part), "——不是这样", " — is not so"),
        _ => new("以下不成立：", "this does not hold:"),
    };

    private static Phrase Within(ExplainedCondition condition)
    {
        var metric = condition.Value!.Metric;
        var name = MetricWords.Name(metric);
        if (condition.Lower is { Inclusive: true } low && condition.Upper is { Inclusive: true } high && low.Value == high.Value)
        {
            var amount = MetricWords.Amount(metric, low.Value);
            return new($"{name.Zh}为 {amount.Zh}", $"{name.En}: exactly {amount.En}");
        }

        var zh = new List<string>();
        var en = new List<string>();
        if (condition.Lower is { } lower)
        {
            var amount = MetricWords.Amount(metric, lower.Value);
            zh.Add((lower.Inclusive ? "不低于 " : "高于 ") + amount.Zh);
            en.Add((lower.Inclusive ? "at least " : "above ") + amount.En);
        }

        if (condition.Upper is { } upper)
        {
            var amount = MetricWords.Amount(metric, upper.Value);
            zh.Add((upper.Inclusive ? "不高于 " : "低于 ") + amount.Zh);
            en.Add((upper.Inclusive ? "at most " : "below ") + amount.En);
        }

        return new(name.Zh + string.Join("、", zh), $"{name.En}: {string.Join(" and ", en)}");
    }

    private static Phrase Join(Phrase phrase, string zh, string en) => new(phrase.Zh + zh, phrase.En + en);

    private static Phrase Around(string zhBefore, Phrase inner, string zhAfter, string enBefore) => new(zhBefore + inner.Zh + zhAfter, enBefore + inner.En.ToLowerInvariant());
}
