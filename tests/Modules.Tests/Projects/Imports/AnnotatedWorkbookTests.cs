using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class AnnotatedWorkbookTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"annotated-{Guid.NewGuid():N}.xlsx");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_faulty_cell_is_coloured_and_its_row_says_why()
    {
        Write(Register.Sheet("4|示4|示例丁||续建|示例镇||多少|1|||||||||||||||"));
        using var book = SpreadsheetDocument.Open(path, false);
        var cells = Cells(book, 0);
        cells["H9"].InnerText.ShouldBe("多少");
        cells["H9"].StyleIndex!.Value.ShouldBe(1U);
        cells["H5"].StyleIndex!.Value.ShouldBe(0U);
        cells.Values.Last(cell => cell.CellReference!.Value!.EndsWith('9')).InnerText.ShouldContain("不是金额");
        Cells(book, 1)["G2"].InnerText.ShouldContain("多少");
    }

    [Fact]
    public void Cells_that_look_like_formulas_are_never_live()
    {
        Write(Register.Sheet("4|示4|=HYPERLINK(\"http://example.invalid\",\"x\")||续建|@示例镇||-坏|+1+1|||||||||||||||"));
        using var book = SpreadsheetDocument.Open(path, false);
        book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
        foreach (var at in new[] { "C9", "F9", "H9", "I9" })
        {
            Cells(book, 0)[at].DataType!.Value.ShouldBe(CellValues.InlineString);
            Cells(book, 0)[at].StyleIndex!.Value.ShouldBeGreaterThanOrEqualTo(4U);
        }
    }

    [Fact]
    public void A_cancelled_annotation_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();
        var reading = Register.Read(Register.Sheet());
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => AnnotatedWorkbook.Write(path, [Register.Sheet()], reading, stop.Token));
        Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*").ShouldBeEmpty();
    }

    private void Write(SourceSheet sheet) => AnnotatedWorkbook.Write(path, [sheet], Register.Read(sheet), TestContext.Current.CancellationToken);

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument book, int sheet)
    {
        var id = book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!;
        return ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
    }
}
