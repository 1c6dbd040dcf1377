using System.Buffers.Text;
using System.Text;

namespace Saima.Kernel.Sheets;

/// <summary>Writes small pieces of text to a stream as UTF-8 in large blocks; whoever made the stream closes it.</summary>
public sealed class ByteWriter(Stream stream) : IDisposable
{
    private const int Size = 1 << 16;
    private readonly byte[] buffer = new byte[Size];
    private int used;

    public void Byte(byte value)
    {
        if (used == Size)
        {
            Flush();
        }

        buffer[used++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Size - used)
        {
            Flush();
            if (bytes.Length > Size)
            {
                stream.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    public void Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public void Number(long value)
    {
        if (Size - used < 24)
        {
            Flush();
        }

        _ = Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    /// <summary>The number with leading zeros.</summary>
    public void Digits(int value, int width)
    {
        if (Size - used < width)
        {
            Flush();
        }

        for (var i = width - 1; i >= 0; i--, value /= 10)
        {
            buffer[used + i] = (byte)('0' + (value % 10));
        }

        used += width;
    }

    /// <summary>元 as 万元 without trailing zeros.</summary>
    public void Money(long yuan)
    {
        if (yuan < 0)
        {
            Byte((byte)'-');
        }

        var amount = yuan < 0 ? (ulong)-yuan : (ulong)yuan;
        Number((long)(amount / 10_000));
        var rest = (int)(amount % 10_000);
        if (rest == 0)
        {
            return;
        }

        var width = 4;
        for (; rest % 10 == 0; rest /= 10)
        {
            width--;
        }

        Byte((byte)'.');
        Digits(rest, width);
    }

    public void Date(int dayNumber)
    {
        var date = DateOnly.FromDayNumber(dayNumber);
        Digits(date.Year, 4);
        Byte((byte)'-');
        Digits(date.Month, 2);
        Byte((byte)'-');
        Digits(date.Day, 2);
    }

    public void Flush()
    {
        stream.Write(buffer.AsSpan(0, used));
        used = 0;
    }

    public void Dispose() => Flush();
}
