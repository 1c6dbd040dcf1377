namespace Saima.Modules.Tests.Kernel.Evidence;

/// <summary>A long upload that is nowhere held: its beginning, then zeros.</summary>
internal sealed class Endless(byte[] head, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - Position);
        for (var at = 0; at < read; at++)
        {
            buffer[offset + at] = Position + at < head.Length ? head[Position + at] : (byte)0;
        }

        Position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>An upload whose sender goes away after a while.</summary>
internal sealed class BrokenOff : Stream
{
    private int reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => reads; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => ++reads < 5 ? count : throw new IOException("The sender went away.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
