using System.Text.Unicode;

namespace Saima.Kernel.Sheets;

/// <summary>Texts that a spreadsheet would take for a formula: refused where they come in as data, written as text where they are shown.</summary>
public static class FormulaText
{
    // The signs, blanks, and the first bytes of full-width signs and of blanks beyond ASCII.
    private static readonly bool[] Doubtful = [.. Enumerable.Range(0, 256).Select(one => one <= ' ' || one is '=' or '+' or '-' or '@' or 0xC2 or 0xE2 or 0xE3 or 0xEF)];

    /// <summary>For each byte whether a text in UTF-8 that begins with it may look live.</summary>
    public static ReadOnlySpan<bool> FirstBytes => Doubtful;

    /// <summary>= + - @ (also full-width), a tab or a carriage return, at the start or behind blanks, with something after it: a lone dash says that there is nothing.</summary>
    public static bool LooksLive(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r')
            {
                return !text[(at + 1)..].IsWhiteSpace();
            }

            if (!char.IsWhiteSpace(c) && c is not ('\uFEFF' or '\u200B'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The same of UTF-8 bytes; nearly every text is told by its first byte.</summary>
    public static bool LooksLive(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || !Doubtful[utf8[0]])
        {
            return false;
        }

        Span<char> text = stackalloc char[64];
        Utf8.ToUtf16(utf8, text, out _, out var written);
        return LooksLive(text[..written]);
    }
}
