using System.Text;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>The rows of one sheet as the bytes of a CSV whose records lie in the same rows; formulas and error values are told.</summary>
internal sealed class SheetBytes(WorkbookFile book, string file, string sheet, PackageTable table, PackageFaults faults)
{
    private readonly Dictionary<int, (string Heading, PackageColumn? Column)> headings = [];
    private int width;

    public int HeaderRow { get; private set; } = 1;

    public MemorySource Read(CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        using (var writer = new ByteWriter(bytes))
        {
            var cells = new CsvCells(writer);
            var next = 1;
            foreach (var row in book.Rows(sheet, cancel).Where(row => row.Cells.Any(cell => cell.IsFormula || !string.IsNullOrWhiteSpace(cell.Text))))
            {
                if (width == 0)
                {
                    Heads(row);
                    next = HeaderRow = row.Number;
                }

                for (; next < row.Number; next++)
                {
                    writer.Byte((byte)'\n');
                }

                Row(row, cells);
                next = row.Number + 1;
            }
        }

        return new MemorySource(bytes.GetBuffer(), checked((int)bytes.Length));
    }

    /// <summary>The first row that is not empty is the header.</summary>
    private void Heads(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            var heading = cell.Text.Trim();
            headings[cell.Column] = (heading, OpenTable.ColumnOf(table, heading));
            width = cell.Column + 1;
        }
    }

    private void Row(SheetRow row, CsvCells cells)
    {
        var at = 0;
        foreach (var cell in row.Cells)
        {
            var (heading, column) = headings.GetValueOrDefault(cell.Column, (cell.ColumnName, null));
            if (cell.IsFormula || cell.Kind == SheetCellKind.Error)
            {
                Tell(row, cell, heading);
            }

            if (cell.Column >= width)
            {
                if (cell.Text.AsSpan().Trim().Length > 0)
                {
                    faults.Add(new Problem(Severity.Error, "FIELD_COUNT", file, sheet, row.Number, cell.ColumnName, Cut(cell.Text),
                        new Phrase("这一格在表头之外。", "The cell lies beyond the header."), new Phrase("删去这一格，或给这一列写上列名。", "Clear it, or give its column a name.")));
                }

                continue;
            }

            for (; at < cell.Column; at++)
            {
                cells.Text(default);
            }

            cells.Text(Encoding.UTF8.GetBytes(TextOf(cell, column)));
            at++;
        }

        for (; at < width; at++)
        {
            cells.Text(default);
        }

        cells.EndRow();
    }

    private static string TextOf(SheetCell cell, PackageColumn? column) => (cell.Kind, column?.Kind) switch
    {
        // A date cell shown as 2023-04 holds the first of the month.
        (SheetCellKind.Date, CellKind.Month) when cell.Text.Length == 10 => cell.Text[..7],
        (SheetCellKind.Date, CellKind.Date) when cell.Text.EndsWith("T00:00:00", StringComparison.Ordinal) => cell.Text[..10],
        _ => cell.Text.Replace("\0", "␀", StringComparison.Ordinal),
    };

    private void Tell(SheetRow row, SheetCell cell, string heading)
    {
        var (code, message, remedy) = cell.Kind == SheetCellKind.Error
            ? ("ERROR_VALUE", new Phrase("单元格是错误值。", "The cell holds an error value."), new Phrase("改正公式，再粘贴为数值。", "Mend the formula, then paste the values."))
            : ("FORMULA_CELL", new Phrase("单元格是公式，其值可能已过时。", "The cell is a formula; its value may be stale."),
                new Phrase("选中后复制，再“选择性粘贴为数值”。", "Copy the cells and paste them as values."));
        faults.Add(new Problem(Severity.Error, code, file, sheet, row.Number, heading.Length > 0 ? heading : cell.ColumnName, Cut(cell.Text), message, remedy));
    }

    private static string Cut(string text) => PackageFaults.Readable(Encoding.UTF8.GetBytes(text));
}
