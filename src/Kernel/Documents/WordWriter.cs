using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Saima.Kernel.Documents;

/// <summary>Writes a document as Word in the layout of GB/T 9704-2012. The same document and fonts give the same bytes.</summary>
public static class WordWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Odd = "rIdOdd";
    private const string Even = "rIdEven";
    private const string Head = "rIdHead";
    private const string HeadEven = "rIdHeadEven";

    public static byte[] Write(Paper paper, FontSet fonts)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(fonts);
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Make(fonts, paper.Layout);
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = Settings(paper.Layout);
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = FontTable(fonts);
            main.AddNewPart<FooterPart>(Odd).Footer = PageNumber(JustificationValues.Right);
            main.AddNewPart<FooterPart>(Even).Footer = PageNumber(JustificationValues.Left);
            if (paper.Mark is { } mark)
            {
                main.AddNewPart<HeaderPart>(Head).Header = MarkOf(mark);
                main.AddNewPart<HeaderPart>(HeadEven).Header = MarkOf(mark);
            }

            main.Document = new Document(BodyOf(paper, main));
            PaperProperties.Write(file, paper);
        }

        return StillZip.Pack(stream);
    }

    private static Body BodyOf(Paper paper, MainDocumentPart main)
    {
        var body = new Body();
        var pictures = 0;
        for (var at = 0; at < paper.Blocks.Count; at++)
        {
            OpenXmlElement? element = paper.Blocks[at] switch
            {
                Passage passage => WordBlocks.Passage(passage, at + 1 < paper.Blocks.Count ? paper.Blocks[at + 1] as Passage : null),
                PaperTable table => WordBlocks.Table(table, paper.Layout),
                Picture picture => WordPicture.Paragraph(main, picture, ++pictures),
                NewPage => new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Plain }), new Run(new Break { Type = BreakValues.Page })),
                _ => null,
            };
            if (element is not null)
            {
                body.Append(element);
            }

            if (element is Table)
            {
                // Word joins two tables that touch, and wants a paragraph after the last one.
                body.Append(Thin());
            }
        }

        if (paper.Blocks.OfType<Imprint>().FirstOrDefault() is not { } imprint)
        {
            body.Append(Section(paper, null));
            return body;
        }

        var apart = !PageEstimate.HasRoomFor(imprint, paper);
        if (apart)
        {
            var end = Thin();
            end.ParagraphProperties!.Append(Section(paper, null));
            body.Append(end);
        }

        body.Append(WordImprint.Of(imprint), Section(paper, apart ? SectionMarkValues.EvenPage : null));
        return body;
    }

    private static Paragraph Thin() =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Plain }, new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }));

    private static SectionProperties Section(Paper paper, SectionMarkValues? kind)
    {
        var section = new SectionProperties();
        if (paper.Mark is not null)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = Head }, new HeaderReference { Type = HeaderFooterValues.Even, Id = HeadEven });
        }

        if (paper.Layout == PaperLayout.Official)
        {
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = Odd }, new FooterReference { Type = HeaderFooterValues.Even, Id = Even });
        }

        if (kind is { } given)
        {
            section.Append(new SectionType { Val = given });
        }

        section.Append(new PageSize { Width = (uint)PageGeometry.Twips(210), Height = (uint)PageGeometry.Twips(297) }, Margins(paper.Layout));
        return section;
    }

    private static PageMargin Margins(PaperLayout layout) => layout == PaperLayout.OnePage
        ? new()
        {
            Top = PageGeometry.Twips(PageGeometry.BriefMargin),
            Bottom = PageGeometry.Twips(PageGeometry.BriefMargin),
            Left = (uint)PageGeometry.Twips(PageGeometry.BriefMargin),
            Right = (uint)PageGeometry.Twips(PageGeometry.BriefMargin),
            Header = (uint)PageGeometry.Twips(10),
            Footer = (uint)PageGeometry.Twips(10),
            Gutter = 0,
        }
        : new()
        {
            Top = PageGeometry.Twips(PageGeometry.Top),
            Bottom = PageGeometry.Twips(PageGeometry.Bottom),
            Left = (uint)PageGeometry.Twips(PageGeometry.Inner),
            Right = (uint)PageGeometry.Twips(PageGeometry.Outer),
            Header = (uint)PageGeometry.Twips(15),
            // The dashes of the page number begin 7 mm below the text.
            Footer = (uint)PageGeometry.Twips(24.5),
            Gutter = 0,
        };

    private static Settings Settings(PaperLayout layout) => new(
        new MirrorMargins { Val = layout == PaperLayout.Official },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });

    private static Fonts FontTable(FontSet fonts) => new(fonts.All.DistinctBy(font => font.Name).Select(font => new Font(
        new AltName { Val = string.Join(',', font.Substitutes) },
        new FontCharSet { Val = "86" })
    { Name = font.Name }));

    private static Header MarkOf(string mark) => new(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Mark }), WordBlocks.Run(mark)));

    /// <summary>— 1 —, one character away from the outer edge.</summary>
    private static Footer PageNumber(JustificationValues side)
    {
        var indentation = side == JustificationValues.Right ? new Indentation { RightChars = 100, Right = "280" } : new Indentation { LeftChars = 100, Left = "280" };
        return new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.PageNumber }, indentation, new Justification { Val = side }),
            WordBlocks.Run("— "),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            WordBlocks.Run(" —")));
    }
}
