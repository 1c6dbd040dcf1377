namespace Saima.Projects.Imports;

/// <summary>The header of a table: where it stands and the heading of each column, <c>upper / lower</c> under merged cells.</summary>
/// <param name="FirstRow">First header row, from 1.</param>
/// <param name="LastRow">Last header row; facts begin below.</param>
public sealed record HeaderBlock(long FirstRow, long LastRow, IReadOnlyList<string> Headings)
{
    /// <summary>How far down a header is looked for.</summary>
    public const int SearchRows = 60;

    private const int MostHeaderRows = 4;

    /// <summary>Puts header rows together: an upper cell reaches right over the empty cells that have something below.</summary>
    public static HeaderBlock From(IReadOnlyList<SourceRow> rows)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count);
        var width = rows.Max(row => row.Cells.Length);
        var headings = new string[width];
        var above = new string[rows.Count];
        for (var column = 0; column < width; column++)
        {
            var parts = new List<string>();
            for (var level = 0; level < rows.Count; level++)
            {
                var own = HeaderText.Tidy(rows[level][column] ?? "");
                if (own.Length > 0)
                {
                    above[level] = own;
                    // A new upper heading ends what the lower levels inherited.
                    Array.Clear(above, level + 1, rows.Count - level - 1);
                }

                var spread = own.Length == 0 && level < rows.Count - 1 && AnythingBelow(rows, level, column) && !AnythingAbove(rows, level, column);
                var part = spread ? above[level] ?? "" : own;
                if (part.Length > 0 && (parts.Count == 0 || parts[^1] != part))
                {
                    parts.Add(part);
                }
            }

            headings[column] = string.Join(" / ", parts);
        }

        return new HeaderBlock(rows[0].Number, rows[^1].Number, headings);
    }

    /// <summary>
    /// Finds the header among the first rows: the place and height where most words are known. A higher header has to earn its rows.
    /// </summary>
    /// <param name="top">The first rows of the sheet.</param>
    /// <param name="known">How many of the headings are known words.</param>
    /// <returns>The header, or null if no row has a known word.</returns>
    public static HeaderBlock? Find(IReadOnlyList<SourceRow> top, Func<HeaderBlock, int> known)
    {
        HeaderBlock? best = null;
        var bestScore = 0;
        for (var first = 0; first < Math.Min(top.Count, SearchRows); first++)
        {
            if (top[first].Empty)
            {
                continue;
            }

            for (var height = 1; height <= MostHeaderRows && first + height <= top.Count; height++)
            {
                var rows = top.Skip(first).Take(height).ToList();
                if (height > 1 && LooksLikeFacts(rows[^1]))
                {
                    break;
                }

                var block = From(rows);
                var score = (known(block) * 100) - ((height - 1) * 10) - Lonely(rows[0]);
                if (known(block) > 0 && score > bestScore)
                {
                    (best, bestScore) = (block, score);
                }
            }
        }

        return best;
    }

    /// <summary>A title above the table is one cell; a header has several.</summary>
    private static int Lonely(SourceRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) < 2 ? 5 : 0;

    /// <summary>Amounts and dates do not stand in headers; years and month numbers may.</summary>
    private static bool LooksLikeFacts(SourceRow row)
    {
        var filled = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        var facts = filled.Count(cell => cell!.Trim() is var text && text.Length > 0 && char.IsAsciiDigit(text[^1]) && text.Length > 2
            && text.All(mark => char.IsAsciiDigit(mark) || mark is '.' or ',' or '-' or '/' or ':' or ' ') && !IsYear(text));
        return filled.Count > 0 && facts * 4 >= filled.Count && facts >= 2;
    }

    private static bool IsYear(string text) => text.Length == 4 && (text.StartsWith("20", StringComparison.Ordinal) || text.StartsWith("19", StringComparison.Ordinal));

    private static bool AnythingBelow(IReadOnlyList<SourceRow> rows, int level, int column) =>
        Enumerable.Range(level + 1, rows.Count - level - 1).Any(lower => !string.IsNullOrWhiteSpace(rows[lower][column]));

    private static bool AnythingAbove(IReadOnlyList<SourceRow> rows, int level, int column) =>
        Enumerable.Range(0, level).Any(upper => !string.IsNullOrWhiteSpace(rows[upper][column]));
}
