using System.IO.Compression;

namespace Saima.Kernel.Documents;

/// <summary>Packs an Office file again without a clock and in an order of its own: the same content gives the same bytes.</summary>
internal static class StillZip
{
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(MemoryStream office)
    {
        office.Position = 0;
        using var target = new MemoryStream();
        using (var from = new ZipArchive(office, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types comes first: programs that read a file as it arrives need it before the parts.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var part = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                part.LastWriteTime = Timestamp;
                using var source = entry.Open();
                using var sink = part.Open();
                source.CopyTo(sink);
            }
        }

        return target.ToArray();
    }
}
