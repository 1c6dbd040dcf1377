using System.Xml;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Kernel.Evidence;

/// <summary>Whether a zip is a sound Office package (ECMA-376 part 2) without macros, and of which program.</summary>
internal static class CheckOffice
{
    private const string Types = "[Content_Types].xml";
    private const int LongestTypes = 1 << 20;
    private static readonly ZipLimits Limits = new() { Entries = 5_000, Inflated = 400L << 20, Ratio = 200, SmallEntry = 1L << 20, Nested = true };

    private static readonly string[] Runnable = [".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".class", ".jar", ".html", ".htm", ".svg", ".swf", ".lnk"];

    private static readonly (string Main, EvidenceFormat Format)[] Mains =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", EvidenceFormat.Word),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", EvidenceFormat.Workbook),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", EvidenceFormat.Slides),
    ];

    public static Outcome<EvidenceFormat> Run(string path, string name)
    {
        try
        {
            using var zip = GuardedZip.Open(path, Limits);
            if (!zip.Has(Types) || zip.Length(Types) > LongestTypes || zip.Names.Contains("META-INF/MANIFEST.MF"))
            {
                return EvidenceRefusals.Unknown(name);
            }

            var types = ContentTypes(zip);
            if (types.Exists(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) || zip.Names.Any(Runs))
            {
                return EvidenceRefusals.Macros(name);
            }

            foreach (var entry in zip.Names)
            {
                using var content = zip.Read(entry);
                content.CopyTo(Stream.Null);
            }

            var format = Mains.FirstOrDefault(main => types.Contains(main.Main)).Format;
            return format is null ? EvidenceRefusals.Unknown(name) : format;
        }
        catch (UnreadableFile fault)
        {
            return EvidenceRefusals.Package(name, fault.Problem);
        }
        catch (XmlException)
        {
            return EvidenceRefusals.Unknown(name);
        }
    }

    private static bool Runs(string entry) =>
        Path.GetFileName(entry).StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)
        || entry.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(Runnable, end => entry.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static List<string> ContentTypes(GuardedZip zip)
    {
        var types = new List<string>();
        using var stream = zip.Read(Types);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestTypes });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }
}
