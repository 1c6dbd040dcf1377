using Saima.Kernel.Refusals;

namespace Saima.Kernel.Evidence;

/// <summary>What a file is by its content; its name is only held against that. What is two things at once is refused.</summary>
public static class CheckContent
{
    private const int PdfTail = 1024;

    public static Outcome<EvidenceFormat> Run(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bytes = File.ReadAllBytes(path);
        var found = Look(bytes, path, name);
        if (found.Value is { } format && EvidenceFormat.OfEnding(name) != format)
        {
            return EvidenceRefusals.Mismatch(name, format);
        }

        return found;
    }

    /// <summary>The format the first bytes speak of.</summary>
    internal static EvidenceFormat? Announced(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? EvidenceFormat.Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? EvidenceFormat.Png
        : head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) ? EvidenceFormat.Webp
        : head.StartsWith("%PDF-"u8) ? EvidenceFormat.Pdf
        : null;

    private static Outcome<EvidenceFormat> Look(ReadOnlySpan<byte> file, string path, string name)
    {
        if (file.StartsWith("PK\u0003\u0004"u8))
        {
            return file.Length < 22 || !file[^22..].StartsWith("PK\u0005\u0006"u8) ? EvidenceRefusals.TwoInOne(name, EvidenceFormat.OfEnding(name) ?? EvidenceFormat.Word) : CheckOffice.Run(path, name);
        }

        if (file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8) && (file[8..11].SequenceEqual("hei"u8) || file[8..11].SequenceEqual("hev"u8) || file[8..11].SequenceEqual("mif"u8)))
        {
            return EvidenceRefusals.Heic(name);
        }

        if (Announced(file) is not { } format)
        {
            return HiddenContent.OpensAsPage(file) ? EvidenceRefusals.Markup(name) : EvidenceRefusals.Unknown(name);
        }

        return HiddenContent.OpensAsPage(file) || (format.IsPhoto && HiddenContent.HasScript(file)) ? EvidenceRefusals.Markup(name)
            : HiddenContent.OpensAsZip(file) ? EvidenceRefusals.TwoInOne(name, format)
            : format == EvidenceFormat.Pdf ? Pdf(file, name)
            : Picture(file, format, name);
    }

    private static Outcome<EvidenceFormat> Picture(ReadOnlySpan<byte> file, EvidenceFormat format, string name)
    {
        var end = format == EvidenceFormat.Jpeg ? EndOfImage.Jpeg(file) : format == EvidenceFormat.Png ? EndOfImage.Png(file) : EndOfImage.Webp(file);
        return end < 0 ? EvidenceRefusals.Damaged(name, format)
            : end == file.Length || (format == EvidenceFormat.Jpeg && EndOfImage.PhoneWroteIt(file[end..])) ? format
            : EvidenceRefusals.TwoInOne(name, format);
    }

    private static Outcome<EvidenceFormat> Pdf(ReadOnlySpan<byte> file, string name)
    {
        var tail = file[Math.Max(0, file.Length - PdfTail)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        return end < 0 ? EvidenceRefusals.Damaged(name, EvidenceFormat.Pdf)
            : tail[(end + 5)..].ContainsAnyExcept(" \t\r\n\0"u8) ? EvidenceRefusals.TwoInOne(name, EvidenceFormat.Pdf)
            : file.IndexOf("/JavaScript"u8) >= 0 || file.IndexOf("/Launch"u8) >= 0 || file.IndexOf("/EmbeddedFile"u8) >= 0 || file.IndexOf("/RichMedia"u8) >= 0 ? EvidenceRefusals.PdfActs(name)
            : EvidenceFormat.Pdf;
    }
}
