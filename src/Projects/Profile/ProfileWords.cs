using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Projects.Profile;

/// <summary>What a project's page says.</summary>
public static class ProfileWords
{
    public static Phrase Edit { get; } = new("修改", "Edit");

    public static Phrase Curve { get; } = new("投资进度", "Plan against actual");

    public static Phrase CurveLabel(string name) => new($"{name}：各月累计计划与累计完成投资的曲线", $"{name}: curves of planned and actual investment, cumulative by month");

    public static Phrase Planned { get; } = new("累计计划", "planned");

    public static Phrase Done { get; } = new("累计完成", "done");

    public static Phrase Spread { get; } = new("没有月度计划，按年度计划逐月平摊。", "There are no monthly plans; the annual plan is spread evenly over the months.");

    public static Phrase NoPlan { get; } = new("没有年度计划投资。", "There is no planned investment this year.");

    public static Phrase Reading { get; } = new("挣得工期", "Earned schedule");

    public static Phrase Schedule { get; } = new("相当于计划的第几个月 ES", "Earned schedule ES");

    public static Phrase Index { get; } = new("工期绩效指数 SPI(t)", "Schedule index SPI(t)");

    public static Phrase Estimate { get; } = new("照此预计总工期 IEAC(t)", "Expected duration IEAC(t)");

    public static Phrase Variance { get; } = new("工期偏差 SV(t)", "Schedule variance SV(t)");

    public static Phrase Month { get; } = new("个月", "months");

    public static Phrase Source { get; } = new(
        "按年度计划曲线读出：挣得工期法，Lipke 2003。指数低于 1 为滞后；超过全年计划后不再增加。",
        "Read off the curve of the year's plan by the method of earned schedule (Lipke 2003). An index below 1 is behind; beyond the whole plan it says nothing more.");

    public static Phrase Facts { get; } = new("基本情况", "Facts");

    public static Phrase Milestones { get; } = new("节点", "Milestones");

    public static Phrase Reports { get; } = new("月报", "Monthly reports");

    public static Phrase Issues { get; } = new("问题", "Issues");

    public static Phrase Findings { get; } = new("核查", "Findings");

    public static Phrase Identifiers { get; } = new("标识与沿革", "Identifiers and lineage");

    public static Phrase History { get; } = new("变更历史", "History");

    public static Phrase HistoryHelp { get; } = new("登记簿从不改写：每次更正都是新的版本，旧值留在这里。", "The register is never rewritten: every correction is a new version, and the old value stays here.");

    public static Phrase Nothing { get; } = new("没有记录。", "Nothing on record.");

    public static Phrase Missing { get; } = new("未报", "no report");

    public static Phrase Slip(int days) => days switch
    {
        > 0 => new($"晚 {days} 天", $"{days} days late"),
        < 0 => new($"早 {-days} 天", $"{-days} days early"),
        _ => new("按期", "on the day"),
    };

    public static Phrase Open { get; } = new("未完成", "not achieved");

    public static Phrase Added(string table, int count) => new($"新增{Table(table).Zh} {count} 条", $"{count} added: {Table(table).En}");

    public static Phrase Withdrawn { get; } = new("撤回", "taken back");

    public static Phrase Change(string kind) => kind switch
    {
        "import" => new("导入", "import"),
        "undo" => new("撤销", "undo"),
        "record" => new("登记", "record"),
        "decision" => new("批准", "decision"),
        _ => new(kind, kind),
    };

    public static Phrase Value { get; } = new("项", "Field");

    public static Phrase Content { get; } = new("内容", "Content");

    public static Phrase Before { get; } = new("原值", "Before");

    public static Phrase After { get; } = new("新值", "After");

    public static Phrase Empty { get; } = new("（空）", "(empty)");

    /// <summary>Word for a table of the register.</summary>
    public static Phrase Table(string title) => title switch
    {
        "identifiers" => new("标识", "identifiers"),
        "lineage" => new("沿革", "lineage"),
        "places" => new("位置", "place"),
        "parcels" => new("地块", "parcel"),
        "statistics" => new("统计数", "statistics"),
        _ => new(PackageTable.All.SingleOrDefault(table => table.Name == title)?.Zh ?? title, title),
    };

    /// <summary>A cell as a page says it: the word for a code, yes and no, and anything else as it is.</summary>
    public static Phrase Cell(string table, string column, string? text) =>
        text is null ? Empty
            : Code(table, column, text) is { } code ? code
            : PackageTable.All.SingleOrDefault(one => one.Name == table)?.Columns.FirstOrDefault(one => one.Name == column)?.Words?.FirstOrDefault(word => word.Code == text) is { Zh: { } word } ? new(word, text)
            : text is "true" or "false" ? new(text == "true" ? "是" : "否", text == "true" ? "yes" : "no")
            : new(text, text);

    /// <summary>What tells a fact from the others of its table, e.g. a month.</summary>
    public static Phrase Key(string table, IEnumerable<(string Column, string? Text)> parts)
    {
        var words = parts.Select(part => Cell(table, part.Column, part.Text)).ToList();
        return new(string.Join(' ', words.Select(word => word.Zh)), string.Join(' ', words.Select(word => word.En)));
    }

    private static Phrase? Code(string table, string column, string text) => (table, column, text) switch
    {
        ("identifiers", "scheme", "national") => new("国家项目代码", "national project code"),
        ("lineage", "kind", "reapproval") => new("重新赋码", "re-approval"),
        ("lineage", "kind", "split") => new("拆分", "split"),
        ("lineage", "kind", "merge") => new("合并", "merge"),
        _ => null,
    };

    /// <summary>Word for a column of a table of the register.</summary>
    /// <param name="typed">As it is typed, in 万元 whatever the language; else as pages show it.</param>
    public static Phrase Column(string table, string column, bool typed = false)
    {
        var name = (table, column) switch { (_, "year_to_date") => "ytd", ("projects", "project") => "id", _ => column };
        var known = PackageTable.All.SingleOrDefault(one => one.Name == (table == "statistics" ? "reports" : table))?.Columns.FirstOrDefault(one => one.Name == name);
        return known is null ? new(column switch { "valid_from" => "起用", "valid_to" => "止用", "lon" => "经度", "lat" => "纬度", "shape" => "平方米 · 角点", _ => column }, column switch { "lon" => "longitude", "lat" => "latitude", "shape" => "square metres · corners", _ => column.Replace('_', ' ') }) : new(known.Zh + (known.Kind == CellKind.Money ? "（万元）" : ""), column.Replace('_', ' ') + (known.Kind != CellKind.Money ? "" : typed ? " (10,000 yuan)" : $" ({Ui.Figures.Written.AmountUnit.En})"));
    }
}
