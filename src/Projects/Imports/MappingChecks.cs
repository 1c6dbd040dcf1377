using System.Text.RegularExpressions;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>What a mapping must be beyond its syntax: every name it uses exists, every expression can be read.</summary>
internal sealed partial class MappingChecks
{
    private readonly string file;
    private readonly Mapping mapping;
    private readonly List<Problem> problems = [];

    private MappingChecks(Mapping mapping, string file) => (this.mapping, this.file) = (mapping, file);

    public static IReadOnlyList<Problem> Of(Mapping mapping, string file)
    {
        var checks = new MappingChecks(mapping, file);
        checks.Run();
        return checks.problems;
    }

    private void Run()
    {
        Require(mapping.Version == Mapping.Language, "mapping", $"{mapping.Version}", "映射语言版本应为 1", "the version of the mapping language is 1");
        Require(mapping.Tables.Count > 0, "tables", "[]", "至少要有一个表", "at least one table is needed");
        Require(mapping.Money.Yuan is null or > 0, "money.yuan", $"{mapping.Money.Yuan}", "折算系数应为正整数", "the factor is a whole number above 0");
        Require(mapping.Money.Yuan is not null || MoneyUnits.Yuan(mapping.Money.Unit) is not null, "money", mapping.Money.Unit,
            "该货币单位须用 yuan 说明每单位按多少元计", "this unit needs its factor: yuan");
        Require(mapping.Numbers.Decimal != mapping.Numbers.Thousands, "numbers", mapping.Numbers.Decimal, "小数点与千分位不能相同", "decimal and thousands marks differ");
        foreach (var (name, column) in mapping.Columns)
        {
            Column($"columns.{name}", column);
        }

        foreach (var (name, cell) in mapping.Cells)
        {
            Require(CellAddress().IsMatch(cell.At), $"cells.{name}.at", cell.At, "单元格应写成 C3 的形式", "a cell is written like C3");
            Expression($"cells.{name}.pattern", cell.Pattern);
        }

        foreach (var name in mapping.Distinct)
        {
            Known("distinct", name, null);
        }

        for (var i = 0; i < mapping.Skip.Count; i++)
        {
            All($"skip[{i}].when", mapping.Skip[i].When, null);
        }

        for (var i = 0; i < mapping.Tables.Count; i++)
        {
            Table($"tables[{i}]", mapping.Tables[i]);
        }
    }

    private void Column(string at, ColumnMapping column)
    {
        Require(column.Headers.Count > 0 ^ column.Pattern is not null, at, null, "应写 headers 或 pattern 之一", "give headers or a pattern, one of them");
        Require(column.Unit is null || MoneyUnits.Yuan(column.Unit) is not null || column.Unit == mapping.Money.Unit, $"{at}.unit", column.Unit,
            "不认识的货币单位", "this unit is not known");
        Expression($"{at}.pattern", column.Pattern);
    }

    private void Table(string at, TableMapping table)
    {
        if (TargetFields.Table(table.Table) is not { } target)
        {
            Require(false, $"{at}.table", table.Table, "数据包没有这个表", $"a data package has no such table; it has {string.Join(", ", TargetFields.Tables.Select(t => t.Name))}");
            return;
        }

        Require(table.Each is null || mapping.Columns.TryGetValue(table.Each, out var each) && each.Pattern is not null, $"{at}.each", table.Each,
            "each 应指向有 pattern 的列", "each names a family of columns, one with a pattern");
        All($"{at}.when", table.When, null);
        foreach (var (name, value) in table.Fields.Concat(table.After))
        {
            Require(name.StartsWith('_') || target.Fields.Any(field => field.Name == name), $"{at}.fields.{name}", name,
                "该表没有这个字段", $"{table.Table} has no such field");
        }

        foreach (var (name, value) in table.Fields)
        {
            Check($"{at}.fields.{name}", value, null);
        }

        foreach (var (name, value) in table.After)
        {
            Check($"{at}.after.{name}", value, table);
        }

        foreach (var name in table.Merge.Keys)
        {
            Require(table.Fields.ContainsKey(name), $"{at}.merge.{name}", name, "merge 的字段不在 fields 中", "this field is not among fields");
        }

        foreach (var field in target.Fields.Where(field => field.Required && Lacks(table, field)))
        {
            Require(false, $"{at}.fields", field.Name, $"缺少必填字段 {field.Name}", $"the required field {field.Name} is missing");
        }
    }

