namespace Saima.Kernel.Documents;

/// <summary>A few pages to be shown on a wall: 16 to 9.</summary>
/// <param name="Mark">Stands at the foot of every page, for drafts and examples.</param>
public sealed record Deck(string Title, IReadOnlyList<Slide> Slides, string? Mark = null)
{
    public string Language { get; init; } = "zh-CN";

    public string Author { get; init; } = "";
}

/// <summary>One page: its parts stand below each other.</summary>
public sealed record Slide(string Heading, IReadOnlyList<SlideBlock> Parts)
{
    /// <summary>The first page, whose heading is the title of the deck.</summary>
    public bool IsCover { get; init; }
}

public abstract record SlideBlock;

public sealed record SlideLines(IReadOnlyList<string> Lines) : SlideBlock;

public sealed record SlideTable(PaperTable Table) : SlideBlock;

/// <summary>Large figures side by side.</summary>
public sealed record SlideFigures(IReadOnlyList<SlideFigure> Figures) : SlideBlock;

/// <param name="Colour">RRGGBB.</param>
public sealed record SlideFigure(string Label, string Value, string Colour);

/// <summary>Bars that are parts of a whole, one row each.</summary>
/// <param name="Caption">What the chart shows, for whoever cannot see it.</param>
public sealed record SlideBars(string Caption, IReadOnlyList<SlideBar> Bars) : SlideBlock;

/// <param name="Text">What stands behind the bar.</param>
public sealed record SlideBar(string Label, IReadOnlyList<BarPart> Parts, string Text);

/// <param name="Colour">RRGGBB.</param>
public sealed record BarPart(int Count, string Colour, string Label);
