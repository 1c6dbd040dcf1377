using Saima.Engines.Scoring;
using Saima.Modules.Races.Standings;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.OpenData;

/// <summary>A column as Table Schema describes it.</summary>
/// <param name="Type">Of Table Schema: string, integer, number, date, yearmonth, boolean.</param>
/// <param name="Minimum">Least value; empty for none.</param>
internal sealed record TableField(string Name, string Title, string Description, string Type, bool Required = false, IReadOnlyList<string>? Words = null, string? Minimum = null, bool Unique = false);

/// <summary>A table of a round's package.</summary>
/// <param name="Entry">Where it is in the bundle and below the round's address.</param>
/// <param name="Foreign">Columns that name a row of another table: column, table, its column.</param>
internal sealed record TableShape(string Name, string Entry, string Title, IReadOnlyList<TableField> Fields, IReadOnlyList<string> Key, IReadOnlyList<(string Column, string Table, string Other)> Foreign);

/// <summary>The tables of a bundle as Table Schema describes them.</summary>
internal static class TableSchemas
{
    private static readonly string[] Flags = ["red", "yellow", "snail", "exempt", "none"];

    public static IReadOnlyList<TableShape> Of(RuleSet rules) => [Standings(rules), Units(), .. PackageTable.All.Select(Data)];

    private static TableShape Standings(RuleSet rules) => new("standings", "standings.csv", "榜单",
    [
        new("rank", "名次", "赛道内名次；免评为空。 Rank in the lane; empty for exempt projects.", "integer", Minimum: "1"),
        new("lane", "赛道", "规则集里的赛道代码。 Code of the lane.", "string", true, [.. rules.Lanes.Select(lane => lane.Code)]),
        new("project", "项目编号", "Id of the project.", "string", true, Unique: true),
        new("name", "项目名称", "Name of the project.", "string", true),
        new("unit", "责任单位", "Code of the responsible unit.", "string", true),
        new("flag", "旗", "red 红旗 · yellow 黄旗 · snail 蜗牛 · exempt 免评 · none 正常", "string", true, Flags),
        new("reasons", "原因", "规则集里的原因代码，用 | 隔开。 Codes of the reasons, with | between.", "string"),
        new("score", "得分", "分，六位小数。 Points.", "number"),
        .. rules.Measures.Select(measure => new TableField(measure.Code, RuleWording.Of(measure.Title).Zh, $"{RuleWording.Of(measure.Title).En}, points.", "number")),
        new("ap", "年度计划投资", "万元。 Plan of the year, ten thousand yuan.", "number", true, Minimum: "0"),
        new("pc", "计划累计", "万元。 Planned until the cut-off, ten thousand yuan.", "number", true, Minimum: "0"),
        new("ytd", "自年初累计", "万元。 Invested this year until the cut-off, ten thousand yuan.", "number", true),
        new("d", "偏差", "百分点。 Done less planned, percentage points of the plan of the year.", "number"),
        new("ms", "节点完成率", "0 至 1。 Share of due milestones achieved.", "number", Minimum: "0"),
        new("slip", "节点滞后", "天。 Slip of milestones, days.", "integer", true),
        new("start_missed", "未按期开工", "月。 Months the planned start is missed.", "integer", true),
        new("inclusion_lag", "未入库", "月。 Months started and not included in the statistics.", "integer", true),
        new("overdue", "超期问题", "个。 Overdue issues.", "integer", true),
        new("on_time", "按时报送", "Reported on time.", "boolean", true),
        new("verified", "已核验", "Verified.", "boolean", true),
    ], ["project"], [("project", "projects", "id"), ("unit", "unit-codes", "code")]);

    private static TableShape Units() => new("unit-standings", "units.csv", "责任单位榜",
    [
        new("rank", "名次", "同类单位内名次。 Rank in the class.", "integer", Minimum: "1"),
        new("class", "单位类别", "Class of the unit.", "string", true, PackageTable.Units.Columns.Single(column => column.Name == "class").Words!.Select(word => word.Code).ToList()),
        new("unit", "单位编号", "Code of the unit.", "string", true, Unique: true),
        new("name", "单位名称", "Name of the unit.", "string", true),
        new("score", "得分", "分，六位小数。 Mean points.", "number"),
        .. new[] { ("projects", "项目数", "Projects."), ("red", "红旗", "Red flags."), ("yellow", "黄旗", "Yellow flags."), ("snail", "蜗牛", "Snails."), ("exempt", "免评", "Exempt."), ("none", "正常", "No flag.") }
            .Select(count => new TableField(count.Item1, count.Item2, count.Item3, "integer", true, Minimum: "0")),
    ], ["unit"], [("unit", "unit-codes", "code")]);

    private static TableShape Data(PackageTable table) => new(
        table == PackageTable.Units ? "unit-codes" : table.Name, $"data/{table.Name}.csv", table.Zh,
        [.. table.Columns.Select(column => new TableField(
            column.Name, column.Zh, column.Kind == CellKind.Money ? "万元。 Ten thousand yuan." : column.Words is { } words ? string.Join(" · ", words.Select(word => $"{word.Code} {word.Zh}")) : "",
            Type(column.Kind), column.Required, column.Words?.Select(word => word.Code).ToList(), column.Kind == CellKind.Money && !column.MayBeNegative ? "0" : null, table.Key is [var key] && key == column.Name))],
        table.Key,
        [.. table.Columns.Where(column => column.Kind is CellKind.Project or CellKind.Unit).Select(column => column.Kind == CellKind.Project ? (column.Name, "projects", "id") : (column.Name, "unit-codes", "code"))]);

    private static string Type(CellKind kind) => kind switch
    {
        CellKind.Money => "number",
        CellKind.Date => "date",
        CellKind.Month => "yearmonth",
        CellKind.YesNo => "boolean",
        _ => "string",
    };
}
