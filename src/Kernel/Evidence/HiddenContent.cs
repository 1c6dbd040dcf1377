using System.Buffers;
using System.Buffers.Binary;

namespace Saima.Kernel.Evidence;

/// <summary>Signs that a file is also something else: a zip is found from its end, a web page from its beginning, a script anywhere.</summary>
internal static class HiddenContent
{
    private const int Head = 4096;
    private const int ZipEnd = 22;
    private static readonly SearchValues<string> Scripts = SearchValues.Create(["<script", "<?php", "<iframe", "javascript:"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Pages = SearchValues.Create(
        ["<html", "<!doctype html", "<svg", "<body", "<head", "<script", "<?php", "<iframe", "#!/"], StringComparison.OrdinalIgnoreCase);

    public static bool OpensAsPage(ReadOnlySpan<byte> file) => Latin(file[..Math.Min(Head, file.Length)]).AsSpan().ContainsAny(Pages);

    public static bool HasScript(ReadOnlySpan<byte> file)
    {
        const int Piece = 1 << 20, Overlap = 16;
        for (var at = 0; at < file.Length; at += Piece - Overlap)
        {
            if (Latin(file.Slice(at, Math.Min(Piece, file.Length - at))).AsSpan().ContainsAny(Scripts))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An end record of a zip whose comment fits in what is left, as every reader of zips looks for it (APPNOTE 4.3.16).</summary>
    public static bool OpensAsZip(ReadOnlySpan<byte> file)
    {
        var from = Math.Max(0, file.Length - ZipEnd - ushort.MaxValue);
        for (var rest = file[from..]; rest.IndexOf("PK\u0005\u0006"u8) is >= 0 and var at; rest = rest[(at + 4)..])
        {
            if (rest.Length - at >= ZipEnd && BinaryPrimitives.ReadUInt16LittleEndian(rest[(at + 20)..]) <= rest.Length - at - ZipEnd)
            {
                return true;
            }
        }

        return false;
    }

    private static string Latin(ReadOnlySpan<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes);
}
