using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Imports;

/// <summary>Opens a source: a workbook's sheets, or the one table of a CSV file. Which of the two it is, its first bytes say.</summary>
public static class SourceFile
{
    private static ReadOnlySpan<byte> Zip => "PK"u8;

    private static ReadOnlySpan<byte> OldExcel => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The sheets, each to be read before the next; throws <see cref="UnreadableFile"/>.</summary>
    public static IEnumerable<SourceSheet> Open(string path, CancellationToken cancellation = default)
    {
        var file = Path.GetFileName(path);
        if (!IsWorkbook(path))
        {
            yield return new SourceSheet(file, null, false, CsvSource.Rows(path));
            yield break;
        }

        using var workbook = WorkbookFile.Open(path);
        foreach (var name in workbook.SheetNames)
        {
            yield return new SourceSheet(file, name, true, workbook.Rows(name, cancellation).Select(Row));
        }
    }

    /// <summary>The first sheet alone; its file is open only while its rows are walked through. Throws <see cref="UnreadableFile"/>.</summary>
    public static SourceSheet First(string path, CancellationToken cancellation = default)
    {
        var first = Open(path, cancellation).First();
        return first with { Rows = Rows() };

        IEnumerable<SourceRow> Rows()
        {
            foreach (var sheet in Open(path, cancellation))
            {
                foreach (var row in sheet.Rows)
                {
                    yield return row;
                }

                yield break;
            }
        }
    }

    private static bool IsWorkbook(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using (var stream = File.OpenRead(path))
        {
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }

        return start.StartsWith(OldExcel)
            ? throw new UnreadableFile(new Problem(Severity.Error, "OLD_EXCEL", Path.GetFileName(path), null, null, null, null,
                new Phrase("这是旧的 .xls 格式或加了密码的工作簿。", "This is an old .xls workbook, or one with a password."),
                new Phrase("在 Excel 或 WPS 中另存为不带密码的 .xlsx。", "Save it as .xlsx without a password in Excel or WPS.")))
            : start.StartsWith(Zip);
    }

    private static SourceRow Row(SheetRow row)
    {
        var cells = new string?[row.Cells.Count == 0 ? 0 : row.Cells[^1].Column + 1];
        foreach (var cell in row.Cells)
        {
            cells[cell.Column] = cell.Text;
        }

        return new SourceRow(row.Number, cells);
    }
}
