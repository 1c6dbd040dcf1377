using System.IO.Compression;
using System.Text;

namespace Saima.Kernel.Sheets;

/// <summary>How a column of a written sheet looks.</summary>
/// <param name="Width">In characters of a Latin letter; a Chinese one takes two.</param>
public sealed record SheetColumn(string Heading, int Width);

/// <summary>
/// Writes an .xlsx as a stream, sheet after sheet and row after row. Texts are typed as text, so that nothing a person entered is ever live;
/// the same content gives the same bytes.
/// </summary>
public sealed class WorkbookWriter(Stream stream) : IDisposable
{
    /// <summary>Rows a sheet can hold, the header included.</summary>
    public const int LastRow = 1_048_576;

    private const int DateStyle = 1;
    private const int TextStyle = 2;
    private const int QuotedStyle = 3;
    private const int HeaderStyle = 4;
    private const int NumberStyle = 5;
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> sheets = [];
    private Stream? entry;
    private ByteWriter? xml;
    private int columns;
    private int row;

    public void BeginSheet(string name, IReadOnlyList<SheetColumn> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        EndSheet();
        sheets.Add(name);
        (row, columns) = (0, headings.Count);
        xml = new ByteWriter(entry = Open($"xl/worksheets/sheet{sheets.Count}.xml"));
        xml.Text("""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        xml.Text("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns; i++)
        {
            xml.Text($"""<col min="{i + 1}" max="{i + 1}" width="{Math.Clamp(headings[i].Width, 6, 60)}" customWidth="1"/>""");
        }

        xml.Text("</cols><sheetData>");
        BeginRow();
        foreach (var heading in headings)
        {
            Styled(Encoding.UTF8.GetBytes(heading.Heading), HeaderStyle);
        }

        EndRow();
    }

    public void BeginRow()
    {
        xml!.Bytes("<row r=\""u8);
        xml.Number(++row);
        xml.Bytes("\">"u8);
        Cell = 0;
    }

    /// <summary>Column from 0 that the next cell goes to.</summary>
    public int Cell { get; set; }

    public void EndRow() => xml!.Bytes("</row>"u8);

    public void Blank() => Cell++;

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Span<char> head = stackalloc char[64];
        _ = System.Text.Unicode.Utf8.ToUtf16(utf8, head, out _, out var written);
        Styled(utf8, FormulaText.LooksLive(head[..written]) ? QuotedStyle : TextStyle);
    }

    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text).AsSpan());

    /// <summary>元, shown as 万元.</summary>
    public void Money(long yuan)
    {
        Begin(NumberStyle, "><v>"u8);
        xml!.Money(yuan);
        xml.Bytes("</v></c>"u8);
    }

    public void Number(decimal number)
    {
        Begin(0, "><v>"u8);
        xml!.Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        xml.Bytes("</v></c>"u8);
    }

    public void Date(int dayNumber)
    {
        var serial = dayNumber - new DateOnly(1899, 12, 30).DayNumber;
        Begin(DateStyle, "><v>"u8);
        xml!.Number(serial <= 60 ? serial - 1 : serial);
        xml.Bytes("</v></c>"u8);
    }

    public void Dispose()
    {
        EndSheet();
        WriteParts();
        zip.Dispose();
    }

    private void EndSheet()
    {
        if (xml is null)
        {
            return;
        }

        xml.Text($"""</sheetData><autoFilter ref="A1:{SheetCell.NameOf(columns - 1)}{row}"/></worksheet>""");
        xml.Dispose();
        entry!.Dispose();
        xml = null;
    }

    private void Styled(ReadOnlySpan<byte> utf8, int style)
    {
        Begin(style, " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Escaped(utf8);
        xml!.Bytes("</t></is></c>"u8);
    }

    private void Begin(int style, ReadOnlySpan<byte> rest)
    {
        xml!.Bytes("<c r=\""u8);
        xml.Text(SheetCell.NameOf(Cell++));
        xml.Number(row);
        xml.Bytes("\" s=\""u8);
        xml.Number(style);
        xml.Byte((byte)'"');
        xml.Bytes(rest);
    }

    private void Escaped(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            var b = utf8[i];
            switch (b)
            {
                case (byte)'<':
                    xml!.Bytes("&lt;"u8);
                    break;
                case (byte)'>':
                    xml!.Bytes("&gt;"u8);
                    break;
                case (byte)'&':
                    xml!.Bytes("&amp;"u8);
                    break;
                case (byte)'_' when i + 1 < utf8.Length && utf8[i + 1] == (byte)'x':
                    xml!.Bytes("_x005F_"u8);
                    break;
                case < 0x20 and not (byte)'\n' and not (byte)'\t':
                    xml!.Text($"_x{b:X4}_");
                    break;
                case 0xEF when i + 2 < utf8.Length && utf8[i + 1] == 0xBF && utf8[i + 2] >= 0xBE:
                    xml!.Text($"_xFF{utf8[i + 2] + 0x40:X2}_");
                    i += 2;
                    break;
                default:
                    xml!.Byte(b);
                    break;
            }
        }
    }

    private void WriteParts()
    {
        var list = new StringBuilder();
        var relations = new StringBuilder();
        var types = new StringBuilder();
        for (var i = 1; i <= sheets.Count; i++)
        {
            list.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<sheet name="{System.Security.SecurityElement.Escape(sheets[i - 1])}" sheetId="{i}" r:id="rId{i}"/>""");
            relations.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<Relationship Id="rId{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>""");
            types.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Main}.worksheet+xml"/>""");
        }

        Part("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Office}"><sheets>{list}</sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}">{relations}<Relationship Id="rId0" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        Part("_rels/.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(
            "[Content_Types].xml",
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Main}.styles+xml"/>{types}</Types>""");
        Part("xl/styles.xml", Styles);
    }

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="#,##0.####"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    private void Part(string name, string content)
    {
        using var part = Open(name);
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + content));
    }

    private Stream Open(string name)
    {
        var part = zip.CreateEntry(name, CompressionLevel.Fastest);
        part.LastWriteTime = Timestamp;
        return part.Open();
    }
}
