namespace Saima.Projects.Imports;

/// <summary>One sheet of a source, or the one table of a CSV file. <see cref="Rows"/> is read once, in order.</summary>
/// <param name="File">File as the user knows it.</param>
/// <param name="Name">Sheet name; null for CSV.</param>
/// <param name="Workbook">Numbers and dates arrive as such and not in the writer's habits.</param>
public sealed record SourceSheet(string File, string? Name, bool Workbook, IEnumerable<SourceRow> Rows);

/// <summary>A row as the spreadsheet counts it, from 1.</summary>
public readonly record struct SourceRow(long Number, string?[] Cells)
{
    public string? this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : null;

    public bool Empty => Cells.All(string.IsNullOrWhiteSpace);
}
