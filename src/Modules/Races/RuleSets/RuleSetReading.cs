using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Reads the members of a rule-set document, going on after every fault so that all are reported at once.</summary>
internal sealed partial class RuleSetReading(RuleSetProblems problems)
{
    public const string Format = "saima-rule-set/1";

    private static readonly string[] Required =
        ["format", "code", "version", "title", "issuer", "documentNo", "effectiveFrom", "deadlineWorkingDays", "overdueFromLevel", "lanes", "laneChoice", "flagRows", "measures"];

    private static readonly FrozenSet<string> OtherColumns = new[]
    {
        "rank", "lane", "project", "name", "unit", "flag", "reasons", "score", "ap", "pc", "ytd", "d", "ms", "slip", "start_missed", "inclusion_lag", "overdue", "on_time", "verified",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Levels =
        new Dictionary<string, int> { ["L1"] = 1, ["L2"] = 2, ["L3"] = 3, ["L4"] = 4 }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ConditionReading conditions = new(problems);

    public RuleSetDocument Read(LocatedJson root)
    {
        var fields = new RuleFields(root, problems, Required, "$schema", "effectiveTo", "supersedes");
        if (fields["format"] is { } format && (format.Kind != JsonValueKind.String || format.Text != Format))
            problems.Add(format, "RULES_UNKNOWN_FORMAT", new("不认识的格式", "The format is not known"), new($"应为 {Format}", $"Write {Format}"));
        fields.Text("$schema");
        var code = fields.Code("code", RuleSetCode());
        var from = fields.Day("effectiveFrom");
        var to = fields.Day("effectiveTo");
        if (fields["effectiveFrom"] is { Kind: JsonValueKind.Null } unknown)
            problems.WrongKind(unknown, "日期（如 2023-01-31）", "a date such as 2023-01-31");
        if (to < from)
            problems.Add(fields["effectiveTo"]!, "RULES_BAD_DATE", new("失效日期早于生效日期", "It ends before it begins"), new("请改正日期", "Correct the dates"));
        var lanes = ReadLanes(fields);
        var rules = new RuleSet(
            code, fields.Whole("deadlineWorkingDays", 0, 60), fields.Word("overdueFromLevel", Levels) ?? 1,
            lanes, ReadLaneChoice(fields, lanes), ReadFlagRows(fields), ReadMeasures(fields));
        return new RuleSetDocument(
            rules, fields.Whole("version", 1, 1_000_000), fields.Titles("title"), fields.Text("issuer") ?? "", fields.Text("documentNo") ?? "",
            from ?? default, to, ReadSupersedes(fields));
    }

    private SupersededRuleSet? ReadSupersedes(RuleFields fields)
    {
        if (fields["supersedes"] is not { } at || at.Kind == JsonValueKind.Null)
            return null;
        var old = new RuleFields(at, problems, ["code", "version"]);
        return new SupersededRuleSet(old.Code("code", RuleSetCode()), old.Whole("version", 1, 1_000_000));
    }

    private List<Lane> ReadLanes(RuleFields fields)
    {
        var taken = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        return [.. fields.List("lanes", 1, RuleLimits.Lanes).Select(node =>
        {
            var lane = new RuleFields(node, problems, ["code", "title"]);
            return new Lane(lane.Code("code", ColumnCode(), taken), lane.Titles("title"));
        })];
    }

    private List<LaneChoice> ReadLaneChoice(RuleFields fields, List<Lane> lanes)
    {
        var nodes = fields.List("laneChoice", 1, RuleLimits.Lanes);
        var choices = new List<LaneChoice>();
        foreach (var node in nodes)
        {
            var choice = new RuleFields(node, problems, ["lane"], "when");
            var lane = choice.Text("lane") is { } code ? lanes.FindIndex(one => one.Code == code) : 0;
            if (lane < 0)
                problems.Add(choice["lane"]!, "RULES_UNKNOWN_LANE", new("lanes 中没有这个赛道", "This lane is not among the lanes"), new("请先在 lanes 中列出", "List it under lanes first"));
            var last = ReferenceEquals(node, nodes[^1]);
            if (last && choice["when"] is { } condition)
                problems.Add(condition, "RULES_LAST_LANE", new("最后一个赛道不得有条件", "The last choice of lane has no condition"), new("请删去 when，使每个项目都有赛道", "Remove its when, so that every project has a lane"));
            if (!last && node.Kind == JsonValueKind.Object && choice["when"] is null)
                problems.Add(node, "RULES_UNREACHABLE_LANE", new("没有条件的赛道之后，其余赛道永远轮不到", "Nothing after a choice without a condition is ever reached"), new("请写 when 或移到最后", "Give it a when or move it to the end"));
            choices.Add(new LaneChoice(Math.Max(lane, 0), choice["when"] is { } when ? conditions.Read(when) : null));
        }

        return choices;
    }

    private List<FlagRow> ReadFlagRows(RuleFields fields)
    {
        var taken = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        return [.. fields.List("flagRows", 1, RuleLimits.FlagRows).Select(node =>
        {
            var row = new RuleFields(node, problems, ["flag", "code", "when", "sentence"]);
            var flag = row.Word("flag", RuleWords.Flags) ?? Flag.Yellow;
            if (flag == Flag.None)
                problems.Add(row["flag"]!, "RULES_FLAG_NONE", new("none 是没有任何条件成立时的结果，不能作为一行", "none is what is left when no row holds; it is no row"), new("请删去这一行", "Remove the row"));
            var when = row["when"] is { } condition ? conditions.Read(condition) : new Condition.All([]);
            if (flag == Flag.Exempt && row["when"] is { } circular && conditions.AsksWouldBe)
                problems.Add(circular, "RULES_BAD_WOULD_BE", new("免评条件不能用 wouldBe", "An exemption cannot ask wouldBe"), new("请改用其他条件", "Use another condition"));
            return new FlagRow(flag, row.Code("code", ReasonCode(), taken), when, row.Titles("sentence"));
        })];
    }

    private List<Measure> ReadMeasures(RuleFields fields)
    {
        var taken = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
        return [.. fields.List("measures", 1, RuleLimits.Measures).Select(node =>
        {
            var measure = new RuleFields(node, problems, ["code", "title", "weight", "cases"]);
            var code = measure.Code("code", ColumnCode(), taken);
            if (OtherColumns.Contains(code))
                problems.Add(measure["code"]!, "RULES_DUPLICATE_CODE", new("standings.csv 中已有同名的列", "standings.csv has a column of this name"), new("请换一个代码", "Choose another code"));
            return new Measure(code, measure.Whole("weight", 1, RuleLimits.Weight), [.. measure.List("cases", 1, 50).Select(ReadCase)], measure.Titles("title"));
        })];
    }

    private MeasureCase ReadCase(LocatedJson node)
    {
        var one = new RuleFields(node, problems, ["points"], "when");
        var when = one["when"] is { } condition ? conditions.Read(condition) : null;
        if (one["points"] is not { } points || points.Kind == JsonValueKind.Null)
            return new MeasureCase(when, null);
        if (points.Kind == JsonValueKind.Number)
            return new MeasureCase(when, new Curve(null, [new Corner(0, Points(one, points))]));
        if (points.Kind == JsonValueKind.Object)
            return new MeasureCase(when, ReadCurve(points));
        problems.WrongKind(points, "数字、曲线或 null", "a number, a curve or null");
        return new MeasureCase(when, null);
    }

    private Curve ReadCurve(LocatedJson node)
    {
        var curve = new RuleFields(node, problems, ["metric", "corners"]);
        var corners = new List<Corner>();
        foreach (var at in curve.List("corners", 1, 100))
        {
            if (at.Kind != JsonValueKind.Array || at.Items.Count != 2)
            {
                problems.WrongKind(at, "一对数 [值, 分]", "a pair [value, points]");
                continue;
            }

            var corner = new Corner(curve.Millionths(at.Items[0]) ?? long.MaxValue, Points(curve, at.Items[1]));
            if (corners.Count > 0 && corner.X <= corners[^1].X && corner.X != long.MaxValue && corners[^1].X != long.MaxValue)
                problems.Add(at, "RULES_CORNERS", new("拐点的值须递增", "The values of the corners ascend"), new("请按值从小到大排列，不得重复", "Put them in ascending order without repeats"));
            corners.Add(corner);
        }

        return new Curve(curve.Word("metric", RuleWords.Metrics) ?? default, corners);
    }

    private long Points(RuleFields fields, LocatedJson at)
    {
        var points = fields.Millionths(at) ?? 0;
        if (points is >= 0 and <= RuleLimits.LargestPoints)
            return points;
        problems.Add(at, "RULES_OUT_OF_RANGE", new("分值应在 0 与 1000000 之间", "Points lie between 0 and 1,000,000"), new("请改正分值", "Correct the points"));
        return 0;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex RuleSetCode();

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex ReasonCode();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnCode();
}
