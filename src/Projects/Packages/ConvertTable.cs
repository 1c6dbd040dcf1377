using System.Globalization;
using System.Text;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>Turns a table that is not UTF-8 into UTF-8, or says which byte fits no encoding.</summary>
internal static class ConvertTable
{
    private const int Largest = 512 << 20;
    private const int ByteOrderMark = 3;

    /// <param name="skip">Bytes of the byte order mark.</param>
    public static MemorySource? Run(TableFile file, ByteSource source, string encoding, int skip, PackageFaults faults)
    {
        if (source.Length > Largest)
        {
            faults.Add(Severity.Error, "BAD_ENCODING", file.File, file.Sheet, null, null, default,
                new Phrase("文字编码不是 UTF-8，文件又超过 512 MiB，不作转换。", "The text is not UTF-8, and larger than the 512 MiB up to which it would be converted."), Remedy);
            return null;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = source.ReadAll();
        if (encoding != "gb18030" || (skip != ByteOrderMark && !BrokenUtf8.Is(bytes)))
        {
            try
            {
                var text = Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes.AsSpan(skip));
                if (!text.Contains('\0'))
                {
                    return new MemorySource(Encoding.UTF8.GetBytes(text));
                }
            }
            catch (Exception problem) when (problem is DecoderFallbackException or EncoderFallbackException)
            {
                // Said below, with the row.
            }
        }

        Tell(file, bytes, faults);
        return null;
    }

    private static Phrase Remedy { get; } = new("在 Excel 或 WPS 里另存为“CSV UTF-8”。", "Save it as “CSV UTF-8” in Excel or WPS.");

    private static void Tell(TableFile file, ReadOnlySpan<byte> bytes, PackageFaults faults)
    {
        var at = ValidUpTo(bytes);
        var found = at < bytes.Length ? string.Create(CultureInfo.InvariantCulture, $"0x{bytes[at]:X2}") : "";
        faults.Add(Severity.Error, "BAD_ENCODING", file.File, file.Sheet, file.HeaderRow + bytes[..at].Count((byte)'\n'), null, Encoding.ASCII.GetBytes(found),
            new Phrase(
                string.Create(CultureInfo.InvariantCulture, $"第 {at + 1} 个字节（{found}）不合编码：既不是完好的 UTF-8，也不是 GB 18030，或是空字符。"),
                string.Create(CultureInfo.InvariantCulture, $"Byte {at + 1} ({found}) fits no encoding: the text is neither sound UTF-8 nor GB 18030, or has a NUL.")),
            Remedy);
    }

    private static int ValidUpTo(ReadOnlySpan<byte> bytes)
    {
        var zero = bytes.IndexOf((byte)0);
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return zero >= 0 ? Math.Min(zero, at) : at;
    }
}
