using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Saima.Kernel.Documents;

/// <summary>Writes a deck as PowerPoint with text, tables and shapes that can be edited. The same deck and fonts give the same bytes.</summary>
public static class DeckWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private const string Master = "rIdMaster";
    private const string Layout = "rIdLayout";

    public static byte[] Write(Deck deck, FontSet fonts)
    {
        ArgumentNullException.ThrowIfNull(deck);
        ArgumentNullException.ThrowIfNull(fonts);
        using var stream = new MemoryStream();
        using (var file = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var presentation = file.AddPresentationPart();
            file.ChangeIdOfPart(presentation, "rId1");
            var master = presentation.AddNewPart<SlideMasterPart>(Master);
            var layout = master.AddNewPart<SlideLayoutPart>(Layout);
            layout.AddPart(master, Master);
            master.AddNewPart<ThemePart>("rIdTheme").Theme = DeckTheme.Make(fonts);
            presentation.AddPart(master.ThemePart!, "rIdTheme");
            layout.SlideLayout = new SlideLayout(new CommonSlideData(SlideShapes.Tree()), new ColorMapOverride(new A.MasterColorMapping())) { Type = SlideLayoutValues.TitleOnly };
            layout.SlideLayout.CommonSlideData!.Name = "页面";
            layout.SlideLayout.CommonSlideData.ShapeTree!.Append(SlideShapes.TitlePlace(2));
            master.SlideMaster = MasterOf();
            var ids = new SlideIdList();
            for (var at = 0; at < deck.Slides.Count; at++)
            {
                var id = FormattableString.Invariant($"rIdSlide{at + 1}");
                var part = presentation.AddNewPart<SlidePart>(id);
                part.AddPart(layout, Layout);
                part.Slide = new DocumentFormat.OpenXml.Presentation.Slide(
                    new CommonSlideData(SlideDrawing.Draw(deck, deck.Slides[at], at + 1)), new ColorMapOverride(new A.MasterColorMapping()));
                ids.Append(new SlideId { Id = (uint)(256 + at), RelationshipId = id });
            }

            presentation.Presentation = new Presentation(
                new SlideMasterIdList(new SlideMasterId { Id = 2147483648, RelationshipId = Master }),
                ids,
                new SlideSize { Cx = (int)SlideShapes.Width, Cy = (int)SlideShapes.Height },
                new NotesSize { Cx = 6858000, Cy = 9144000 });
            PaperProperties.Write(file, deck.Title, deck.Author, deck.Language);
        }

        return StillZip.Pack(stream);
    }

    private static SlideMaster MasterOf()
    {
        var tree = SlideShapes.Tree();
        tree.Append(SlideShapes.TitlePlace(2));
        return new SlideMaster(
            new CommonSlideData(tree),
            new ColorMap
            {
                Background1 = A.ColorSchemeIndexValues.Light1,
                Text1 = A.ColorSchemeIndexValues.Dark1,
                Background2 = A.ColorSchemeIndexValues.Light2,
                Text2 = A.ColorSchemeIndexValues.Dark2,
                Accent1 = A.ColorSchemeIndexValues.Accent1,
                Accent2 = A.ColorSchemeIndexValues.Accent2,
                Accent3 = A.ColorSchemeIndexValues.Accent3,
                Accent4 = A.ColorSchemeIndexValues.Accent4,
                Accent5 = A.ColorSchemeIndexValues.Accent5,
                Accent6 = A.ColorSchemeIndexValues.Accent6,
                Hyperlink = A.ColorSchemeIndexValues.Hyperlink,
                FollowedHyperlink = A.ColorSchemeIndexValues.FollowedHyperlink,
            },
            new SlideLayoutIdList(new SlideLayoutId { Id = 2147483649, RelationshipId = Layout }),
            new TextStyles(new TitleStyle(), new BodyStyle(), new OtherStyle()));
    }
}
