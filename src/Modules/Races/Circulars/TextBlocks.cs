using System.Text.RegularExpressions;
using Saima.Kernel.Documents;

namespace Saima.Modules.Races.Circulars;

/// <summary>
/// Lines of text as passages. An office writes them as it always did: 一、 （一） 1. make headings of their lines, 【表：…】 places a table, 【注：…】 a note,
/// 【另页】 begins a page. First headings are numbered anew, so that nothing is missing in the count where a section is left out.
/// </summary>
public static partial class TextBlocks
{
    private const int LongestHeading = 40;

    /// <param name="table">A table by its name.</param>
    public static IEnumerable<PaperBlock> Read(string text, Func<string, PaperTable> table)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(table);
        var headings = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Placed().Match(line) is { Success: true } placed)
            {
                // A table of nothing says nothing.
                if (table(placed.Groups[2].Value) is { Rows.Count: > 0 } found)
                {
                    yield return found;
                }
            }
            else if (Note().Match(line) is { Success: true } note)
            {
                yield return new Passage(PassageRole.Note, note.Groups[1].Value);
            }
            else if (line == "【另页】")
            {
                yield return new NewPage();
            }
            else if (First().Match(line) is { Success: true } first)
            {
                yield return new Passage(PassageRole.First, $"{PaperText.Ordinal(++headings)}、{first.Groups[1].Value}");
            }
            else
            {
                yield return new Passage(line.Length > LongestHeading ? PassageRole.Body : Second().IsMatch(line) ? PassageRole.Second : Third().IsMatch(line) ? PassageRole.Third : PassageRole.Body, line);
            }
        }
    }

    [GeneratedRegex("^【(表|图)：(.+)】$")]
    public static partial Regex Placed();

    [GeneratedRegex("^【注：(.+)】$")]
    private static partial Regex Note();

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、(.+)$")]
    private static partial Regex First();

    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）")]
    private static partial Regex Second();

    [GeneratedRegex(@"^\d{1,2}[.．]")]
    private static partial Regex Third();
}
