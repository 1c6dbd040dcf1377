namespace Saima.Projects.Packages;

/// <summary>What a column of a package holds.</summary>
public enum CellKind
{
    Text,
    Money,
    Date,
    Month,
    YesNo,
    Word,
    Project,
    Unit,
}

/// <summary>A column of a data package.</summary>
/// <param name="Name">English heading, as in CSV.</param>
/// <param name="Zh">Chinese heading, as in workbooks.</param>
/// <param name="Words">For <see cref="CellKind.Word"/>: the codes and their Chinese words, in order.</param>
public sealed record PackageColumn(string Name, string Zh, CellKind Kind, bool Required, IReadOnlyList<(string Code, string Zh)>? Words = null)
{
    public bool MayBeNegative { get; init; }
}

/// <summary>A table of a data package; the key columns order its rows.</summary>
public sealed record PackageTable(string Name, string Zh, bool Required, IReadOnlyList<string> Key, IReadOnlyList<PackageColumn> Columns)
{
    private static PackageColumn Project { get; } = new("project", "项目编号", CellKind.Project, true);

    private static PackageColumn Month { get; } = new("month", "月份", CellKind.Month, true);

    public static PackageTable Projects { get; } = new("projects", "项目", true, ["id"],
    [
        Text("id", "项目编号", true), Text("name", "项目名称", true), Text("code", "项目代码"), new("unit", "责任单位", CellKind.Unit, true), Text("town", "属地"),
        new("class", "项目类别", CellKind.Word, true, [("new", "新开工"), ("continuing", "续建"), ("completing", "竣工"), ("preparatory", "预备")]),
        Money("total_investment", "总投资", true), Money("annual_plan", "年度计划投资", true), Money("opening_cumulative", "上年底累计完成", false),
        Date("planned_start", "计划开工"), Date("started_on", "实际开工"), Date("included_on", "入库日期"), Date("planned_completion", "计划竣工"),
        Date("completed_on", "实际竣工"), Date("listed_on", "列入日期"), Date("suspended_from", "挂起自"), Date("suspended_to", "挂起至"),
        Text("suspension_reason", "挂起原因"),
    ]);

    public static PackageTable Plans { get; } = new("plans", "月度计划", false, ["project", "month"],
        [Project, Month, Money("planned", "计划投资", true)]);

    public static PackageTable Reports { get; } = new("reports", "月报", false, ["project", "month"],
    [
        Project, Month, Money("invested", "本月完成", true) with { MayBeNegative = true }, Money("ytd", "自年初累计", true), Date("submitted_on", "报送日期", true),
        new("verified", "已核验", CellKind.YesNo, true), Text("progress", "形象进度"),
    ]);

    public static PackageTable Milestones { get; } = new("milestones", "节点", false, ["project", "name"],
        [Project, Text("name", "节点名称", true), Date("planned_on", "计划日期", true), Date("achieved_on", "完成日期")]);

    public static PackageTable Issues { get; } = new("issues", "问题", false, ["project", "title"],
    [
        Project, Text("title", "问题名称", true), new("level", "级别", CellKind.Word, true, [("L1", "一级"), ("L2", "二级"), ("L3", "三级"), ("L4", "四级")]),
        Date("raised_on", "提出日期", true), Date("due_on", "办结期限", true), Date("closed_on", "销号日期"),
    ]);

    public static PackageTable Findings { get; } = new("findings", "核查", false, ["project", "kind", "found_on"],
        [Project, Text("kind", "核查类型", true), Date("found_on", "发现日期", true)]);

    public static PackageTable Units { get; } = new("units", "单位", true, ["code"],
    [
        Text("code", "单位编号", true), Text("name", "单位名称", true),
        new("class", "单位类别", CellKind.Word, true,
            [("platform", "平台"), ("subdistrict", "街道"), ("town", "镇"), ("township", "乡"), ("department", "部门")]),
    ]);

    public static PackageTable Holidays { get; } = new("holidays", "节假日", false, ["date"],
        [Date("date", "日期", true), new("kind", "类型", CellKind.Word, true, [("off", "休"), ("work", "班")])]);

    /// <summary>All tables in the order of the specification.</summary>
    public static IReadOnlyList<PackageTable> All { get; } = [Projects, Plans, Reports, Milestones, Issues, Findings, Units, Holidays];

    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"{Name} has no column {name}.", nameof(name));
    }

    private static PackageColumn Text(string name, string zh, bool required = false) => new(name, zh, CellKind.Text, required);

    private static PackageColumn Money(string name, string zh, bool required) => new(name, zh, CellKind.Money, required);

    private static PackageColumn Date(string name, string zh, bool required = false) => new(name, zh, CellKind.Date, required);
}
