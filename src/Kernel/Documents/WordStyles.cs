using DocumentFormat.OpenXml.Wordprocessing;

namespace Saima.Kernel.Documents;

/// <summary>A style of Word for every role a passage can have.</summary>
internal static class WordStyles
{
    public const string Cell = "Cell";
    public const string HeadCell = "HeadCell";
    public const string Imprint = "Imprint";
    public const string PageNumber = "PageNumber";
    public const string Mark = "Mark";
    public const string Plain = "Plain";
    public const string Red = "C00000";
    public const int ImprintPitch = 400;
    private const int Pitch = PageGeometry.LinePitch;

    public static string Id(PassageRole role) => role.ToString();

    public static Styles Make(FontSet fonts, PaperLayout layout) => layout == PaperLayout.OnePage ? OnePage(fonts) : Official(fonts);

    /// <summary>Space above the characters of the first line, taken off so that they stand 35 mm below the top of the text.</summary>
    private const int MastheadAscent = 2;

    private static Styles OnePage(FontSet fonts)
    {
        var body = new Look(fonts.Body.Name, 12) { Indent = 2, Pitch = 380 };
        var heading = body with { Font = fonts.Heading.Name, Indent = 0, Level = 1, Keep = true, Before = 100 };
        return new Styles(
            Defaults(fonts),
            Plainly(),
            Of(PassageRole.Title, "标题", new(fonts.Title.Name, 20) { Side = JustificationValues.Center, After = 120, Pitch = 0, Level = 0, Keep = true }),
            Of(PassageRole.Body, "正文", body),
            Of(PassageRole.First, "一级标题", heading),
            Of(PassageRole.Second, "二级标题", heading with { Font = fonts.Subheading.Name, Level = 2 }),
            Of(PassageRole.Third, "三级标题", heading with { Font = fonts.Body.Name, Level = 3 }),
            Of(PassageRole.Note, "注", new(fonts.Body.Name, 10) { Pitch = 300 }),
            Of(Cell, "表格文字", new(fonts.Body.Name, 10) { Pitch = 290, Narrow = false }),
            Of(HeadCell, "表格标题", new(fonts.Heading.Name, 10) { Pitch = 290, Narrow = false, Side = JustificationValues.Center, Keep = true }),
            Of(PageNumber, "页码", new(fonts.Figures.Name, 10) { Pitch = 0, Narrow = false }),
            Of(Mark, "草稿标记", new(fonts.Heading.Name, 10) { Pitch = 0, Narrow = false, Colour = Red, Side = JustificationValues.Center }));
    }

    private static Style Plainly() => new(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Plain, Default = true };

    private static Styles Official(FontSet fonts)
    {
        var body = new Look(fonts.Body.Name, 16) { Indent = 2 };
        return new Styles(
            Defaults(fonts),
            Plainly(),
            Of(PassageRole.Masthead, "发文机关标志", new(fonts.Title.Name, 48) { Side = JustificationValues.Center, Before = PageGeometry.Twips(PageGeometry.MastheadDrop - MastheadAscent), Pitch = 0, Colour = Red }),
            Of(PassageRole.Number, "发文字号", new(fonts.Body.Name, 16) { Side = JustificationValues.Center, Before = Pitch * 2, Ruled = true }),
            Of(PassageRole.Title, "公文标题", new(fonts.Title.Name, 22) { Side = JustificationValues.Center, Before = Pitch * 2, After = Pitch, Pitch = 700, Level = 0, Keep = true }),
            Of(PassageRole.Addressee, "主送机关", new(fonts.Body.Name, 16) { Keep = true }),
            Of(PassageRole.Body, "公文正文", body),
            Of(PassageRole.First, "一级标题", body with { Font = fonts.Heading.Name, Level = 1, Keep = true }),
            Of(PassageRole.Second, "二级标题", body with { Font = fonts.Subheading.Name, Level = 2, Keep = true }),
            Of(PassageRole.Third, "三级标题", body with { Level = 3, Keep = true }),
            Of(PassageRole.AnnexNote, "附件说明", body with { Before = Pitch, Keep = true, Side = JustificationValues.Left }),
            Of(PassageRole.AnnexMark, "附件标记", new(fonts.Heading.Name, 16) { OwnPage = true, Keep = true }),
            Of(PassageRole.AnnexTitle, "附件标题", new(fonts.Title.Name, 22) { Side = JustificationValues.Center, Before = Pitch, After = Pitch / 2, Pitch = 700, Level = 0, Keep = true }),
            Of(PassageRole.Note, "表注", new(fonts.Body.Name, 12) { Pitch = 400 }),
            Of(PassageRole.Signature, "发文机关署名", new(fonts.Body.Name, 16) { Side = JustificationValues.Right, Before = Pitch * 2, Keep = true }),
            Of(PassageRole.Date, "成文日期", new(fonts.Body.Name, 16) { Side = JustificationValues.Right }),
            Of(Cell, "表格文字", new(fonts.Body.Name, 12) { Pitch = 360, Narrow = false }),
            Of(HeadCell, "表格标题", new(fonts.Heading.Name, 12) { Pitch = 360, Narrow = false, Side = JustificationValues.Center, Keep = true }),
            Of(Imprint, "版记", new(fonts.Body.Name, 14) { Pitch = ImprintPitch, Narrow = false }),
            Of(PageNumber, "页码", new(fonts.Figures.Name, 14) { Pitch = 0, Narrow = false }),
            Of(Mark, "草稿标记", new(fonts.Heading.Name, 12) { Pitch = 0, Narrow = false, Colour = Red, Side = JustificationValues.Center }));
    }

