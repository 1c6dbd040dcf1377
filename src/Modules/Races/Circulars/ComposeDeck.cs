using Saima.Engines.Scoring;
using Saima.Kernel.Documents;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <summary>Use case: composes the deck of a round. A line that begins with # begins a page; 【表：…】 and 【图：…】 place tables and charts, every other line is a point.</summary>
public static class ComposeDeck
{
    private const int RowsOfSlide = 12;

    private static readonly IReadOnlyDictionary<Flag, string> Colours = new Dictionary<Flag, string>
    {
        [Flag.Red] = "C62828",
        [Flag.Yellow] = "B97F00",
        [Flag.Snail] = "6B4A2B",
        [Flag.None] = "5B6B7F",
        [Flag.Exempt] = "9AA4B2",
    };

    /// <summary>What 【图：…】 can place.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["挂旗", "赛道"];

    public static Outcome<Deck> Run(EditionFigures figures, ShelvedTemplate template)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(template);
        var filled = FillTemplate.Run(TemplateKind.Deck, template.Content, figures);
        if (filled.Value is not { } text)
        {
            return filled.Refusal!;
        }

        var title = text[TemplateSections.Title].Trim();
        var slides = new List<Slide> { new(title, [new SlideLines(Lines(text["subtitle"]))]) { IsCover = true } };
        foreach (var page in Pages(Lines(text[TemplateSections.Text])))
        {
            slides.AddRange(SlidesOf(page.Heading, [.. Parts(page.Lines, figures)]));
        }

        return new Deck(title.ReplaceLineEndings(""), slides, figures.Head.PublishedAt is null ? "本轮尚未公布　内部资料" : template.IsExample ? "示例" : null);
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Pages(List<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].StartsWith('#'))
            {
                yield return (lines[at].TrimStart('#', ' '), [.. lines.Skip(at + 1).TakeWhile(line => !line.StartsWith('#'))]);
            }
        }
    }

    /// <summary>A long table is continued on further pages; what belongs to it stands on the first.</summary>
    private static IEnumerable<Slide> SlidesOf(string heading, IReadOnlyList<SlideBlock> parts)
    {
        if (parts.OfType<SlideTable>().FirstOrDefault(part => part.Table.Rows.Count > RowsOfSlide) is not { } whole)
        {
            yield return new(heading, parts);
            yield break;
        }

        foreach (var (rows, at) in whole.Table.Rows.Chunk(RowsOfSlide).Select((rows, at) => (rows, at)))
        {
            var table = new SlideTable(whole.Table with { Rows = rows });
            yield return new(at == 0 ? heading : $"{heading}（续）", at == 0 ? [.. parts.Select(part => part == whole ? table : part)] : [table]);
        }
    }

    private static IEnumerable<SlideBlock> Parts(IReadOnlyList<string> lines, EditionFigures figures)
    {
        var points = new List<string>();
        foreach (var line in lines)
        {
            if (TextBlocks.Placed().Match(line) is not { Success: true } placed)
            {
                points.Add(line);
                continue;
            }

            if (points.Count > 0)
            {
                yield return new SlideLines([.. points]);
                points.Clear();
            }

            if (placed.Groups[1].Value == "图")
            {
                yield return placed.Groups[2].Value == "挂旗" ? Flags(figures) : Lanes(figures);
            }
            else if (PaperTables.Of(TemplateKind.Deck).First(table => table.Name == placed.Groups[2].Value).Make(figures) is { Rows.Count: > 0 } table)
            {
                yield return new SlideTable(table);
            }
        }

        if (points.Count > 0)
        {
            yield return new SlideLines(points);
        }
    }

    private static SlideFigures Flags(EditionFigures figures) =>
        new([.. Colours.Select(one => new SlideFigure(PaperText.FlagName(one.Key), PaperText.Count(figures.With(one.Key).Count()), one.Value))]);

    private static SlideBars Lanes(EditionFigures figures) => new("分赛道挂旗情况", [.. LaneFigures.Of(figures).Select(lane => new SlideBar(
        lane.Name,
        [.. Colours.Select(one => new BarPart(lane.With(one.Key), one.Value, PaperText.FlagName(one.Key)))],
        $"{PaperText.Count(lane.Rows.Count)}个：红旗{PaperText.Count(lane.With(Flag.Red))}，黄旗{PaperText.Count(lane.With(Flag.Yellow))}，蜗牛{PaperText.Count(lane.With(Flag.Snail))}"))]);
}
