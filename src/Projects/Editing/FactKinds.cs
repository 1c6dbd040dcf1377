using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Projects.Editing;

/// <summary>The kinds of fact that are added and corrected by hand beside projects.</summary>
internal static class FactKinds
{
    private static readonly PackageTable[] All = [PackageTable.Plans, PackageTable.Reports, PackageTable.Milestones, PackageTable.Issues, PackageTable.Units];

    public static PackageTable? Find(string? name) => All.FirstOrDefault(table => table.Name == name);

    public static FactTable Register(PackageTable table) => FactTable.OfPackage.Single(one => one.Title == table.Name);

    /// <summary>Columns a person types: the project is known.</summary>
    public static IEnumerable<PackageColumn> Typed(PackageTable table) => table.Columns.Where(column => column.Kind != CellKind.Project);

    /// <summary>The column that tells a fact from the others of its project.</summary>
    public static PackageColumn Key(PackageTable table) => table.Columns[table.Column(table.Key[^1])];

    /// <summary>Name of a package's column in the register.</summary>
    public static string Stored(PackageColumn column) => column.Name switch { "ytd" => "year_to_date", "id" => "project", _ => column.Name };

    /// <summary>The key of a fact as the register holds it; empty if the text is no key.</summary>
    public static IReadOnlyList<object?>? Key(PackageTable table, int season, string? project, string text)
    {
        var column = Key(table);
        object? own = column.Kind == CellKind.Month
            ? DateOnly.TryParseExact(text, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var month) ? (100L * month.Year) + month.Month : null
            : text.Length > 0 ? text : null;
        return own is null ? null : table == PackageTable.Units ? [(long)season, own] : [(long)season, project, own];
    }

    public static IReadOnlyDictionary<string, string> EntryOf(PackageTable table, FactVersion fact)
    {
        var register = Register(table);
        var cells = register.Columns.Zip(FactLookup.Cells(register, fact)).ToDictionary(pair => pair.First.Name);
        return Typed(table).ToDictionary(column => column.Name, column => FactText.Typed(cells[Stored(column)].First, cells[Stored(column)].Second));
    }

    public static Phrase Title(PackageTable table) => table.Name switch
    {
        "units" => new("单位", "unit"),
        "plans" => new("月度计划", "plan of a month"),
        "reports" => new("月报", "monthly report"),
        "milestones" => new("节点", "milestone"),
        _ => new("问题", "issue"),
    };


    /// <summary>What the rules say of a field; nothing for most.</summary>
    public static Phrase? Note(string table, string column) => (table, column) switch
    {
        ("reports", "ytd") or ("reports", "invested") => new(
            "管理口径，由项目单位填报。统计口径是另一套数，不在这里填写或改动。", "A management figure, reported by the project's unit. The statistical series is another one and is neither entered nor changed here."),
        ("projects", "included_on") => new("统计部门认定的入库日期，照录，不推算。", "The day the statistics office included the project: copied, never estimated."),
        _ => null,
    };
}
