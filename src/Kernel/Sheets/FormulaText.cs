namespace Saima.Kernel.Sheets;

/// <summary>Texts that a spreadsheet would take for a formula, and how they are written so that it does not.</summary>
public static class FormulaText
{
    /// <summary>= + - @ (also full-width), a tab or a carriage return, at the start or behind blanks.</summary>
    public static bool LooksLive(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r')
            {
                return true;
            }

            if (!char.IsWhiteSpace(c) && c is not ('\uFEFF' or '\u200B'))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Text for a CSV that people open: one apostrophe before what looks live, and before what such an apostrophe would be mistaken in.</summary>
    public static string Neutral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LooksLive(text.AsSpan().TrimStart('\'')) ? "'" + text : text;
    }

    /// <summary>What <see cref="Neutral"/> was given.</summary>
    public static string Restored(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && text[0] == '\'' && LooksLive(text.AsSpan().TrimStart('\'')) ? text[1..] : text;
    }
}
