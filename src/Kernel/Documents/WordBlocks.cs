using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Saima.Kernel.Documents;

/// <summary>Passages and tables as Word knows them.</summary>
internal static class WordBlocks
{
    private const int Character = 315;

    public static Paragraph Passage(Passage passage, Passage? next)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Id(passage.Role) });
        if (passage.Role is PassageRole.Signature or PassageRole.Date)
        {
            properties.Append(new Indentation { Right = Number(FromTheRight(passage, next)) });
        }

        var run = Run(passage.Text);
        if (passage.Role == PassageRole.Masthead && passage.Text.Length > 0)
        {
            // As large as fits on one line, never smaller than a title.
            var points = Math.Clamp(430 / passage.Text.Length, 22, 60);
            run.PrependChild(new RunProperties(new FontSize { Val = Number(points * 2) }, new FontSizeComplexScript { Val = Number(points * 2) }));
        }

        return new Paragraph(properties, run);
    }

    public static Table Table(PaperTable table, PaperLayout layout)
    {
        var total = table.Columns.Sum(column => column.Weight);
        var widths = table.Columns.Select(column => PageGeometry.Twips(PageGeometry.Width(layout)) * column.Weight / total).ToList();
        var result = new Table(
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    Edge<TopBorder>(4), Edge<LeftBorder>(4), Edge<BottomBorder>(4), Edge<RightBorder>(4), Edge<InsideHorizontalBorder>(4), Edge<InsideVerticalBorder>(4)),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }),
                new TableLook { Val = "0020", FirstRow = true },
                new TableCaption { Val = table.Caption }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        result.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, at) => Cell(column.Heading, widths[at], WordStyles.HeadCell, null))]));
        foreach (var row in table.Rows)
        {
            result.Append(new TableRow(
                [new TableRowProperties(new CantSplit()), .. table.Columns.Select((column, at) => Cell(row[at], widths[at], WordStyles.Cell, Justified(column.Side)))]));
        }

        return result;
    }

    public static Run Run(string text)
    {
        var run = new Run();
        foreach (var (line, at) in text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(Clean(line)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>Without what XML cannot hold.</summary>
    public static string Clean(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= 0x10000 || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));

    private static TableCell Cell(string text, int width, string style, JustificationValues? side)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (side is { } given)
        {
            properties.Append(new Justification { Val = given });
        }

        return new TableCell(
            new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            new Paragraph(properties, Run(text)));
    }

    private static JustificationValues Justified(CellSide side) => side switch
    {
        CellSide.Middle => JustificationValues.Center,
        CellSide.End => JustificationValues.Right,
        _ => JustificationValues.Left,
    };

    private static T Edge<T>(uint size)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Space = 0, Color = "000000" };

    /// <summary>The date stands four characters from the right, the signature centred above it; where that is the longer one it stands two from the right.</summary>
    private static int FromTheRight(Passage passage, Passage? next)
    {
        if (passage.Role == PassageRole.Date || next is not { Role: PassageRole.Date })
        {
            return Character * 4;
        }

        return Math.Max(Character * 2, (Character * 4) + (((HalfCharacters(next.Text) - HalfCharacters(passage.Text)) * Character) / 4));
    }

    private static int HalfCharacters(string text) => text.Sum(letter => letter < 0x2000 ? 1 : 2);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
