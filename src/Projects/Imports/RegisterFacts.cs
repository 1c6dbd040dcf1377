using System.Globalization;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>Made rows as the register takes them: cells in the order of its tables, money as whole 元.</summary>
internal static class RegisterFacts
{
    public static IReadOnlyList<FactRows> Of(Reading reading, int season) =>
        [.. FactTable.OfPackage.Select(table => (table, made: reading.Table(table.Title))).Where(pair => pair.made.Rows.Count > 0).Select(pair => new FactRows(pair.table, pair.made.Rows.Count, Cells(pair.table, pair.made, season)) { Keeps = Silent(reading, pair.table) })];

    /// <summary>
    /// Columns the source says nothing of: no field of the mapping fills them, or only a word that is the same for every row, or only columns that no sheet has.
    /// What the register knows there stays; such a word is for facts that are new.
    /// </summary>
    private static HashSet<string> Silent(Reading reading, FactTable table)
    {
        var found = reading.Headers.SelectMany(header => header.Matched.Select(pair => pair.Column)).Concat(reading.Mapping.Cells.Keys).ToHashSet(StringComparer.Ordinal);
        var spoken = reading.Mapping.Tables.Where(mapping => mapping.Table == table.Title)
            .SelectMany(mapping => mapping.Fields.Where(field => Says(field.Value, found)).Concat(mapping.After)).Select(field => field.Key == "ytd" ? "year_to_date" : field.Key).ToHashSet(StringComparer.Ordinal);
        return [.. table.Values.Select(column => column.Name).Where(column => !spoken.Contains(column))];
    }

    private static bool Says(Value value, HashSet<string> found) =>
        (value.Column is { } column && found.Contains(column)) || value.Season || value.Member || value.Sheet
        || new[] { value.Hash, value.Month, value.Part, value.Pad, value.Lookup }.Any(inner => inner is not null && Says(inner, found))
        || (value.First ?? []).Concat(value.Join ?? []).Any(inner => Says(inner, found))
        || (value.Case ?? []).Any(@case => Says(@case.Then, found) || @case.When.Any(condition => Says(condition.Value, found)));

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
