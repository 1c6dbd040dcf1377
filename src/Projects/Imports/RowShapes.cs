using System.Text.RegularExpressions;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Rows that stand in a table but are no facts: totals, notes, the header repeated on a new page.</summary>
internal static partial class RowShapes
{
    public static readonly Phrase Total = new("合计、小计行", "a total");
    public static readonly Phrase Note = new("表外说明行", "a note");
    public static readonly Phrase RepeatedHeader = new("重复的表头", "the header again");
    public static readonly Phrase Repetition = new("与前面的行重复", "repeats an earlier row");
    public static readonly Phrase Unreadable = new("有无法读取的值（见问题清单）", "holds a value that cannot be read (see the problems)");
    public static readonly Phrase MakesNothing = new("没有产生任何记录", "makes no row of any table");

    /// <summary>Why the row is no fact, or null.</summary>
    public static Phrase? Apart(SourceRow row, HeaderBlock header)
    {
        var filled = row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Take(8).Select(cell => cell!.Trim()).ToList();
        if (filled.Take(3).Any(text => TotalWord().IsMatch(text)))
        {
            return Total;
        }

        if (filled.Count == 1 && NoteWord().IsMatch(filled[0]))
        {
            return Note;
        }

        return filled.Count >= 3 && IsHeader(row, header) ? RepeatedHeader : null;
    }

    private static bool IsHeader(SourceRow row, HeaderBlock header)
    {
        var same = 0;
        var other = 0;
        for (var i = 0; i < Math.Min(row.Cells.Length, header.Headings.Count); i++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[i]))
            {
                continue;
            }

            var key = HeaderText.Key(row.Cells[i]);
            if (key.Length > 0 && HeaderText.Key(header.Headings[i]).Contains(key, StringComparison.Ordinal))
            {
                same++;
            }
            else
            {
                other++;
            }
        }

        return same >= 3 && same > other * 4;
    }

    [GeneratedRegex(@"^(合\s*计|总\s*计|小\s*计|總\s*計|合計|小計|共\s*计|累\s*计|grand total|sub-?total|total|totales|total general)\s*[:：]?(\s*\d+\s*(个|项|個|項).*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TotalWord();

    [GeneratedRegex(@"^[（(【*＊]?\s*(注|备注|備註|说明|說明|填表|填报|制表|审核人|单位负责人|联系人|数据来源|note|notes|source|nota|fuente)(\s*\d*\s*[:：.、]|[人说明日期]|\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteWord();
}
