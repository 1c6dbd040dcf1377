using DocumentFormat.OpenXml.Spreadsheet;

namespace Saima.Projects.Imports;

/// <summary>Looks of the annotated workbook: plain, faulty, doubtful, message; and the same four kept as text.</summary>
internal static class AnnotatedStyles
{
    /// <summary>Added to a style: what is typed there stays text even when somebody edits the cell.</summary>
    public const uint Quoted = 4;

    public static Stylesheet Sheet()
    {
        var formats = new CellFormats();
        foreach (var quoted in new[] { false, true })
        {
            formats.Append(
                new CellFormat { FontId = 0, FillId = 0, BorderId = 0, QuotePrefix = quoted },
                new CellFormat { FontId = 0, FillId = 2, BorderId = 0, ApplyFill = true, QuotePrefix = quoted },
                new CellFormat { FontId = 0, FillId = 3, BorderId = 0, ApplyFill = true, QuotePrefix = quoted },
                new CellFormat { FontId = 1, FillId = 0, BorderId = 0, ApplyFont = true, QuotePrefix = quoted });
        }

        return new Stylesheet(
            new Fonts(new Font(), new Font(new Color { Rgb = "FF9C0006" })),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FFFFC7CE"),
                Solid("FFFFEB9C")),
            new Borders(new Border()),
            formats);
    }

    private static Fill Solid(string colour) =>
        new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
}
