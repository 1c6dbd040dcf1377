using Microsoft.Win32.SafeHandles;

namespace Saima.Projects.Packages;

/// <summary>A table that lies uncompressed inside a larger file.</summary>
/// <param name="Name">What people know it by.</param>
public sealed record StoredTable(PackageTable Table, string Name, long Offset, long Length);

/// <summary>Reads a package whose tables lie inside one open file, with no descriptor beside them.</summary>
public static class StoredTables
{
    public static PackageReading Read(
        SafeFileHandle file, IEnumerable<StoredTable> tables, ReadingOptions? options = null, IProgress<ReadingProgress>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tables);
        var files = tables.Select(table => new TableFile(table.Table, table.Name, null, new SectionSource(file, table.Offset, table.Length))).ToList();
        return PackageReader.Tables(files, new PackageFaults(), options, progress, cancel);
    }
}

/// <summary>A piece of a file that somebody else closes.</summary>
internal sealed class SectionSource(SafeFileHandle file, long start, long length) : ByteSource
{
    public override long Length => length;

    public override int Read(Span<byte> into, long offset)
    {
        into = into[..(int)Math.Clamp(length - offset, 0, into.Length)];
        var total = 0;
        while (total < into.Length && RandomAccess.Read(file, into[total..], start + offset + total) is > 0 and var read)
        {
            total += read;
        }

        return total;
    }
}
