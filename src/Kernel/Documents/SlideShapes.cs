using System.Globalization;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Saima.Kernel.Documents;

/// <summary>Where something stands on a page, in 360 000ths of a centimetre.</summary>
internal readonly record struct Box(long Left, long Top, long Width, long Height);

/// <summary>How a text on a page looks.</summary>
internal sealed record SlideText(double Points, string Colour)
{
    public bool Bold { get; init; }

    public A.TextAlignmentTypeValues Side { get; init; } = A.TextAlignmentTypeValues.Left;

    public string? Fill { get; init; }

    public A.TextAnchoringTypeValues Anchor { get; init; } = A.TextAnchoringTypeValues.Center;

    public bool Bullets { get; init; }
}

/// <summary>Shapes of PowerPoint.</summary>
internal static class SlideShapes
{
    public const long Width = 12192000;
    public const long Height = 6858000;

    public static ShapeTree Tree() => new(
        new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1, Name = "" }, new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
        new GroupShapeProperties(new A.TransformGroup()));

    public static Shape TitlePlace(uint id) => Of(id, "标题", new(609600, 320000, Width - 1219200, 800000), [""], new(28, "1F3A5F") { Bold = true }, isTitle: true);

    /// <summary>A box of text; a filled one is a bar or a tile.</summary>
    public static Shape Of(uint id, string name, Box box, IReadOnlyList<string> lines, SlideText look, bool isTitle = false, string? description = null)
    {
        var properties = new ShapeProperties(
            new A.Transform2D(new A.Offset { X = box.Left, Y = box.Top }, new A.Extents { Cx = box.Width, Cy = box.Height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle });
        properties.Append(look.Fill is { } fill ? new A.SolidFill(new A.RgbColorModelHex { Val = fill }) : new A.NoFill());
        properties.Append(new A.Outline(new A.NoFill()));
        var application = new ApplicationNonVisualDrawingProperties();
        if (isTitle)
        {
            application.Append(new PlaceholderShape { Type = PlaceholderValues.Title });
        }

        return new Shape(
            new NonVisualShapeProperties(
                new NonVisualDrawingProperties { Id = id, Name = name, Description = description },
                isTitle ? new NonVisualShapeDrawingProperties(new A.ShapeLocks { NoGrouping = true }) : new NonVisualShapeDrawingProperties(),
                application),
            properties,
            new TextBody([new A.BodyProperties { Wrap = A.TextWrappingValues.Square, Anchor = look.Anchor, LeftInset = 72000, RightInset = 72000, TopInset = 36000, BottomInset = 36000 }, new A.ListStyle(), .. lines.Select(line => Line(line, look))]));
    }

    public static A.Paragraph Line(string text, SlideText look)
    {
        var properties = new A.ParagraphProperties { Alignment = look.Side };
        if (look.Bullets)
        {
            (properties.LeftMargin, properties.Indent) = (285750, -285750);
            properties.Append(new A.LineSpacing(new A.SpacingPercent { Val = 120000 }), new A.SpaceAfter(new A.SpacingPoints { Val = 600 }), new A.CharacterBullet { Char = "•" });
        }
        else
        {
            properties.Append(new A.NoBullet());
        }

        var run = new A.RunProperties(new A.SolidFill(new A.RgbColorModelHex { Val = look.Colour }), new A.LatinFont { Typeface = "+mn-lt" }, new A.EastAsianFont { Typeface = "+mn-ea" })
        {
            Language = "zh-CN",
            FontSize = (int)(look.Points * 100),
            Bold = look.Bold,
        };
        return new A.Paragraph(properties, new A.Run(run, new A.Text(WordBlocks.Clean(text))));
    }

    public static GraphicFrame Table(uint id, Box box, PaperTable table, double points, long rowHeight)
    {
        var total = table.Columns.Sum(column => column.Weight);
        var widths = table.Columns.Select(column => box.Width * column.Weight / total).ToList();
        var grid = new A.Table(new A.TableProperties { FirstRow = true, BandRow = true }, new A.TableGrid(widths.Select(width => new A.GridColumn { Width = width })));
        grid.Append(new A.TableRow(table.Columns.Select(column => Cell(column.Heading, new(points, "FFFFFF") { Bold = true, Fill = "1F3A5F", Side = A.TextAlignmentTypeValues.Center }))) { Height = rowHeight });
        foreach (var (row, at) in table.Rows.Select((row, at) => (row, at)))
        {
            grid.Append(new A.TableRow(row.Select((text, column) => Cell(text, new(points, "1B2430") { Fill = at % 2 == 0 ? "FFFFFF" : "F2F5F9", Side = Side(table.Columns[column].Side) }))) { Height = rowHeight });
        }

        return new GraphicFrame(
            new NonVisualGraphicFrameProperties(
                new NonVisualDrawingProperties { Id = id, Name = string.Create(CultureInfo.InvariantCulture, $"表{id}"), Description = table.Caption },
                new NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoGrouping = true }),
                new ApplicationNonVisualDrawingProperties()),
            new Transform(new A.Offset { X = box.Left, Y = box.Top }, new A.Extents { Cx = box.Width, Cy = rowHeight * (table.Rows.Count + 1) }),
            new A.Graphic(new A.GraphicData(grid) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" }));
    }

    private static A.TableCell Cell(string text, SlideText look) => new(
        new A.TextBody(new A.BodyProperties(), new A.ListStyle(), Line(text, look)),
        new A.TableCellProperties(Edge<A.LeftBorderLineProperties>(), Edge<A.RightBorderLineProperties>(), Edge<A.TopBorderLineProperties>(), Edge<A.BottomBorderLineProperties>(), new A.SolidFill(new A.RgbColorModelHex { Val = look.Fill! }))
        { Anchor = A.TextAnchoringTypeValues.Center, LeftMargin = 72000, RightMargin = 72000, TopMargin = 20000, BottomMargin = 20000 });

    private static T Edge<T>()
        where T : A.LinePropertiesType, new()
    {
        var edge = new T { Width = 6350 };
        edge.Append(new A.SolidFill(new A.RgbColorModelHex { Val = "CBD3DE" }));
        return edge;
    }

    private static A.TextAlignmentTypeValues Side(CellSide side) => side switch
    {
        CellSide.Middle => A.TextAlignmentTypeValues.Center,
        CellSide.End => A.TextAlignmentTypeValues.Right,
        _ => A.TextAlignmentTypeValues.Left,
    };
}
