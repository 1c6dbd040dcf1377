using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Imports;

/// <summary>
/// Writes the source's cells as they were, faulty ones coloured, with a column of messages behind them and a sheet that lists every problem.
/// Every cell is written as text or as a plain number: nothing that looks like a formula is ever live.
/// </summary>
public static class AnnotatedWorkbook
{
    private const uint Plain = 0;
    private const uint Bad = 1;
    private const uint Doubtful = 2;
    private const uint Said = 3;
    private const int LongestCell = 32_000;

    public static void Write(string path, IEnumerable<SourceSheet> sheets, Reading reading, CancellationToken cancellation = default) =>
        Write(path, sheets, reading.Problems, sheet => reading.Headers.FirstOrDefault(found => found.Sheet == sheet.Name)?.Header, cancellation);

    /// <param name="headerOf">Header of a sheet, where it has one.</param>
    public static void Write(string path, IEnumerable<SourceSheet> sheets, IReadOnlyList<Problem> problems, Func<SourceSheet, HeaderBlock?> headerOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(headerOf);
        var unfinished = path + ".part";
        try
        {
            using (var document = SpreadsheetDocument.Create(unfinished, SpreadsheetDocumentType.Workbook))
            {
                var workbook = document.AddWorkbookPart();
                workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = AnnotatedStyles.Sheet();
                var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                var list = new Sheets();
                foreach (var sheet in sheets)
                {
                    Add(workbook, list, Name(sheet.Name ?? "CSV", names), part => Source(part, sheet, problems, headerOf(sheet), cancellation));
                }

                Add(workbook, list, Name("问题 Problems", names), part => Problems(part, problems));
                workbook.Workbook = new Workbook(list);
            }

            cancellation.ThrowIfCancellationRequested();
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Add(WorkbookPart workbook, Sheets list, string name, Action<WorksheetPart> write)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        write(part);
        list.AppendChild(new Sheet { Name = name, SheetId = (uint)list.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
    }

    private static void Source(WorksheetPart part, SourceSheet sheet, IReadOnlyList<Problem> problems, HeaderBlock? header, CancellationToken cancellation)
    {
        var byRow = problems.Where(problem => problem.Sheet == sheet.Name && problem.Row is not null).ToLookup(problem => problem.Row!.Value);
        var messages = header?.Headings.Count ?? 0;
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var said = byRow[row.Number].ToList();
            writer.WriteStartElement(new Row { RowIndex = (uint)row.Number });
            for (var column = 0; column < Math.Max(row.Cells.Length, said.Count > 0 ? messages : 0); column++)
            {
                var heading = header is not null && column < header.Headings.Count ? header.Headings[column] : null;
                var here = said.Where(problem => problem.Column is not null && (problem.Column == heading || problem.Column == SheetCell.NameOf(column) + row.Number.ToString(CultureInfo.InvariantCulture))).ToList();
                var style = here.Any(problem => problem.Severity == Severity.Error) ? Bad : here.Count > 0 ? Doubtful : Plain;
                Cell(writer, column, row.Number, row[column], style, sheet.Workbook);
            }

            if (said.Count > 0)
            {
                Cell(writer, Math.Max(messages, row.Cells.Length), row.Number, string.Join("\n", said.Select(Sentence)), Said, false);
            }
            else if (header is not null && row.Number == header.LastRow)
            {
                Cell(writer, Math.Max(messages, row.Cells.Length), row.Number, "问题 Problems", Said, false);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Problems(WorksheetPart part, IReadOnlyList<Problem> problems)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var number = 1L;
        Line(writer, number++, "级别 severity", "代码 code", "工作表 sheet", "行 row", "列 column", "值 value", "问题 problem", "办法 remedy", "message", "how to mend it");
        foreach (var problem in problems)
        {
            Line(writer, number++, problem.Severity == Severity.Error ? "error" : "warning", problem.Code, problem.Sheet, problem.Row?.ToString(CultureInfo.InvariantCulture),
                problem.Column, problem.Value, problem.Message.Zh, problem.Remedy.Zh, problem.Message.En, problem.Remedy.En);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Line(OpenXmlWriter writer, long number, params string?[] texts)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var column = 0; column < texts.Length; column++)
        {
            Cell(writer, column, number, texts[column], Plain, false);
        }

        writer.WriteEndElement();
    }

    private static void Cell(OpenXmlWriter writer, int column, long row, string? text, uint style, bool numbers)
    {
        if (text is null && style == Plain)
        {
            return;
        }

        var at = SheetCell.NameOf(column) + row.ToString(CultureInfo.InvariantCulture);
        if (numbers && IsPlainNumber(text))
        {
            writer.WriteElement(new Cell(new CellValue(text!)) { CellReference = at, StyleIndex = style, DataType = CellValues.Number });
            return;
        }

        writer.WriteElement(new Cell(new InlineString(new Text(Safe(text ?? "")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = at,
            StyleIndex = style + (FormulaText.LooksLive(text) ? AnnotatedStyles.Quoted : 0),
            DataType = CellValues.InlineString,
        });
    }

    private static bool IsPlainNumber(string? text) => text is { Length: > 0 and < 16 } && (text == "0" || text[0] != '0' || text.StartsWith("0.", StringComparison.Ordinal))
        && text.All(mark => char.IsAsciiDigit(mark) || mark == '.') && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>Characters that XML cannot carry are shown as a box.</summary>
    private static string Safe(string text)
    {
        var cut = text.Length > LongestCell ? text[..LongestCell] : text;
        return string.Concat(cut.EnumerateRunes().Select(rune => rune.Value is 9 or 10 or 13 or (>= 32 and not (0xFFFE or 0xFFFF)) ? rune.ToString() : "□"));
    }

    private static string Sentence(Problem problem) => $"{problem.Column}: {problem.Message.Zh}{problem.Remedy.Zh} / {problem.Message.En}";

    private static string Name(string wanted, HashSet<string> taken)
    {
        var clean = string.Concat(wanted.Where(mark => !@"[]:*?/\".Contains(mark, StringComparison.Ordinal)));
        clean = clean.Length == 0 ? "sheet" : clean.Length > 28 ? clean[..28] : clean;
        var name = clean;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{clean} {number}");
        }

        return name;
    }
}
