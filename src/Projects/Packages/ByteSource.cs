using Microsoft.Win32.SafeHandles;

namespace Saima.Projects.Packages;

/// <summary>Bytes of one table that can be read at any place, by several threads at once.</summary>
internal abstract class ByteSource : IDisposable
{
    public abstract long Length { get; }

    /// <summary>Reads as many bytes as fit from the offset on; fewer only at the end.</summary>
    public abstract int Read(Span<byte> into, long offset);

    public byte[] ReadAll()
    {
        var bytes = new byte[Length];
        _ = Read(bytes, 0);
        return bytes;
    }

    public virtual void Dispose()
    {
    }
}

internal sealed class MemorySource(byte[] bytes, int length) : ByteSource
{
    public MemorySource(byte[] bytes)
        : this(bytes, bytes.Length)
    {
    }

    public override long Length => length;

    public override int Read(Span<byte> into, long offset)
    {
        var from = bytes.AsSpan((int)Math.Min(offset, length), (int)Math.Min(into.Length, Math.Max(0, length - offset)));
        from.CopyTo(into);
        return from.Length;
    }
}

internal sealed class FileSource : ByteSource
{
    private readonly SafeFileHandle handle;

    public FileSource(string path, bool deleteOnClose = false)
    {
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, deleteOnClose ? FileOptions.DeleteOnClose : FileOptions.None);
        Length = RandomAccess.GetLength(handle);
    }

    public override long Length { get; }

    public override int Read(Span<byte> into, long offset)
    {
        var total = 0;
        while (total < into.Length)
        {
            var read = RandomAccess.Read(handle, into[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public override void Dispose()
    {
        handle.Dispose();
        base.Dispose();
    }
}
