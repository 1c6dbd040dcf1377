using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>What was recognised on a sheet nobody has mapped yet.</summary>
/// <param name="Recognised">Column of the mapping → heading.</param>
/// <param name="Unknown">Headings nobody knows.</param>
/// <param name="Open">What a person has to settle before the mapping can be used.</param>
public sealed record Proposal(
    Mapping Mapping, string? Sheet, HeaderBlock Header, IReadOnlyList<(string Column, string Heading)> Recognised, IReadOnlyList<string> Unknown, IReadOnlyList<Phrase> Open);

/// <summary>Use case: proposes a mapping for a district's register from its headings. Reads, writes nothing.</summary>
public static class ProposeMapping
{
    private static readonly Dictionary<string, ColumnMapping> Known = KnownColumns.All
        .ToDictionary(column => column.Name, column => new ColumnMapping { Headers = column.Headings, Type = column.Type, Optional = true })
        .Append(KeyValuePair.Create("month_plan", new ColumnMapping { Pattern = KnownColumns.MonthPlan, Type = ColumnType.Money, Optional = true }))
        .ToDictionary();

    public static Outcome<Proposal> Run(IEnumerable<SourceSheet> sheets, int season)
    {
        Proposal? best = null;
        foreach (var sheet in sheets)
        {
            var top = sheet.Rows.Take(HeaderBlock.SearchRows).ToList();
            if (HeaderBlock.Find(top, header => ColumnMatch.Of(header, Known).Count) is { } header
                && Of(sheet, top, header, season) is var proposal && (best is null || proposal.Recognised.Count > best.Recognised.Count))
            {
                best = proposal;
            }
        }

        return best is not null && best.Recognised.Count >= 2
            ? best
            : new Refusal("NOTHING_RECOGNISED", new Phrase("没有认出任何表头。", "No header was recognised."),
                new Phrase("请参照 docs/guide/import.md 编写映射文件，用 --mapping 指定。", "Write a mapping after docs/guide/import.md and name it with --mapping."));
    }

    private static Proposal Of(SourceSheet sheet, List<SourceRow> top, HeaderBlock header, int season)
    {
        var match = ColumnMatch.Of(header, Known);
        var taken = new HashSet<int>();
        var found = new Dictionary<string, string>();
        foreach (var (name, index) in match.Single)
        {
            // One heading may fit two known columns; the list's order decides.
            if (taken.Add(index))
            {
                found[name] = header.Headings[index];
            }
        }

        var months = match.Families["month_plan"];
        taken.UnionWith(months.Select(month => month.Index));
        var units = found.Values.Concat(months.Select(month => header.Headings[month.Index])).Select(HeaderText.Unit).OfType<string>().GroupBy(unit => unit)
            .OrderByDescending(group => group.Count()).Select(group => group.Key).ToList();
        var money = units.FirstOrDefault() ?? "万元";
        var columns = found.ToDictionary(pair => pair.Key, pair => new ColumnMapping
        {
            Headers = [pair.Value],
            Type = Known[pair.Key].Type,
            Unit = Known[pair.Key].Type == ColumnType.Money && HeaderText.Unit(pair.Value) is { } unit && unit != money ? unit : null,
        });
        if (months.Count > 0)
        {
            columns["month_plan"] = new ColumnMapping { Pattern = KnownColumns.MonthPlan, Type = ColumnType.Money };
        }

        var cells = TitleCells.In(top.Where(row => row.Number < header.FirstRow));
        var mapping = new Mapping
        {
            Source = new Phrase($"{sheet.File}（由表头推测，待核对）", $"{sheet.File} (proposed from its header; to be checked)"),
            Season = season,
            Sheets = new SheetSelector { Only = [sheet.Name ?? "*"] },
            Nulls = ["-", "—", "/", "无", "N/A"],
            Money = new MoneyWriting { Unit = money, Rounding = Rounding.Half },
            Columns = columns,
            Cells = cells,
            Tables = ProposedTables.For(columns.Keys.Concat(cells.Keys).ToHashSet()),
        };
        var recognised = found.Select(pair => (pair.Key, pair.Value)).Concat(months.Select(month => ("month_plan", header.Headings[month.Index]))).ToList();
        var unknown = header.Headings.Where((heading, index) => heading.Length > 0 && !taken.Contains(index)).ToList();
        return new Proposal(mapping, sheet.Name, header, recognised, unknown, Open(columns, cells, units));
    }

    private static List<Phrase> Open(Dictionary<string, ColumnMapping> columns, IReadOnlyDictionary<string, CellMapping> cells, List<string> units)
    {
        var open = new List<Phrase>();
        if (units.Count == 0)
        {
            open.Add(new Phrase("表头没有写金额单位，按万元计；请核对 money.unit。", "No heading names a unit of money; 万元 is assumed: check money.unit."));
        }

        if (!columns.ContainsKey("id") && !columns.ContainsKey("code"))
        {
            open.Add(new Phrase("没有项目编号或代码，以项目名称的摘要为编号；改名即成为另一个项目。", "There is no project number or code, so a digest of the name is the id: a renamed project would be another one."));
        }

        foreach (var needed in new[] { "name", "unit", "total_investment", "annual_plan" }.Where(name => !columns.ContainsKey(name)))
        {
            open.Add(new Phrase($"没有认出必需的列 {needed}。", $"The column {needed}, which is needed, was not recognised."));
        }

        if (columns.ContainsKey("ytd") && !(cells.ContainsKey("report_month") && (cells.ContainsKey("submitted_on") || columns.ContainsKey("submitted_on"))))
        {
            open.Add(new Phrase("表头上方没有找到报表月份和填报日期，本月完成与自年初累计没有映射；请在 cells 中补充 report_month 和 submitted_on。",
                "No month and day of the report stand above the header, so what was invested is not mapped: add report_month and submitted_on under cells."));
        }

        open.Add(new Phrase("责任单位都按“部门”列类，如有乡镇街道请在 units.class 中区分。", "Every responsible unit is taken for a department; tell towns and subdistricts apart under units.class."));
        return open;
    }
}
