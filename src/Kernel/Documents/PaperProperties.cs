using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Saima.Kernel.Documents;

/// <summary>Title, author and language in the properties of an Office file, and no moment of writing.</summary>
internal static class PaperProperties
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public static void Write(OpenXmlPackage file, string title, string author, string language)
    {
        var part = file switch
        {
            WordprocessingDocument word => word.AddCoreFilePropertiesPart(),
            PresentationDocument deck => deck.AddCoreFilePropertiesPart(),
            _ => throw new NotSupportedException(file.GetType().Name),
        };
        file.ChangeIdOfPart(part, "rIdCore");
        var properties = new XElement(
            Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin.NamespaceName),
            new XElement(Dublin + "title", WordBlocks.Clean(title)),
            new XElement(Dublin + "creator", WordBlocks.Clean(author)),
            new XElement(Dublin + "language", language));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + properties.ToString(SaveOptions.DisableFormatting)));
        part.FeedData(content);
    }

    public static void Write(OpenXmlPackage file, Paper paper) => Write(file, paper.Title, paper.Author, paper.Language);
}
