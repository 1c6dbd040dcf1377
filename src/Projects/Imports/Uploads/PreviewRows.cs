using Saima.Projects.Register;

namespace Saima.Projects.Imports.Uploads;

/// <summary>The first rows of a table as they would be written.</summary>
internal static class PreviewRows
{
    private const int Shown = 5;

    public static PreviewTable Of(FactRows rows, IReadOnlyList<TableComparison> compared)
    {
        var columns = rows.Table.Columns.Where(column => column.Name != "season").ToList();
        var texts = rows.Cells.Take(Shown).Select(cells => columns.Select(column => FactText.Typed(column, cells[rows.Table.Columns.ToList().IndexOf(column)])).ToList()).ToList();
        return Filled(rows.Table.Title, rows.Count, compared, [.. columns.Select(column => column.Name)], texts);
    }

    public static PreviewTable Of(MadeTable table, IReadOnlyList<TableComparison> compared) =>
        Filled(table.Name, table.Rows.Count, compared, table.Columns, [.. table.Rows.Take(Shown).Select(row => PackageText.Of(table, row).ToList())]);

    private static PreviewTable Filled(string name, long count, IReadOnlyList<TableComparison> compared, IReadOnlyList<string> columns, List<List<string>> rows)
    {
        var filled = Enumerable.Range(0, columns.Count).Where(at => rows.Any(row => row[at].Length > 0)).ToList();
        return new(
            name, count, compared.FirstOrDefault(one => one.Table == name), [.. filled.Select(at => columns[at])],
            [.. rows.Select(row => (IReadOnlyList<string>)[.. filled.Select(at => row[at])])]);
    }
}
