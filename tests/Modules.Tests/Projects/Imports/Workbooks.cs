using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>Real .xlsx files written in tests: merged header cells, numbers, dates with a date format, texts.</summary>
internal static class Workbooks
{
    /// <summary>Cells parted by <c>|</c>; <c>#45000</c> is a date by its serial number, <c>=12.5</c> a number, anything else text.</summary>
    public static void Write(string path, string sheet, IEnumerable<string> rows, params string[] merged)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            var number = 0U;
            foreach (var row in rows)
            {
                number++;
                writer.WriteStartElement(new Row { RowIndex = number });
                var cells = row.Split('|');
                for (var column = 0; column < cells.Length; column++)
                {
                    if (cells[column].Length > 0)
                    {
                        writer.WriteElement(Cell(cells[column], Letters(column) + number));
                    }
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            if (merged.Length > 0)
            {
                writer.WriteElement(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
            }

            writer.WriteEndElement();
        }

        workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = sheet, SheetId = 1, Id = workbook.GetIdOfPart(part) }));
    }

    private static Cell Cell(string text, string at) => text[0] switch
    {
        '#' => new Cell(new CellValue(text[1..])) { CellReference = at, StyleIndex = 1 },
        '=' => new Cell(new CellValue(text[1..])) { CellReference = at },
        _ => new Cell(new InlineString(new Text(text))) { CellReference = at, DataType = CellValues.InlineString },
    };

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
