using System.IO.Compression;
using Saima.Kernel.Sheets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Sheets;

public sealed class WorkbookTests
{
    [Theory]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1.5E3", "1500")]
    [InlineData("12500.5", "12500.5")]
    [InlineData("1234.5600000000001", "1234.56")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1E+300", "1E+300")]
    [InlineData("abc", "abc")]
    public void A_number_is_read_as_the_spreadsheet_shows_it(string stored, string text) => NumberText.Plain(stored).ShouldBe(text);

    [Fact]
    public void Texts_numbers_dates_formulas_and_errors_are_told_apart()
    {
        var rows = Rows("""
            <row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c><c r="C1"><v>45046</v></c><c r="D1" s="1"><v>45046</v></c></row>
            <row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#DIV/0!</v></c><c r="AA4" t="s"><v>0</v></c><c r="AB4" s="1"><v>45046.5</v></c></row>
            """);
        rows[0].Cells.ShouldBe([new(0, "甲乙", SheetCellKind.Text, false), new(2, "45046", SheetCellKind.Number, false), new(3, "2023-04-30", SheetCellKind.Date, false)]);
        rows[1].Number.ShouldBe(4);
        rows[1].Cells.ShouldBe(
        [
            new(0, "2", SheetCellKind.Number, true), new(1, "true", SheetCellKind.YesNo, false), new(2, "#DIV/0!", SheetCellKind.Error, false),
            new(26, "共享", SheetCellKind.Text, false), new(27, "2023-04-30T12:00:00", SheetCellKind.Date, false),
        ]);
        rows[1].Cells[3].ColumnName.ShouldBe("AA");
    }

    [Theory]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="ZZZZ1"><v>1</v></c></row>""")]
    [InlineData("""<row r="9999999"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c t="s"><v>7</v></c></row>""")]
    [InlineData("""<row r="1"><c><v>1</v></row>""")]
    public void A_damaged_sheet_is_refused(string xml) => Should.Throw<UnreadableFile>(() => Rows(xml)).Problem.Code.ShouldBe("WORKBOOK_DAMAGED");

    [Fact]
    public void Merged_cells_are_listed()
    {
        using var file = new TemporaryWorkbook("""<row r="1"><c r="A1"><v>1</v></c></row>""", """<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>""");
        using var book = WorkbookFile.Open(file.Path);
        book.Merged("表").ShouldBe(["A1:C1"]);
    }

    [Fact]
    public void What_looks_like_a_formula_is_written_as_text()
    {
        var stream = new MemoryStream();
        using (var writer = new WorkbookWriter(stream))
        {
            writer.BeginSheet("表", [new("列", 10)]);
            foreach (var text in (string[])["=1+1", "＝1", " =1", "+1", "-1", "@a", "\t=1", "安全"])
            {
                writer.BeginRow();
                writer.Text(text);
                writer.EndRow();
            }
        }

        using var zip = new ZipArchive(stream);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        xml.ShouldNotContain("<f>");
        xml.Split("s=\"3\" t=\"inlineStr\"").Length.ShouldBe(8);
        xml.ShouldContain("<c r=\"A9\" s=\"2\" t=\"inlineStr\">");
    }

    [Theory]
    [InlineData("=1", true)]
    [InlineData("+86 575", true)]
    [InlineData("  ＠a", true)]
    [InlineData("\u00A0-1", true)]
    [InlineData("\t=1", true)]
    [InlineData("-", false)]
    [InlineData(" - ", false)]
    [InlineData("'=1", false)]
    [InlineData("普通 =1", false)]
    [InlineData("、一", false)]
    [InlineData("", false)]
    public void A_text_that_begins_like_a_formula_is_told(string text, bool live)
    {
        FormulaText.LooksLive(text.AsSpan()).ShouldBe(live);
        FormulaText.LooksLive(System.Text.Encoding.UTF8.GetBytes(text).AsSpan()).ShouldBe(live);
    }

    private static List<SheetRow> Rows(string xml)
    {
        using var file = new TemporaryWorkbook(xml);
        using var book = WorkbookFile.Open(file.Path);
        return [.. book.Rows(book.SheetNames.Single())];
    }

    private sealed class TemporaryWorkbook : IDisposable
    {
        private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

        public TemporaryWorkbook(string rows, string after = "") => File.WriteAllBytes(Path, new ZipBytes()
            .Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="表" sheetId="1" r:id="a"/></sheets></workbook>""")
            .Add("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>""")
            .Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>""")
            .Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>共享</t></si></sst>""")
            .Add("xl/worksheets/s.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""")
            .ToArray());

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
