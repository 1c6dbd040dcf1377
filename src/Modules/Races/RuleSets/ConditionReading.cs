using System.Text.Json;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Reads conditions as people write them: <c>{"metric":"deviation","atLeast":-30,"below":-10}</c>, <c>{"all":[…]}</c>, <c>{"is":"suspended"}</c> …</summary>
internal sealed class ConditionReading(RuleSetProblems problems)
{
    private static readonly string[] Words = ["all", "any", "class", "found", "is", "metric", "not", "previousFlag", "previousReason", "wouldBe"];

    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>Whether the condition read last asks what the flag would be.</summary>
    public bool AsksWouldBe { get; private set; }

    public Condition Read(LocatedJson node)
    {
        AsksWouldBe = false;
        // A faulty condition is reported; what stands in for it is never used.
        return Read(node, 0) ?? new Condition.All([]);
    }

    private Condition? Read(LocatedJson node, int depth)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            problems.WrongKind(node, "条件 {…}", "a condition {…}");
            return null;
        }

        if (depth > RuleLimits.Depth)
        {
            problems.Add(node, "RULES_TOO_DEEP", new($"条件嵌套超过 {RuleLimits.Depth} 层", $"Conditions are nested deeper than {RuleLimits.Depth}"), new("请拆平条件", "Flatten the condition"));
            return null;
        }

        var kinds = node.Names.Where(name => Words.Contains(name.Text)).ToArray();
        if (kinds.Length != 1)
        {
            var known = string.Join(", ", Words);
            problems.Add(kinds.Length == 0 ? node : kinds[1], "RULES_BAD_CONDITION", new("一个条件须有且只有一个关键词", "A condition has exactly one keyword"), new($"可用：{known}", $"One of: {known}"));
            return null;
        }

        var kind = kinds[0].Text;
        var fields = kind == "metric"
            ? new RuleFields(node, problems, ["metric"], "atLeast", "above", "atMost", "below", "equals", "defined")
            : new RuleFields(node, problems, [kind]);
        return kind switch
        {
            "all" => Parts(fields, kind, depth) is { } parts ? new Condition.All(parts) : null,
            "any" => Parts(fields, kind, depth) is { } parts ? new Condition.Any(parts) : null,
            "not" => Read(fields[kind]!, depth + 1) is { } part ? new Condition.Not(part) : null,
            "metric" => Comparison(node, fields),
            "is" => fields.Word(kind, RuleWords.States) is { } state ? new Condition.Is(state) : null,
            "class" => fields.Word(kind, RuleWords.Classes) is { } one ? new Condition.OfClass(one) : null,
            "previousFlag" => fields.Word(kind, RuleWords.Flags) is { } flag ? new Condition.PreviousFlag(flag) : null,
            "previousReason" => Name(fields, kind) is { } code ? new Condition.PreviousReason(code) : null,
            "found" => Name(fields, kind) is { } name ? new Condition.Found(name) : null,
            _ => WouldBe(fields),
        };
    }

    private List<Condition>? Parts(RuleFields fields, string kind, int depth)
    {
        // Every part is read, also after a faulty one: all problems come at once.
        var parts = fields.List(kind, 1, 100).Select(part => Read(part, depth + 1)).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : parts.ConvertAll(part => part!);
    }

    private string? Name(RuleFields fields, string kind)
    {
        var name = fields.Text(kind, 64);
        if (name is not null && named.Add(kind + name) && named.Count > RuleLimits.NamedFacts)
            problems.Add(fields[kind]!, "RULES_TOO_MANY_NAMES", new($"不同的核查种类与上轮原因合计最多 {RuleLimits.NamedFacts} 个", $"At most {RuleLimits.NamedFacts} different findings and previous reasons"), new("请减少", "Use fewer"));
        return name;
    }

    private Condition.WouldBe? WouldBe(RuleFields fields)
    {
        AsksWouldBe = true;
        if (fields.Word("wouldBe", RuleWords.Flags) is not { } flag)
            return null;
        if (flag is not (Flag.None or Flag.Exempt))
            return new Condition.WouldBe(flag);
        problems.Add(fields["wouldBe"]!, "RULES_BAD_WOULD_BE", new("wouldBe 只能问红旗、黄旗或蜗牛", "wouldBe asks for red, yellow or snail only"), new("请改为 red、yellow 或 snail", "Write red, yellow or snail"));
        return null;
    }

    private Condition? Comparison(LocatedJson node, RuleFields fields)
    {
        var metric = fields.Word("metric", RuleWords.Metrics);
        if (fields["defined"] is { } defined)
        {
            if (defined.Kind is not (JsonValueKind.True or JsonValueKind.False))
                problems.WrongKind(defined, " true 或 false", "true or false");
            if (node.Names.Count > 2)
                problems.Add(defined, "RULES_BAD_CONDITION", new("defined 不能与界限同用", "defined does not go with bounds"), new("请分成两个条件", "Make two conditions of it"));
            if (metric is not { } known)
                return null;
            return defined.Kind == JsonValueKind.True ? new Condition.Defined(known) : new Condition.Not(new Condition.Defined(known));
        }

        var equals = fields["equals"] is not null;
        var (lower, upper) = (Bound(fields, "atLeast", "above"), Bound(fields, "atMost", "below"));
        if (equals)
        {
            if (lower is not null || upper is not null)
                problems.Add(node, "RULES_BAD_CONDITION", new("equals 不能与其他界限同用", "equals does not go with other bounds"), new("只写 equals", "Keep equals alone"));
            lower = upper = fields.Number("equals") is { } value ? new Bound(value, true) : null;
        }

        var bounds = new[] { "atLeast", "above", "atMost", "below", "equals" }.Count(name => fields[name] is not null);
        if (bounds == 0)
            problems.Add(node, "RULES_BAD_CONDITION", new("缺少界限", "A bound is missing"), new("请写 atLeast、above、atMost、below、equals 或 defined", "Write atLeast, above, atMost, below, equals or defined"));
        if (lower is { } low && upper is { } high && (low.Value > high.Value || (low.Value == high.Value && !(low.Inclusive && high.Inclusive))))
            problems.Add(node, "RULES_EMPTY_RANGE", new("没有数能同时满足两个界限", "No number satisfies both bounds"), new("请检查上下限", "Check the bounds"));
        return metric is { } compared ? new Condition.Within(compared, lower, upper) : null;
    }

    private Bound? Bound(RuleFields fields, string inclusive, string exclusive)
    {
        if (fields[inclusive] is not null && fields[exclusive] is { } second)
            problems.Add(second, "RULES_BAD_CONDITION", new($"{inclusive} 与 {exclusive} 只能写一个", $"Only one of {inclusive} and {exclusive} may be given"), new("请删去一个", "Remove one of them"));
        if (fields[inclusive] is not null)
            return fields.Number(inclusive) is { } value ? new Bound(value, true) : null;
        return fields.Number(exclusive) is { } open ? new Bound(open, false) : null;
    }
}
