using System.Globalization;
using MiniExcelLibs;

namespace Saima.Projects.Imports;

/// <summary>Opens a source: a workbook's sheets, or the one table of a CSV file.</summary>
public static class SourceFile
{
    public static IEnumerable<SourceSheet> Open(string path)
    {
        var file = Path.GetFileName(path);
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var name in MiniExcel.GetSheetNames(path))
            {
                yield return new SourceSheet(file, name, true, Workbook(path, name));
            }
        }
        else
        {
            yield return new SourceSheet(file, null, false, CsvSource.Rows(path));
        }
    }

    private static IEnumerable<SourceRow> Workbook(string path, string sheet)
    {
        var number = 0;
        foreach (var row in MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet))
        {
            number++;
            yield return new SourceRow(number, [.. ((IDictionary<string, object?>)row).Values.Select(Text)]);
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
