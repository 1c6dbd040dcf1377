using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Reads the rows of one sheet by a mapping: cells to values, values to made rows.</summary>
internal sealed class SheetReader
{
    private readonly SourceSheet sheet;
    private readonly Reading reading;
    private readonly Mapping mapping;
    private readonly ColumnMatch match;
    private readonly HeaderBlock header;
    private readonly Dictionary<string, (int Index, CellText Text, ColumnMapping Column)> columns = [];
    private readonly Dictionary<string, string?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> down = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string?> cells;
    private readonly Dictionary<string, CellText> families = [];
    private readonly List<(string Fault, string Heading, string? Raw, ColumnMapping Column)> faults = [];
    private readonly RowMaker maker;
    private readonly HashSet<string> seen;
    private SourceRow row;

    public SheetReader(SourceSheet sheet, Reading reading, SheetLayout layout, int? season, HashSet<string> seen)
    {
        (this.sheet, this.reading, this.seen) = (sheet, reading, seen);
        (header, match, cells) = layout;
        mapping = reading.Mapping;
        foreach (var (name, index) in match.Single)
        {
            columns[name] = (index, new CellText(mapping, mapping.Columns[name], sheet.Workbook), mapping.Columns[name]);
        }

        maker = new RowMaker(reading, season, sheet.Name, Column, FamilyValues);
    }

    public void Row(SourceRow row)
    {
        if (row.Empty)
        {
            return;
        }

        reading.RowsRead++;
        var at = new Origin(sheet.File, sheet.Name, row.Number);
        if (RowShapes.Apart(row, header) is { } shape)
        {
            reading.PutAside(shape);
            return;
        }

        faults.Clear();
        var readable = Values(row);
        foreach (var rule in mapping.Skip)
        {
            if (maker.Holds(rule.When))
            {
                reading.PutAside(rule.Reason);
                return;
            }
        }

        foreach (var (fault, heading, raw, column) in faults)
        {
            Report(at, fault, heading, raw, column);
        }

        if (!readable)
        {
            reading.PutAside(RowShapes.Unreadable);
            return;
        }

        if (mapping.Distinct.Count > 0 && !seen.Add(string.Join('\u001f', mapping.Distinct.Select(Column))))
        {
            reading.PutAside(RowShapes.Repetition);
            return;
        }

        this.row = row;
        if (maker.Make(at))
        {
            reading.RowsUsed++;
        }
        else
        {
            reading.PutAside(RowShapes.MakesNothing);
        }
    }

    /// <summary>Adds what the columns counted.</summary>
    public void Close()
    {
        reading.CellsUnknown += columns.Values.Sum(column => column.Text.NullWords);
        reading.AmountsRounded += columns.Values.Sum(column => column.Text.Rounded) + families.Values.Sum(text => text.Rounded);
    }

    private string? Column(string name) => values.TryGetValue(name, out var value) ? value : cells.GetValueOrDefault(name);

    /// <summary>Reads every column of the row; false if a fault sets the row aside.</summary>
    private bool Values(SourceRow source)
    {
        var keep = true;
        foreach (var (name, (index, text, column)) in columns)
        {
            var raw = source[index];
            var fault = text.Read(raw, out var value);
            if (fault is not null)
            {
                value = null;
                faults.Add((fault, header.Headings[index], raw, column));
                keep &= column.Bad != BadValue.SetAside;
            }

            if (column.Down)
            {
                value ??= fault is null && string.IsNullOrWhiteSpace(raw) ? down.GetValueOrDefault(name) : null;
                down[name] = value;
            }

            values[name] = value;
        }

        return keep;
    }

    private IEnumerable<(string Member, string? Value)> FamilyValues(string family, Origin at)
    {
        var column = mapping.Columns[family];
        if (!families.TryGetValue(family, out var text))
        {
            families[family] = text = new CellText(mapping, column, sheet.Workbook);
        }

        foreach (var (member, index) in match.Families[family])
        {
            var fault = text.Read(row[index], out var value);
            if (fault is not null)
            {
                Report(at, fault, header.Headings[index], row[index], column);
                value = null;
            }

            yield return (member, value);
        }
    }

    private void Report(Origin at, string fault, string heading, string? raw, ColumnMapping column) => reading.Add(
        at, column.Bad == BadValue.Refuse ? Severity.Error : Severity.Warning, fault, heading, raw, Faults.Message(fault, raw, column), Faults.Remedy(fault, mapping));
}
