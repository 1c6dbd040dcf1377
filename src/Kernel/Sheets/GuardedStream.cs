using System.IO.Hashing;

namespace Saima.Kernel.Sheets;

/// <summary>Counts what inflates and checks length and CRC at the end.</summary>
internal sealed class GuardedStream(Stream inner, uint expectedCrc, long expectedLength, Action<long, long> count, Func<UnreadableFile> damaged) : Stream
{
    private readonly Crc32 crc = new();
    private long total;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty)
        {
            return 0;
        }

        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (Exception problem) when (GuardedZip.IsDamage(problem))
        {
            throw damaged();
        }

        total += read;
        count(read, total);
        crc.Append(buffer[..read]);
        if (read == 0)
        {
            ended = true;
            if (total != expectedLength || crc.GetCurrentHashAsUInt32() != expectedCrc)
            {
                throw damaged();
            }
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
