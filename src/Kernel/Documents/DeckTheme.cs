using DocumentFormat.OpenXml.Drawing;

namespace Saima.Kernel.Documents;

/// <summary>Colours and typefaces of a deck. PowerPoint wants all of them, used or not.</summary>
internal static class DeckTheme
{
    public static Theme Make(FontSet fonts) => new(
        new ThemeElements(
            new ColorScheme(
                new Dark1Color(Hex("1B2430")),
                new Light1Color(Hex("FFFFFF")),
                new Dark2Color(Hex("1F3A5F")),
                new Light2Color(Hex("F2F5F9")),
                new Accent1Color(Hex("1F4E8C")),
                new Accent2Color(Hex("C62828")),
                new Accent3Color(Hex("E0A100")),
                new Accent4Color(Hex("6B4A2B")),
                new Accent5Color(Hex("2E7D4F")),
                new Accent6Color(Hex("8A94A3")),
                new Hyperlink(Hex("1F4E8C")),
                new FollowedHyperlinkColor(Hex("6B4A2B")))
            { Name = "赛马" },
            new FontScheme(Major(fonts.Heading.Name), Minor(fonts.Heading.Name)) { Name = "赛马" },
            new FormatScheme(
                new FillStyleList(Solid(), Solid(), Solid()),
                new LineStyleList(Line(), Line(), Line()),
                new EffectStyleList(Plain(), Plain(), Plain()),
                new BackgroundFillStyleList(Solid(), Solid(), Solid()))
            { Name = "赛马" }))
    { Name = "赛马" };

    private static RgbColorModelHex Hex(string colour) => new() { Val = colour };

    private static MajorFont Major(string font) => new(new LatinFont { Typeface = font }, new EastAsianFont { Typeface = font }, new ComplexScriptFont { Typeface = "" });

    private static MinorFont Minor(string font) => new(new LatinFont { Typeface = font }, new EastAsianFont { Typeface = font }, new ComplexScriptFont { Typeface = "" });

    private static SolidFill Solid() => new(new SchemeColor { Val = SchemeColorValues.PhColor });

    private static Outline Line() => new(Solid()) { Width = 9525 };

    private static EffectStyle Plain() => new(new EffectList());
}
