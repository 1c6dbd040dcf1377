using System.Globalization;
using System.Net;
using System.Text;
using Saima.Kernel.Documents;

namespace Saima.Ui.Papers;

/// <summary>A document as HTML: the body for a page of the site, or a whole file to be printed.</summary>
public static class PaperHtml
{
    /// <summary>The style sheet of both, as it is served to the site's pages.</summary>
    public const string StyleSheet = "/_content/Saima.Ui/paper.css";

    private static readonly Lazy<string> Css = new(() =>
    {
        using var reader = new StreamReader(typeof(PaperHtml).Assembly.GetManifestResourceStream("paper.css")!);
        return reader.ReadToEnd();
    });

    public static string Body(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"paper {(paper.Layout == PaperLayout.OnePage ? "one-page" : "official")}\" lang=\"{paper.Language}\">");
        if (paper.Mark is { } mark)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"mark\">{Text(mark)}</p>");
        }

        foreach (var block in paper.Blocks)
        {
            Block(html, block);
        }

        return html.Append("</div>").ToString();
    }

    /// <summary>A whole file; papers after the first begin on a page of their own.</summary>
    public static string File(string title, IReadOnlyList<Paper> papers, FontSet fonts)
    {
        ArgumentNullException.ThrowIfNull(papers);
        return Whole(title, papers.Count > 0 ? papers[0].Language : "zh-CN", string.Concat(papers.Select(Body)), fonts, papers.Count > 0 ? papers[0].Mark : null);
    }

    /// <summary>A deck to be printed.</summary>
    public static string File(Deck deck, FontSet fonts)
    {
        ArgumentNullException.ThrowIfNull(deck);
        return Whole(deck.Title, deck.Language, DeckHtml.Body(deck), fonts, null);
    }

    public static void Table(StringBuilder html, PaperTable table)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(table);
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Text(table.Caption)}\"><table><caption>{Text(table.Caption)}</caption><thead><tr>{string.Concat(table.Columns.Select(column => $"<th scope=\"col\" class=\"{column.Side.ToString().ToLowerInvariant()}\">{Text(column.Heading)}</th>"))}</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var (text, at) in row.Select((text, at) => (text, at)))
            {
                html.Append(CultureInfo.InvariantCulture, $"<td class=\"{table.Columns[at].Side.ToString().ToLowerInvariant()}\">{Text(text)}</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    public static string Text(string text) => WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>");

    private static string Whole(string title, string language, string body, FontSet fonts, string? mark) => $$"""
        <!doctype html>
        <html lang="{{language}}"><head><meta charset="utf-8"><title>{{Text(title)}}</title><style>
        {{Css.Value}}
        :root { --paper-title: {{Family(fonts.Title)}}; --paper-body: {{Family(fonts.Body)}}; --paper-heading: {{Family(fonts.Heading)}}; --paper-subheading: {{Family(fonts.Subheading)}}; --paper-figures: {{Family(fonts.Figures)}}; }
        {{(mark is null ? "" : $"@page official {{ @top-center {{ content: \"{Plain(mark)}\"; color: #c00000; font: 11pt {Family(fonts.Heading)}; }} }}")}}
        </style></head><body class="printed">{{body}}</body></html>
        """;

    /// <summary>What can stand between quotes in a style sheet.</summary>
    private static string Plain(string text) => new([.. text.Where(letter => letter is not ('"' or '\\' or '<' or '\n' or '\r'))]);

    // Noto Sans CJK and its kin are not asked for by name: text in them cannot be searched for, their glyphs read back as radicals.
    private static string Family(Typeface face) => string.Join(", ", face.Substitutes.Prepend(face.Name).Append("WenQuanYi Micro Hei").Select(name => $"\"{Plain(name)}\"")) + ", serif";

    private static void Block(StringBuilder html, PaperBlock block)
    {
        switch (block)
        {
            case Passage passage:
                var (tag, name) = Tag(passage.Role);
                var size = passage.Role == PassageRole.Masthead ? passage.Text.Length switch { <= 8 => " large", <= 11 => "", <= 14 => " middle", _ => " small" } : "";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} class=\"{name}{size}\">{Text(passage.Text)}</{tag}>");
                break;
            case PaperTable table:
                Table(html, table);
                break;
            case Picture picture:
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"picture\"><img src=\"data:image/{(picture.IsPng ? "png" : "jpeg")};base64,{Convert.ToBase64String(picture.Bytes)}\" alt=\"{Text(picture.Description)}\" width=\"{picture.Width * 96 / 25}\"></p>");
                break;
            case NewPage:
                html.Append("<div class=\"new-page\"></div>");
                break;
            case Imprint imprint:
                html.Append(CultureInfo.InvariantCulture, $"<div class=\"imprint\">{(imprint.CopiedTo.Length > 0 ? $"<p>{Text(imprint.CopiedTo)}</p>" : "")}<p class=\"both\"><span>{Text(imprint.Office)}</span><span>{Text(imprint.PrintedOn)}</span></p></div>");
                break;
        }
    }

    private static (string Tag, string Class) Tag(PassageRole role) => role switch
    {
        PassageRole.Masthead => ("p", "masthead"),
        PassageRole.Title => ("h2", "title"),
        PassageRole.First => ("h3", "first"),
        PassageRole.Second => ("h4", "second"),
        PassageRole.Third => ("h5", "third"),
        PassageRole.AnnexTitle => ("h2", "title annex"),
        _ => ("p", role.ToString().ToLowerInvariant()),
    };
}
