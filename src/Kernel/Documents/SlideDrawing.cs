using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Saima.Kernel.Documents;

/// <summary>Puts the parts of a page below each other; tables get the size of type that fits.</summary>
internal static class SlideDrawing
{
    private const long Side = 609600;
    private const long Top = 1250000;
    private const long Foot = 6430000;
    private const long Gap = 150000;
    private const long Across = SlideShapes.Width - (2 * Side);
    private const string Ink = "1B2430";
    private const string Blue = "1F3A5F";
    private const string Grey = "66707F";

    public static ShapeTree Draw(Deck deck, Slide slide, int number)
    {
        var tree = SlideShapes.Tree();
        uint id = 2;
        if (slide.IsCover)
        {
            tree.Append(SlideShapes.Of(id++, "色带", new(0, 0, 260000, SlideShapes.Height), [""], new(10, Blue) { Fill = Blue }));
            tree.Append(SlideShapes.Of(id++, "标题", new(1100000, 1900000, SlideShapes.Width - 2200000, 1500000), [slide.Heading], new(40, Blue) { Bold = true, Anchor = A.TextAnchoringTypeValues.Bottom }, isTitle: true));
            tree.Append(SlideShapes.Of(id++, "说明", new(1100000, 3550000, SlideShapes.Width - 2200000, 1800000), [.. slide.Parts.OfType<SlideLines>().SelectMany(part => part.Lines)], new(20, Grey) { Anchor = A.TextAnchoringTypeValues.Top }));
            Mark(tree, ref id, deck, number);
            return tree;
        }

        tree.Append(SlideShapes.Of(id++, "标题", new(Side, 320000, Across, 760000), [slide.Heading], new(28, Blue) { Bold = true }, isTitle: true));
        tree.Append(SlideShapes.Of(id++, "线", new(Side, 1110000, Across, 22000), [""], new(1, Blue) { Fill = Blue }));
        var wanted = slide.Parts.Select(Wanted).ToList();
        // What is too tall for the page is squeezed together, tables by a smaller type.
        var share = Math.Min(1d, (Foot - Top - (Gap * Math.Max(0, slide.Parts.Count - 1))) / (double)Math.Max(1, wanted.Sum()));
        var at = Top;
        foreach (var (part, height) in slide.Parts.Zip(wanted.Select(one => (long)(one * share))))
        {
            Part(tree, ref id, part, new(Side, at, Across, height));
            at += height + Gap;
        }

        Mark(tree, ref id, deck, number);
        return tree;
    }

    private static long Wanted(SlideBlock part) => part switch
    {
        SlideFigures => 1250000,
        SlideBars bars => bars.Bars.Count * 430000L,
        SlideTable table => (table.Table.Rows.Count + 1) * 370000L,
        SlideLines lines => lines.Lines.Sum(line => 1 + (line.Length / 46)) * 440000L,
        _ => 0,
    };

    private static void Part(ShapeTree tree, ref uint id, SlideBlock part, Box box)
    {
        switch (part)
        {
            case SlideLines lines:
                tree.Append(SlideShapes.Of(id++, "要点", box, lines.Lines, new(18, Ink) { Bullets = true, Anchor = A.TextAnchoringTypeValues.Top }));
                break;
            case SlideTable table:
                var row = Math.Min(370000L, box.Height / (table.Table.Rows.Count + 1));
                tree.Append(SlideShapes.Table(id++, box, table.Table, Math.Clamp(Math.Floor(row / 370000d * 14), 7, 14), row));
                break;
            case SlideFigures figures:
                Figures(tree, ref id, figures, box);
                break;
            case SlideBars bars:
                Bars(tree, ref id, bars, box);
                break;
        }
    }

    private static void Figures(ShapeTree tree, ref uint id, SlideFigures figures, Box box)
    {
        var width = (box.Width - ((figures.Figures.Count - 1) * Gap)) / Math.Max(1, figures.Figures.Count);
        foreach (var (figure, at) in figures.Figures.Select((figure, at) => (figure, at)))
        {
            var left = box.Left + (at * (width + Gap));
            tree.Append(SlideShapes.Of(id++, figure.Label, new(left, box.Top, width, box.Height), [""], new(10, Ink) { Fill = "F2F5F9" }));
            tree.Append(SlideShapes.Of(id++, figure.Label, new(left, box.Top, 60000, box.Height), [""], new(10, Ink) { Fill = figure.Colour }));
            tree.Append(SlideShapes.Of(id++, figure.Label + "数", new(left + 60000, box.Top + (box.Height / 10), width - 60000, box.Height * 5 / 10), [figure.Value], new(28, figure.Colour) { Bold = true, Side = A.TextAlignmentTypeValues.Center }));
            tree.Append(SlideShapes.Of(id++, figure.Label + "名", new(left + 60000, box.Top + (box.Height * 6 / 10), width - 60000, box.Height * 3 / 10), [figure.Label], new(14, Grey) { Side = A.TextAlignmentTypeValues.Center }));
        }
    }

    private static void Bars(ShapeTree tree, ref uint id, SlideBars bars, Box box)
    {
        const long Label = 1900000;
        const long Tail = 2900000;
        var most = Math.Max(1, bars.Bars.Max(bar => bar.Parts.Sum(part => part.Count)));
        var row = box.Height / Math.Max(1, bars.Bars.Count);
        foreach (var (bar, at) in bars.Bars.Select((bar, at) => (bar, at)))
        {
            var top = box.Top + (at * row);
            tree.Append(SlideShapes.Of(id++, bar.Label, new(box.Left, top, Label, row), [bar.Label], new(14, Ink)));
            var left = box.Left + Label;
            foreach (var part in bar.Parts.Where(part => part.Count > 0))
            {
                var width = (box.Width - Label - Tail) * part.Count / most;
                tree.Append(SlideShapes.Of(id++, part.Label, new(left, top + (row / 6), width, row * 4 / 6), [""], new(8, "FFFFFF") { Fill = part.Colour }, description: $"{bar.Label} {part.Label} {part.Count}"));
                left += width;
            }

            tree.Append(SlideShapes.Of(id++, bar.Label + "数", new(left, top, Tail, row), [bar.Text], new(12, Grey)));
        }
    }

    private static void Mark(ShapeTree tree, ref uint id, Deck deck, int number)
    {
        if (deck.Mark is { } mark)
        {
            tree.Append(SlideShapes.Of(id++, "标记", new(Side, 6470000, Across - 900000, 300000), [mark], new(10, WordStyles.Red)));
        }

        tree.Append(SlideShapes.Of(id++, "页码", new(SlideShapes.Width - Side - 800000, 6470000, 800000, 300000), [FormattableString.Invariant($"{number}")], new(10, Grey) { Side = A.TextAlignmentTypeValues.Right }));
    }
}
