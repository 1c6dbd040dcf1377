using System.Globalization;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>Made rows as the register takes them: cells in the order of its tables, money as whole 元.</summary>
internal static class RegisterFacts
{
    public static IReadOnlyList<FactRows> Of(Reading reading, int season) =>
        [.. FactTable.OfPackage.Select(table => (table, made: reading.Table(table.Title))).Where(pair => pair.made.Rows.Count > 0).Select(pair => new FactRows(pair.table, pair.made.Rows.Count, Cells(pair.table, pair.made, season)))];

    private static IEnumerable<object?[]> Cells(FactTable table, MadeTable made, int season)
    {
        foreach (var row in made.Rows)
        {
            var cells = new object?[table.Columns.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Cell(table, table.Columns[i], row, season);
            }

            yield return cells;
        }
    }

    private static object? Cell(FactTable table, FactColumn column, MadeRow row, int season)
    {
        if (column.Name == "season")
        {
            return (long)season;
        }

        var text = row[(table.Title, column.Name) switch
        {
            ("projects", "project") => "id",
            ("reports", "year_to_date") => "ytd",
            _ => column.Name,
        }];
        return (column.Name, column.Type) switch
        {
            ("opening_cumulative", _) => text is null ? 0L : Whole(text),
            _ when text is null => null,
            ("month", _) => Whole(text.Remove(4, 1)),
            ("level", _) => Whole(text[1..]),
            (_, BulkType.Whole) => Whole(text),
            (_, BulkType.Date) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            (_, BulkType.YesNo) => text == "true",
            _ => text,
        };
    }

    private static long Whole(string text) => (long)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
