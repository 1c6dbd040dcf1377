using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Where things are on one sheet: the header, the columns, and the cells beside the table.</summary>
internal sealed record SheetLayout(HeaderBlock Header, ColumnMatch Match, IReadOnlyDictionary<string, string?> Cells)
{
    /// <summary>Finds the layout and reports what is missing, doubled or in another unit; null without a header.</summary>
    public static SheetLayout? Find(SourceSheet sheet, IReadOnlyList<SourceRow> top, Reading reading)
    {
        if (Locate(top, reading.Mapping) is not { } header)
        {
            reading.Add(new Problem(Severity.Error, "NO_HEADER", sheet.File, sheet.Name, null, null, null,
                new Phrase("没有找到表头：映射里的列名一个也没有出现。", "No header was found: none of the mapping's headings occurs."),
                new Phrase("检查映射的 columns.headers，或用 header.row 指明表头所在行，或在 sheets.except 中排除此表。",
                    "Check columns.headers in the mapping, say where the header is with header.row, or leave the sheet out with sheets.except.")));
            return null;
        }

        var match = ColumnMatch.Of(header, reading.Mapping.Columns);
        Describe(sheet, reading, header, match);
        return new SheetLayout(header, match, BesideTable(sheet, reading, top));
    }

    internal static HeaderBlock? Locate(IReadOnlyList<SourceRow> top, Mapping mapping)
    {
        if (mapping.Header.Row is { } first)
        {
            var rows = top.Where(row => row.Number >= first && row.Number < first + (mapping.Header.Rows ?? 1)).ToList();
            return rows.Count == 0 ? null : HeaderBlock.From(rows);
        }

        return HeaderBlock.Find(top, header => ColumnMatch.Of(header, mapping.Columns).Count);
    }

    private static void Describe(SourceSheet sheet, Reading reading, HeaderBlock header, ColumnMatch match)
    {
        var at = new Origin(sheet.File, sheet.Name, header.LastRow);
        var columns = reading.Mapping.Columns;
        foreach (var (name, column) in columns)
        {
            if (match.Ambiguous.TryGetValue(name, out var both))
            {
                reading.Add(at, Severity.Error, "AMBIGUOUS_COLUMN", column.Headers[0], string.Join(" | ", both),
                    new Phrase($"有 {both.Count} 列都符合“{name}”。", $"{both.Count} columns fit “{name}”."),
                    new Phrase("在映射的 headers 中写上级表头（上级 / 下级），或写“名称@2”取第二列。", "Name the upper heading too (upper / lower), or write Name@2 for the second one."));
            }
            else if (!column.Optional && column.Pattern is null && !match.Single.ContainsKey(name))
            {
                reading.Add(at, Severity.Error, "MISSING_COLUMN", column.Headers[0], null,
                    new Phrase($"缺少列“{column.Headers[0]}”（{name}）。", $"The column “{column.Headers[0]}” ({name}) is missing."),
                    new Phrase("在映射的 headers 里加上本表的列名；可缺的列写 optional: true。", "Add this sheet's heading to headers in the mapping; a column that may be absent is optional: true."));
            }
        }

        foreach (var (name, index) in match.Single.Concat(match.Families.SelectMany(family => family.Value.Select(member => KeyValuePair.Create(family.Key, member.Index)))))
        {
            var column = columns[name];
            var declared = column.Unit ?? reading.Mapping.Money.Unit;
            if (column.Type == ColumnType.Money && HeaderText.Unit(header.Headings[index]) is { } written && MoneyUnits.Yuan(declared) is not null && written != declared)
            {
                reading.Add(at, Severity.Error, "UNIT_DIFFERS", header.Headings[index], written,
                    new Phrase($"表头写的是{written}，映射写的是{declared}。", $"The heading says {written}, the mapping says {declared}."),
                    new Phrase("核对单位，并在映射中改正。", "Find out which is right and mend the mapping."));
            }
        }

        var used = match.Single.Values.Concat(match.Families.Values.SelectMany(family => family.Select(member => member.Index))).ToHashSet();
        reading.Found(new SheetHeader(sheet.Name, header,
            [.. match.Single.Select(pair => (pair.Key, header.Headings[pair.Value])), .. match.Families.SelectMany(family => family.Value.Select(member => (family.Key, header.Headings[member.Index])))],
            [.. header.Headings.Where((heading, index) => heading.Length > 0 && !used.Contains(index))]));
    }

    private static Dictionary<string, string?> BesideTable(SourceSheet sheet, Reading reading, IReadOnlyList<SourceRow> top)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, cell) in reading.Mapping.Cells)
        {
            var (number, column) = Address(cell.At);
            var raw = top.FirstOrDefault(row => row.Number == number).Cells is { } found && column < found.Length ? found[column] : null;
            if (raw is not null && cell.Pattern is { } pattern)
            {
                raw = Regex.Match(raw.Normalize(NormalizationForm.FormKC), pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) is { Success: true } part
                    ? part.Groups[^1].Value
                    : null;
            }

            var type = new ColumnMapping { Type = cell.Type };
            if (new CellText(reading.Mapping, type, sheet.Workbook).Read(raw, out var value) is { } fault)
            {
                reading.Add(new Origin(sheet.File, sheet.Name, number), Severity.Error, fault, cell.At, raw, Faults.Message(fault, raw, type), Faults.Remedy(fault, reading.Mapping));
                value = null;
            }

            values[name] = value;
        }

        return values;
    }

    /// <summary>Row and column of a cell, e.g. <c>C3</c>.</summary>
    private static (int Row, int Column) Address(string at)
    {
        var letters = at.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = at[..letters].Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
        return (int.Parse(at.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture), column);
    }
}
