using System.Text;
using Saima.Kernel.Chinese;

namespace Saima.Web;

/// <summary>Converts what a reader sees of a page to traditional characters: its texts, and the attributes that are read out or shown.</summary>
public static class TraditionalHtml
{
    private static readonly HashSet<string> Verbatim = new(StringComparer.OrdinalIgnoreCase) { "code", "pre", "script", "style", "textarea" };
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "input", "link", "meta", "use" };
    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase) { "alt", "aria-description", "aria-label", "aria-roledescription", "content", "data-label", "label", "placeholder", "title" };

    public static string Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var page = new StringBuilder(html.Length);
        string? kept = null;
        var depth = 0;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var text = Until(html, at, '<');
                page.Append(kept is null ? TraditionalChinese.Of(html[at..text]) : html[at..text]);
                at = text;
                continue;
            }

            var end = EndOfTag(html, at);
            var tag = html[at..end];
            at = end;
            var name = NameOf(tag);
            var closes = tag.StartsWith("</", StringComparison.Ordinal);
            if (kept is not null)
            {
                depth += !name.Equals(kept, StringComparison.OrdinalIgnoreCase) || tag.EndsWith("/>", StringComparison.Ordinal) ? 0 : closes ? -1 : 1;
                kept = depth == 0 ? null : kept;
                page.Append(tag);
                continue;
            }

            if (!closes && name.Length > 0 && !Empty.Contains(name) && !tag.EndsWith("/>", StringComparison.Ordinal) && (Verbatim.Contains(name) || tag.Contains("translate=\"no\"", StringComparison.Ordinal)))
            {
                (kept, depth) = (name, 1);
            }

            page.Append(closes || name.Length == 0 ? tag : Attributes(tag));
        }

        return page.ToString();
    }

    private static string Attributes(string tag)
    {
        var open = tag.IndexOf('"', StringComparison.Ordinal);
        if (open < 0 || tag.AsSpan().IndexOfAnyInRange('㐀', '鿿') < 0)
        {
            return tag;
        }

        var written = new StringBuilder(tag.Length);
        var at = 0;
        while (open >= 0)
        {
            var close = Until(tag, open + 1, '"');
            var equals = tag[at..open].TrimEnd().TrimEnd('=');
            var name = equals[(equals.LastIndexOfAny([' ', '\n', '\t', '\r']) + 1)..];
            written.Append(tag, at, open + 1 - at).Append(Shown.Contains(name) ? TraditionalChinese.Of(tag[(open + 1)..close]) : tag[(open + 1)..close]);
            at = close;
            open = close + 1 < tag.Length ? tag.IndexOf('"', close + 1) : -1;
        }

        return written.Append(tag, at, tag.Length - at).ToString();
    }

    private static string NameOf(string tag)
    {
        var start = tag.StartsWith("</", StringComparison.Ordinal) ? 2 : 1;
        var end = start;
        while (end < tag.Length && (char.IsAsciiLetterOrDigit(tag[end]) || tag[end] == '-'))
        {
            end++;
        }

        return tag[start..end];
    }

    private static int EndOfTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            var comment = html.IndexOf("-->", at, StringComparison.Ordinal);
            return comment < 0 ? html.Length : comment + 3;
        }

        var quoted = false;
        for (; at < html.Length; at++)
        {
            quoted ^= html[at] == '"';
            if (html[at] == '>' && !quoted)
            {
                return at + 1;
            }
        }

        return html.Length;
    }

    private static int Until(string html, int at, char end)
    {
        var found = html.IndexOf(end, at);
        return found < 0 ? html.Length : found;
    }
}
