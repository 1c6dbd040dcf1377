using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>What is done once all rows are put together: fields that follow from others, and values the package cannot do without.</summary>
internal static class FinishTables
{
    public static void Run(Reading reading, int? season)
    {
        var reader = new ValueReader();
        foreach (var mapping in reading.Mapping.Tables.Where(table => table.After.Count > 0))
        {
            foreach (var row in reading.Table(mapping.Table).Rows)
            {
                foreach (var (name, value) in mapping.After)
                {
                    row[name] = reader.Read(value, new ValueSource(field => row[field], season, null, row.Origin.Sheet));
                }
            }
        }

        foreach (var table in reading.Tables)
        {
            foreach (var row in table.Rows)
            {
                foreach (var field in table.Fields.Where(field => field.Required && row[field.Name] is null))
                {
                    Missing(reading, table, row, field);
                }
            }
        }

        CheckFacts.Run(reading);
    }

    private static void Missing(Reading reading, MadeTable table, MadeRow row, TargetField field)
    {
        var heading = Heading(reading, table, row, field.Name);
        if (reading.Said(row.Origin, heading))
        {
            return;
        }

        reading.Add(row.Origin, Severity.Error, "MISSING_VALUE", heading, null,
            new Phrase($"缺少 {table.Name}.{field.Name}（{heading}）。", $"{table.Name}.{field.Name} is missing ({heading})."),
            new Phrase("补填该单元格，或在映射里给出取值办法。", "Fill in the cell, or let the mapping say where the value comes from."));
    }

    /// <summary>Heading of the column a field comes from, where it comes from one.</summary>
    public static string Heading(Reading reading, MadeTable table, MadeRow row, string field)
    {
        var column = reading.Mapping.Tables.FirstOrDefault(mapping => mapping.Table == table.Name && mapping.Fields.ContainsKey(field))?.Fields[field] is { } value ? Source(value) : null;
        return column is not null && reading.Headers.FirstOrDefault(header => header.Sheet == row.Origin.Sheet)?.Matched.FirstOrDefault(pair => pair.Column == column).Heading is { } heading
            ? heading
            : field;
    }

    private static string? Source(Value value) => value.Column
        ?? (value.First ?? value.Join)?.Select(Source).FirstOrDefault(name => name is not null)
        ?? new[] { value.Month, value.Lookup, value.Part, value.Pad, value.Hash }.Where(inner => inner is not null).Select(inner => Source(inner!)).FirstOrDefault()
        ?? value.Case?.Select(@case => Source(@case.Then)).FirstOrDefault(name => name is not null);
}
