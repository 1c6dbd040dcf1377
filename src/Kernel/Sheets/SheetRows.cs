using System.Globalization;
using System.Text;
using System.Xml;

namespace Saima.Kernel.Sheets;

internal sealed record SheetContext(string File, string Sheet, List<string> Shared, bool[] DateStyles, bool From1904);

/// <summary>Walks the rows of one sheet.</summary>
internal sealed class SheetRows(XmlReader xml, SheetContext context) : IDisposable
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;
    private const long MostCells = 200_000_000;
    private readonly StringBuilder text = new();
    private int row;
    private long cells;

    public SheetRow? Next()
    {
        try
        {
            return Read();
        }
        catch (Exception problem) when (problem is XmlException or FormatException or OverflowException or ArgumentException)
        {
            throw WorkbookFaults.BadXml(context.File, context.Sheet, row == 0 ? null : row);
        }
    }

    public void Dispose() => xml.Dispose();

    /// <summary>Text of the element the reader stands on, without phonetic guides; leaves the reader behind it.</summary>
    public static void ReadRichText(XmlReader xml, StringBuilder into)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "phoneticPr" })
            {
                xml.Skip();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                into.Append(Unescaped(xml.ReadElementContentAsString()));
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
    }

    private SheetRow? Read()
    {
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            var number = xml.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : row + 1;
            if (number <= row || number > LastRow)
            {
                throw new FormatException();
            }

            row = number;
            var found = Cells();
            if (found.Count > 0)
            {
                return new SheetRow(row, found);
            }
        }

        return null;
    }

    private List<SheetCell> Cells()
    {
        var found = new List<SheetCell>();
        if (xml.IsEmptyElement)
        {
            return found;
        }

        var depth = xml.Depth;
        var column = -1;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                xml.Read();
                continue;
            }

            var at = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            if (at <= column || at >= LastColumn)
            {
                throw new FormatException();
            }

            column = at;
            if (++cells > MostCells)
            {
                throw WorkbookFaults.TooLarge(context.File, context.Sheet);
            }

            if (Cell(column) is { } cell)
            {
                found.Add(cell);
            }
        }

        return found;
    }

    private SheetCell? Cell(int column)
    {
        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s") is { } s ? int.Parse(s, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var formula = false;
        string? value = null;
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return null;
        }

        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v")
            {
                value = xml.ReadElementContentAsString();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "f")
            {
                formula = true;
                xml.Skip();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "is")
            {
                text.Clear();
                ReadRichText(xml, text);
                value = text.ToString();
            }
            else
            {
                xml.Read();
            }
        }

        xml.Read();
        return string.IsNullOrEmpty(value) ? formula ? new SheetCell(column, "", SheetCellKind.Text, true) : null : Typed(column, type, style, value, formula);
    }

    private SheetCell Typed(int column, string? type, int style, string value, bool formula)
    {
        switch (type)
        {
            case "s":
                return new(column, context.Shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)], SheetCellKind.Text, formula);
            case "b":
                return new(column, value == "1" ? "true" : "false", SheetCellKind.YesNo, formula);
            case "e":
                return new(column, value, SheetCellKind.Error, formula);
            case "d":
                return new(column, value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value, SheetCellKind.Date, formula);
            case "str":
                return new(column, Unescaped(value), SheetCellKind.Text, formula);
            case "inlineStr":
                return new(column, value, SheetCellKind.Text, formula);
            default:
                var isDate = (uint)style < (uint)context.DateStyles.Length && context.DateStyles[style];
                return isDate && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && DateFormats.Iso(serial, context.From1904) is { } iso
                    ? new(column, iso, SheetCellKind.Date, formula)
                    : new(column, NumberText.Plain(value), SheetCellKind.Number, formula);
        }
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = checked((column * 26) + c - 'A' + 1);
        }

        return column == 0 ? throw new FormatException() : column - 1;
    }

    /// <summary>Spreadsheets write control characters as <c>_x000D_</c>.</summary>
    private static string Unescaped(string value) => value.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(value) : value;
}
