using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Values of a family of columns in the row at hand, member by member.</summary>
internal delegate IEnumerable<(string Member, string? Value)> FamilyValues(string family, Origin at);

/// <summary>Makes rows of the package's tables from the values of one source row.</summary>
internal sealed class RowMaker(Reading reading, int? season, string? sheet, ColumnValue column, FamilyValues family)
{
    private static readonly Phrase ConditionsFail = new("不满足该表的条件", "the table's conditions do not hold");

    private static readonly Phrase NoProject = new("所属项目没有记录", "its project has no row");

    private readonly ValueReader reader = new();

    public bool Holds(IReadOnlyList<Condition> conditions) => reader.Holds(conditions, new ValueSource(column, season, null, sheet));

    /// <returns>Whether the row made anything.</returns>
    public bool Make(Origin at)
    {
        var any = false;
        foreach (var table in reading.Mapping.Tables)
        {
            if (!Holds(table.When))
            {
                reading.MadeNone(table.Table, table.Otherwise ?? ConditionsFail);
                continue;
            }

            if (table.Each is null)
            {
                any |= Make(table, at, new ValueSource(column, season, null, sheet));
                continue;
            }

            foreach (var (member, value) in family(table.Each, at))
            {
                if (value is not null)
                {
                    any |= Make(table, at, new ValueSource(name => name == table.Each ? value : column(name), season, member, sheet));
                }
            }
        }

        return any;
    }

    private bool Make(TableMapping table, Origin at, ValueSource source)
    {
        var made = reading.Table(table.Table);
        var fields = new Dictionary<string, string?>(table.Fields.Count, StringComparer.Ordinal);
        foreach (var (name, value) in table.Fields)
        {
            fields[name] = reader.Read(value, source);
        }

        foreach (var key in made.Fields.Where(field => field.Key))
        {
            if (fields.GetValueOrDefault(key.Name) is null)
            {
                reading.Add(at, Severity.Error, "MISSING_KEY", key.Name, null,
                    new Phrase($"无法得出 {table.Table}.{key.Name}：所需的单元格为空。", $"{table.Table}.{key.Name} cannot be made: the cells it comes from are empty."),
                    new Phrase("补填该行，或在映射里用 skip/when 排除这类行。", "Fill in the row, or let the mapping leave such rows out with skip or when."));
                return false;
            }
        }

        if (table.Within && !reading.Table("projects").Contains(fields[table.Table == "projects" ? "id" : "project"]!))
        {
            reading.MadeNone(table.Table, NoProject);
            return false;
        }

        if (made.Add(table, at, fields) is { } earlier)
        {
            reading.Add(at, Severity.Error, "REPEATED_ROW", string.Join("+", made.Fields.Where(field => field.Key).Select(field => field.Name)),
                string.Join(", ", made.Fields.Where(field => field.Key).Select(field => fields[field.Name])),
                new Phrase($"与{(earlier.Origin.Sheet is { } s ? $"工作表“{s}”" : "")}第 {earlier.Origin.Row} 行重复（表 {table.Table}）。",
                    $"Repeats row {earlier.Origin.Row}{(earlier.Origin.Sheet is { } e ? $" of sheet “{e}”" : "")} (table {table.Table})."),
                new Phrase("删除其中一行，或在映射里写明 repeated: merge 或 number。", "Remove one of them, or let the mapping say repeated: merge or number."));
        }

        return true;
    }
}
