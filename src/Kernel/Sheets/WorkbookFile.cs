using System.Text;
using System.Xml;

namespace Saima.Kernel.Sheets;

/// <summary>
/// An .xlsx from outside, read row by row. Throws <see cref="UnreadableFile"/> with what is wrong with it; an entry is never inflated beyond
/// what <see cref="ZipLimits"/> allow.
/// </summary>
public sealed class WorkbookFile : IDisposable
{
    private const long MostSharedText = 512L << 20;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly GuardedZip zip;
    private readonly List<(string Name, string Entry)> sheets = [];
    private readonly List<string> shared = [];
    private bool[] dateStyles = [];
    private bool from1904;

    private WorkbookFile(GuardedZip zip, string file) => (this.zip, File) = (zip, file);

    public string File { get; }

    public IReadOnlyList<string> SheetNames => [.. sheets.Select(sheet => sheet.Name)];

    public static WorkbookFile Open(string path, ZipLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = Path.GetFileName(path);
        var zip = GuardedZip.Open(path, limits);
        var book = new WorkbookFile(zip, file);
        try
        {
            book.ReadParts();
            return book;
        }
        catch (Exception problem)
        {
            zip.Dispose();
            if (problem is XmlException or FormatException or OverflowException or ArgumentException)
            {
                throw WorkbookFaults.BadXml(file, null, null);
            }

            throw;
        }
    }

    /// <summary>Rows with at least one cell, in the order of the file; each sheet can be read once at a time.</summary>
    public IEnumerable<SheetRow> Rows(string sheet, CancellationToken cancel = default)
    {
        var entry = sheets.Find(s => s.Name == sheet).Entry ?? throw new ArgumentException($"There is no sheet {sheet}.", nameof(sheet));
        using var stream = zip.Read(entry);
        using var rows = new SheetRows(Xml(stream), new SheetContext(File, sheet, shared, dateStyles, from1904));
        while (rows.Next() is { } row)
        {
            cancel.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>Merged ranges such as <c>A1:C1</c>, up to ten thousand.</summary>
    public IReadOnlyList<string> Merged(string sheet)
    {
        var found = new List<string>();
        try
        {
            using var stream = zip.Read(sheets.Find(s => s.Name == sheet).Entry ?? throw new ArgumentException($"There is no sheet {sheet}.", nameof(sheet)));
            using var xml = Xml(stream);
            while (found.Count < 10_000 && xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && xml.GetAttribute("ref") is { } range)
                {
                    found.Add(range);
                }
            }
        }
        catch (XmlException)
        {
            throw WorkbookFaults.BadXml(File, sheet, null);
        }

        return found;
    }

    public void Dispose() => zip.Dispose();

    private static XmlReader Xml(Stream stream) => XmlReader.Create(
        stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersFromEntities = 1 << 20 });

    private void ReadParts()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        var book = zip.Names.FirstOrDefault(name => name is "xl/workbook.xml") ?? throw WorkbookFaults.NotAWorkbook(File);
        Each("xl/_rels/workbook.xml.rels", xml =>
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        });
        Each(book, xml =>
        {
            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name && xml.GetAttribute("id", Relations) is { } id
                && targets.TryGetValue(id, out var entry) && zip.Has(entry) && entry.Contains("worksheets/", StringComparison.Ordinal))
            {
                sheets.Add((name, entry));
            }
        });
        if (sheets.Count == 0)
        {
            throw WorkbookFaults.NotAWorkbook(File);
        }

        ReadStyles();
        ReadSharedTexts();
    }

    private void Each(string entry, Action<XmlReader> element)
    {
        if (!zip.Has(entry))
        {
            return;
        }

        using var stream = zip.Read(entry);
        using var xml = Xml(stream);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element(xml);
            }
        }
    }

    private void ReadStyles()
    {
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        var styles = new List<bool>();
        var inCells = false;
        Each("xl/styles.xml", xml =>
        {
            inCells = xml.LocalName switch { "cellXfs" => true, "cellStyles" or "cellStyleXfs" or "dxfs" => false, _ => inCells };
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id)
            {
                formats[id] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (inCells && xml.LocalName == "xf")
            {
                var format = xml.GetAttribute("numFmtId") ?? "0";
                styles.Add(formats.TryGetValue(format, out var code) ? DateFormats.IsDate(code) : DateFormats.IsBuiltInDate(format));
            }
        });
        dateStyles = [.. styles];
    }

    private void ReadSharedTexts()
    {
        if (!zip.Has("xl/sharedStrings.xml"))
        {
            return;
        }

        using var stream = zip.Read("xl/sharedStrings.xml");
        using var xml = Xml(stream);
        var text = new StringBuilder();
        long total = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                text.Clear();
                SheetRows.ReadRichText(xml, text);
                total += text.Length;
                if (total > MostSharedText || shared.Count > 20_000_000)
                {
                    throw WorkbookFaults.TooLarge(File, null);
                }

                shared.Add(text.ToString());
            }
            else
            {
                xml.Read();
            }
        }
    }
}
