using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Saima.Modules.Races.Publications;

/// <summary>What is written through it is counted and hashed on the way; without an inner stream it is only measured.</summary>
internal sealed class SealingStream(Stream? inner) : Stream
{
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Crc32 crc = new();
    private long length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    /// <summary>Measures what would be written.</summary>
    public static EntrySeal Measure(string name, Action<Stream> write)
    {
        using var stream = new SealingStream(null);
        write(stream);
        return stream.Seal(name);
    }

    public EntrySeal Seal(string name)
    {
        Span<byte> checksum = stackalloc byte[4];
        crc.GetCurrentHash(checksum);
        return new(name, length, BinaryPrimitives.ReadUInt32LittleEndian(checksum), Convert.ToHexStringLower(sha.GetCurrentHash()));
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        sha.AppendData(buffer);
        crc.Append(buffer);
        length += buffer.Length;
        inner?.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush() => inner?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            sha.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>Size and checksums of one entry of a bundle.</summary>
/// <param name="Sha256">SHA-256, lower-case hex.</param>
internal sealed record EntrySeal(string Name, long Size, uint Crc32, string Sha256);