    private static DocDefaults Defaults(FontSet fonts) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            Fonts(fonts.Body.Name),
            new FontSize { Val = "32" },
            new FontSizeComplexScript { Val = "32" },
            new Languages { Val = "en-US", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" })));

    private static RunFonts Fonts(string font) => new() { Ascii = font, HighAnsi = font, EastAsia = font, ComplexScript = font };

    private static Style Of(PassageRole role, string name, Look look) => Of(Id(role), name, look);

    private static Style Of(string id, string name, Look look)
    {
        var paragraph = new StyleParagraphProperties();
        // The order of the elements is the schema's.
        if (look.Keep)
        {
            paragraph.Append(new KeepNext());
        }

        if (look.OwnPage)
        {
            paragraph.Append(new PageBreakBefore());
        }

        paragraph.Append(new WidowControl { Val = false });
        if (look.Ruled)
        {
            paragraph.Append(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 11, Color = Red }));
        }

        paragraph.Append(new AdjustRightIndent { Val = false }, new SnapToGrid { Val = false }, Spacing(look));
        if (look.Indent > 0)
        {
            paragraph.Append(new Indentation { FirstLineChars = look.Indent * 100, FirstLine = Number(look.Indent * 20 * look.Points) });
        }

        paragraph.Append(new Justification { Val = look.Side });
        if (look.Level is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties(Fonts(look.Font));
        if (look.Colour is { } colour)
        {
            run.Append(new Color { Val = colour });
        }

        if (look.Narrow && look.Points == 16)
        {
            run.Append(new Spacing { Val = PageGeometry.Narrowing });
        }

        run.Append(new FontSize { Val = Number(look.Points * 2) }, new FontSizeComplexScript { Val = Number(look.Points * 2) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = Plain }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };
    }

    private static SpacingBetweenLines Spacing(Look look)
    {
        var spacing = new SpacingBetweenLines { Before = Number(look.Before), After = Number(look.After) };
        if (look.Pitch > 0)
        {
            (spacing.Line, spacing.LineRule) = (Number(look.Pitch), LineSpacingRuleValues.Exact);
        }

        return spacing;
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Look(string Font, int Points)
    {
        /// <summary>First line, in characters.</summary>
        public int Indent { get; init; }

        public JustificationValues Side { get; init; } = JustificationValues.Both;

        public int Before { get; init; }

        public int After { get; init; }

        /// <summary>Twentieths of a point; 0 for what the font asks for.</summary>
        public int Pitch { get; init; } = PageGeometry.LinePitch;

        public string? Colour { get; init; }

        public int? Level { get; init; }

        public bool Keep { get; init; }

        public bool OwnPage { get; init; }

        public bool Ruled { get; init; }

        public bool Narrow { get; init; } = true;
    }
}