    /// <summary>A table that only completes projects leaves what is required to the one that makes them.</summary>
    private bool Lacks(TableMapping table, TargetField field) => table is { Within: true, Table: "projects" }
        ? !(field.Key ? table.Fields.ContainsKey(field.Name) : mapping.Tables.Any(other => other.Table == table.Table && !other.Within))
        : !table.Fields.ContainsKey(field.Name) && !table.After.ContainsKey(field.Name);

    private void All(string at, IReadOnlyList<Condition> conditions, TableMapping? fieldsOf)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            var condition = conditions[i];
            Check($"{at}[{i}].value", condition.Value, fieldsOf);
            Expression($"{at}[{i}].matches", condition.Matches);
            Require(condition.Year is null or "season" || int.TryParse(condition.Year, out _), $"{at}[{i}].year", condition.Year,
                "应为年份或 season", "a year, or season");
            if (condition.NotAfter is { } date)
            {
                Check($"{at}[{i}].notAfter", date, fieldsOf);
            }
        }
    }

    private void Check(string at, Value value, TableMapping? fieldsOf)
    {
        var ways = new object?[] { value.Column, value.Text, value.First, value.Join, value.Hash, value.Month, value.Part, value.Pad, value.Lookup, value.Case }
            .Count(way => way is not null) + (value.Season ? 1 : 0) + (value.Member ? 1 : 0) + (value.Sheet ? 1 : 0);
        Require(ways == 1, at, null, "一个取值应恰好写一种方式", "a value says exactly one way to get it");
        if (value.Column is { } column)
        {
            Known(at, column, fieldsOf);
        }

        Require(value.Part is null || value.Pattern is not null, at, null, "part 需要 pattern", "part needs a pattern");
        Require(value.Lookup is null || value.In is not null, at, null, "lookup 需要 in", "lookup needs in");
        Expression($"{at}.pattern", value.Pattern);
        Value?[] inner = [value.Hash, value.Month, value.Part, value.Pad, value.Lookup, value.Else, .. value.First ?? [], .. value.Join ?? [], .. value.Case?.Select(c => c.Then) ?? []];
        foreach (var part in inner)
        {
            if (part is not null)
            {
                Check(at, part, fieldsOf);
            }
        }

        foreach (var @case in value.Case ?? [])
        {
            All($"{at}.case", @case.When, fieldsOf);
        }
    }

    private void Known(string at, string name, TableMapping? fieldsOf) =>
        Require(fieldsOf is null ? mapping.Columns.ContainsKey(name) || mapping.Cells.ContainsKey(name) : fieldsOf.Fields.ContainsKey(name) || fieldsOf.After.ContainsKey(name),
            at, name, "没有声明这个列", "no column or cell of this name is declared");

    private void Expression(string at, string? pattern)
    {
        if (pattern is null)
        {
            return;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            Require(false, at, pattern, "正则表达式无法读取", "this expression cannot be read");
        }
    }

    private void Require(bool holds, string at, string? value, string zh, string en)
    {
        if (!holds)
        {
            problems.Add(new Problem(Severity.Error, "MAPPING_RULE", file, null, null, at, value, new Phrase($"{at}：{zh}。", $"{at}: {en}."),
                new Phrase("修改映射文件的该处。", "Mend that place of the mapping file.")));
        }
    }

    [GeneratedRegex("^[A-Z]{1,3}[1-9][0-9]{0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex CellAddress();
}
