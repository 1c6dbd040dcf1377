using System.Globalization;
using System.Text;
using Saima.Kernel.Documents;

namespace Saima.Ui.Papers;

/// <summary>The pages of a deck as HTML; charts are drawn.</summary>
public static class DeckHtml
{
    private const int BarHeight = 26;
    private const int Labels = 150;
    private const int Width = 1000;
    private const int Tail = 330;

    public static string Body(Deck deck)
    {
        ArgumentNullException.ThrowIfNull(deck);
        var html = new StringBuilder("<div class=\"deck\" lang=\"" + deck.Language + "\">");
        foreach (var (slide, at) in deck.Slides.Select((slide, at) => (slide, at)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"slide{(slide.IsCover ? " cover" : "")}\"><h2>{PaperHtml.Text(slide.Heading)}</h2>");
            foreach (var part in slide.Parts)
            {
                Part(html, part, slide.IsCover);
            }

            html.Append(CultureInfo.InvariantCulture, $"<p class=\"foot\"><span class=\"mark\">{PaperHtml.Text(deck.Mark ?? "")}</span><span>{at + 1}</span></p></section>");
        }

        return html.Append("</div>").ToString();
    }

    private static void Part(StringBuilder html, SlideBlock part, bool cover)
    {
        switch (part)
        {
            case SlideLines lines when cover:
                html.Append(string.Concat(lines.Lines.Select(line => $"<p>{PaperHtml.Text(line)}</p>")));
                break;
            case SlideLines lines:
                html.Append(CultureInfo.InvariantCulture, $"<ul>{string.Concat(lines.Lines.Select(line => $"<li>{PaperHtml.Text(line)}</li>"))}</ul>");
                break;
            case SlideTable table:
                PaperHtml.Table(html, table.Table);
                break;
            case SlideFigures figures:
                html.Append(CultureInfo.InvariantCulture, $"<dl class=\"figures\">{string.Concat(figures.Figures.Select(Figure))}</dl>");
                break;
            case SlideBars bars:
                Bars(html, bars);
                break;
        }
    }

    private static string Figure(SlideFigure figure) =>
        $"<div><svg width=\"6\" height=\"60\" aria-hidden=\"true\"><rect width=\"6\" height=\"60\" fill=\"#{figure.Colour}\"/></svg><dt>{PaperHtml.Text(figure.Label)}</dt><dd>{PaperHtml.Text(figure.Value)}</dd></div>";

    private static void Bars(StringBuilder html, SlideBars bars)
    {
        var most = Math.Max(1, bars.Bars.Select(bar => bar.Parts.Sum(part => part.Count)).DefaultIfEmpty(1).Max());
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"bars\" viewBox=\"0 0 {Width} {bars.Bars.Count * BarHeight}\" role=\"img\" aria-label=\"{PaperHtml.Text(bars.Caption)}\">");
        foreach (var (bar, at) in bars.Bars.Select((bar, at) => (bar, at)))
        {
            var top = at * BarHeight;
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{top + 18}\">{PaperHtml.Text(bar.Label)}</text>");
            var left = Labels;
            foreach (var part in bar.Parts.Where(part => part.Count > 0))
            {
                var width = (Width - Labels - Tail) * part.Count / most;
                html.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{top + 5}\" width=\"{width}\" height=\"{BarHeight - 9}\" fill=\"#{part.Colour}\"/>");
                left += width;
            }

            html.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 8}\" y=\"{top + 18}\" class=\"tail\">{PaperHtml.Text(bar.Text)}</text>");
        }

        html.Append("</svg>");
    }
}
