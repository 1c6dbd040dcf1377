using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Imports;

/// <summary>What titles above a table say: the month of the report and the day it was handed in.</summary>
internal static partial class TitleCells
{
    public static IReadOnlyDictionary<string, CellMapping> In(IEnumerable<SourceRow> above)
    {
        var cells = new Dictionary<string, CellMapping>();
        foreach (var row in above)
        {
            for (var column = 0; column < row.Cells.Length; column++)
            {
                var text = (row.Cells[column] ?? "").Normalize(NormalizationForm.FormKC);
                var at = SheetCell.NameOf(column) + row.Number.ToString(CultureInfo.InvariantCulture);
                if (SubmittedOn().IsMatch(text))
                {
                    cells.TryAdd("submitted_on", new CellMapping { At = at, Type = ColumnType.Date, Pattern = SubmittedOn().ToString() });
                }
                else if (ReportMonth().IsMatch(text))
                {
                    cells.TryAdd("report_month", new CellMapping { At = at, Type = ColumnType.Month, Pattern = ReportMonth().ToString() });
                }
            }
        }

        return cells;
    }

    [GeneratedRegex("(20[0-9]{2}年[0-9]{1,2}月)", RegexOptions.CultureInvariant)]
    private static partial Regex ReportMonth();

    [GeneratedRegex("(?:填报|报送|上报|填表)(?:日期|时间)[:： ]*(20[0-9]{2}[-年/.][0-9]{1,2}[-月/.][0-9]{1,2}日?)", RegexOptions.CultureInvariant)]
    private static partial Regex SubmittedOn();
}
