namespace Saima.Kernel.Documents;

/// <summary>The page of GB/T 9704-2012: A4, text of 156 by 225 mm, 22 lines of 28 characters of 16 points.</summary>
public static class PageGeometry
{
    public const int Lines = 22;
    public const int Characters = 28;

    /// <summary>天头, millimetres.</summary>
    public const int Top = 37;

    /// <summary>订口, millimetres; on the inner side of both pages of a leaf.</summary>
    public const int Inner = 28;

    public const int Outer = 26;
    public const int Bottom = 35;

    /// <summary>From the top of the text to the masthead, millimetres.</summary>
    public const int MastheadDrop = 35;

    /// <summary>All four margins of a one-page brief, millimetres.</summary>
    public const int BriefMargin = 20;

    public const int TextWidth = 156;
    public const int TextHeight = 225;

    /// <summary>A 22nd of the text's height in twentieths of a point, rounded down: with 29 points the 22nd line would fall on the next page.</summary>
    public const int LinePitch = 579;

    /// <summary>By how much a character of 16 points is narrowed for 28 to fit, in twentieths of a point.</summary>
    public const int Narrowing = -5;

    /// <summary>Width of the text, millimetres.</summary>
    public static int Width(PaperLayout layout) => layout == PaperLayout.OnePage ? 210 - (2 * BriefMargin) : TextWidth;

    /// <summary>Twentieths of a point.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);
}
