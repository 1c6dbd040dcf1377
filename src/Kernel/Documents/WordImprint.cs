using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Saima.Kernel.Documents;

/// <summary>
/// 版记 between its rules, at the foot of the page it is on. It is a text box placed by measure: a floating table or frame does the same in Word, but
/// LibreOffice lets those sink into the text.
/// </summary>
internal static class WordImprint
{
    private const int PerTwip = 635;
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static Paragraph Of(Imprint imprint)
    {
        var width = PageGeometry.Twips(PageGeometry.TextWidth);
        var height = Height(imprint);
        var top = PageGeometry.Twips(297 - PageGeometry.Bottom) - height;
        var lines = new[] { imprint.CopiedTo, $"{imprint.Office}\t{imprint.PrintedOn}" }.Where(line => line.Length > 0).ToList();
        var extent = new[] { new XAttribute("cx", width * PerTwip), new XAttribute("cy", height * PerTwip) };
        var shape = new XElement(
            Wps + "wsp",
            new XElement(Wps + "cNvSpPr", new XAttribute("txBox", 1)),
            new XElement(
                Wps + "spPr",
                new XElement(A + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", extent)),
                new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")),
                new XElement(A + "noFill"),
                new XElement(A + "ln", new XElement(A + "noFill"))),
            new XElement(Wps + "txbx", new XElement(W + "txbxContent", lines.Select((line, at) => Line(line, at, lines.Count, width)))),
            new XElement(Wps + "bodyPr", new[] { "lIns", "tIns", "rIns", "bIns" }.Select(side => new XAttribute(side, 0))));
        var anchor = new XElement(
            Wp + "anchor",
            new[] { ("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0"), ("simplePos", "0"), ("relativeHeight", "1"), ("behindDoc", "0"), ("locked", "0"), ("layoutInCell", "1"), ("allowOverlap", "0") }
                .Select(one => new XAttribute(one.Item1, one.Item2)),
            new XElement(Wp + "simplePos", new XAttribute("x", 0), new XAttribute("y", 0)),
            new XElement(Wp + "positionH", new XAttribute("relativeFrom", "margin"), new XElement(Wp + "posOffset", 0)),
            new XElement(Wp + "positionV", new XAttribute("relativeFrom", "page"), new XElement(Wp + "posOffset", top * PerTwip)),
            new XElement(Wp + "extent", extent),
            new XElement(Wp + "wrapTopAndBottom"),
            new XElement(Wp + "docPr", new XAttribute("id", 9999), new XAttribute("name", "版记")),
            new XElement(Wp + "cNvGraphicFramePr"),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", Wps.NamespaceName), shape)));
        var paragraph = new XElement(
            W + "p",
            new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "mc", Mc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "wps", Wps.NamespaceName),
            new XElement(W + "pPr", Valued("pStyle", WordStyles.Plain), new XElement(W + "spacing", Word("line", 20), Word("lineRule", "exact"))),
            new XElement(W + "r", new XElement(Mc + "AlternateContent", new XElement(Mc + "Choice", new XAttribute("Requires", "wps"), new XElement(W + "drawing", anchor)))));
        return new Paragraph(paragraph.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Twentieths of a point.</summary>
    public static int Height(Imprint imprint)
    {
        // 156 mm less a character at either side hold 29 characters of 14 points.
        var copied = imprint.CopiedTo.Length == 0 ? 0 : (imprint.CopiedTo.Sum(letter => letter < 0x2000 ? 1 : 2) + 57) / 58;
        return ((copied + 1) * WordStyles.ImprintPitch) + 160;
    }

    /// <summary>A line of the imprint: strong rules above the first and below the last, a thin one between.</summary>
    private static XElement Line(string text, int at, int count, int width)
    {
        var runs = text.Split('\t').SelectMany((piece, tab) => new[] { tab == 0 ? null : new XElement(W + "tab"), new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), WordBlocks.Clean(piece)) });
        return new XElement(
            W + "p",
            new XElement(
                W + "pPr",
                Valued("pStyle", WordStyles.Imprint),
                new XElement(W + "pBdr", at == 0 ? Rule("top", 8) : null, Rule("bottom", at == count - 1 ? 8 : 6)),
                new XElement(W + "tabs", new XElement(W + "tab", Word("val", "right"), Word("pos", width - 280))),
                // A rule begins where its paragraph is indented to, so the line is indented by a character of its own.
                new XElement(W + "ind", Word("firstLine", 280)),
                Valued("jc", "left")),
            new XElement(W + "r", runs));
    }

    private static XElement Rule(string side, int size) => new(W + side, Word("val", "single"), Word("sz", size), Word("space", 1), Word("color", "000000"));

    private static XElement Valued(string name, string value) => new(W + name, Word("val", value));

    private static XAttribute Word(string name, object value) => new(W + name, Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
