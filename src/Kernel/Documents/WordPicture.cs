using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Saima.Kernel.Documents;

/// <summary>A picture in the text, centred, with what it shows for whoever cannot see it.</summary>
internal static class WordPicture
{
    private const int PerMillimetre = 36_000;

    public static Paragraph Paragraph(MainDocumentPart main, Picture picture, int number)
    {
        var id = FormattableString.Invariant($"rIdPicture{number}");
        var part = main.AddNewPart<ImagePart>(picture.IsPng ? "image/png" : "image/jpeg", id);
        using (var content = new MemoryStream(picture.Bytes))
        {
            part.FeedData(content);
        }

        var width = (long)Math.Min(picture.Width, PageGeometry.TextWidth) * PerMillimetre;
        var height = (long)picture.Height * PerMillimetre * Math.Min(picture.Width, PageGeometry.TextWidth) / Math.Max(1, picture.Width);
        var graphic = new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = (uint)number, Name = id }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" });
        return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Plain }, new SpacingBetweenLines { Before = "120", After = "120" }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(new Wp.Inline(
                new Wp.Extent { Cx = width, Cy = height },
                new Wp.DocProperties { Id = (uint)number, Name = id, Description = WordBlocks.Clean(picture.Description) },
                graphic)
            { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
    }
}
