using System.Text;
using System.Text.RegularExpressions;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Use case: reads a source's sheets by its mapping into the tables of a data package. Writes nothing; every fault is in the result.</summary>
public static class ReadSpreadsheet
{
    private const int ProgressStep = 2_000;

    public static Reading Run(
        IEnumerable<SourceSheet> sheets, Mapping mapping, int? season = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var reading = new Reading(mapping);
        var year = season ?? mapping.Season;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        string? file = null;
        foreach (var sheet in sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            file = sheet.File;
            if (Selected(sheet, mapping.Sheets))
            {
                any = true;
                Sheet(sheet, reading, year, seen, progress, cancellation);
            }
        }

        if (!any)
        {
            reading.Add(new Problem(Severity.Error, "NO_SHEET", file ?? "", null, null, null, string.Join(", ", mapping.Sheets.Only),
                new Phrase("没有一个工作表符合映射的 sheets。", "No sheet fits the mapping's sheets."), new Phrase("检查映射的 sheets.only。", "Check sheets.only in the mapping.")));
        }

        cancellation.ThrowIfCancellationRequested();
        FinishTables.Run(reading, year);
        progress?.Report(new ImportProgress("read", reading.RowsRead));
        return reading;
    }

    private static void Sheet(
        SourceSheet sheet, Reading reading, int? season, HashSet<string> seen, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var mapping = reading.Mapping;
        using var rows = sheet.Rows.GetEnumerator();
        var top = new List<SourceRow>();
        while (top.Count < HeaderBlock.SearchRows + 4 && rows.MoveNext())
        {
            top.Add(rows.Current);
        }

        if (Header(top, mapping) is not { } header)
        {
            reading.Add(new Problem(Severity.Error, "NO_HEADER", sheet.File, sheet.Name, null, null, null,
                new Phrase("没有找到表头：映射里的列名一个也没有出现。", "No header was found: none of the mapping's headings occurs."),
                new Phrase("检查映射的 columns.headers，或用 header.row 指明表头所在行，或在 sheets.except 中排除此表。",
                    "Check columns.headers in the mapping, say where the header is with header.row, or leave the sheet out with sheets.except.")));
            return;
        }

        var match = ColumnMatch.Of(header, mapping.Columns);
        Describe(sheet, reading, header, match);
        var cells = Cells(sheet, reading, top);
        var reader = new SheetReader(sheet, reading, header, match, cells, season, seen);
        var count = 0L;
        foreach (var row in top.Where(row => row.Number > header.LastRow).Concat(Rest(rows)))
        {
            if (++count % ProgressStep == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress("read", reading.RowsRead));
            }

            reader.Row(row);
        }

        reader.Close();
    }

    private static IEnumerable<SourceRow> Rest(IEnumerator<SourceRow> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }

    private static HeaderBlock? Header(List<SourceRow> top, Mapping mapping)
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

    private static Dictionary<string, string?> Cells(SourceSheet sheet, Reading reading, List<SourceRow> top)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, cell) in reading.Mapping.Cells)
        {
            var (number, column) = SheetReader.Address(cell.At);
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

    private static bool Selected(SourceSheet sheet, SheetSelector selector) => sheet.Name is null
        || (selector.Only.Any(pattern => Fits(sheet.Name, pattern)) && !selector.Except.Any(pattern => Fits(sheet.Name, pattern)));

    private static bool Fits(string name, string pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name.Trim(), ignoreCase: true);
}
