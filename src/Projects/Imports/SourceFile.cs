using System.Globalization;
using System.Text;
using MiniExcelLibs;
using Sylvan.Data.Csv;

namespace Saima.Projects.Imports;

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
            yield return new SourceSheet(file, null, false, Csv(path));
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

    private static IEnumerable<SourceRow> Csv(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 20 });
        while (csv.Read())
        {
            var cells = new string?[csv.RowFieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i);
            }

            yield return new SourceRow(csv.RowNumber, cells);
        }
    }
}
