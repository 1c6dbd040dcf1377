using System.Buffers.Text;
using System.Text;

namespace Saima.Projects.Samples;

/// <summary>Rows of CSV in UTF-8, put together without strings: a generated package is more than a gigabyte. Texts must need no quotes.</summary>
internal sealed class CsvBytes
{
    /// <summary>Stands for an unknown date.</summary>
    public const int NoDate = int.MinValue;

    private byte[] buffer = new byte[1 << 16];
    private int length;
    private bool rowStarted;

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public void Clear() => (length, rowStarted) = (0, false);

    public CsvBytes Text(ReadOnlySpan<byte> utf8)
    {
        var room = Field(utf8.Length);
        utf8.CopyTo(room);
        length += utf8.Length;
        return this;
    }

    public CsvBytes Text(string text)
    {
        var room = Field(Encoding.UTF8.GetMaxByteCount(text.Length));
        length += Encoding.UTF8.GetBytes(text, room);
        return this;
    }

    public CsvBytes Empty() => Text(ReadOnlySpan<byte>.Empty);

    /// <summary>A letter and at least <paramref name="digits"/> digits, e.g. <c>P0000012</c>.</summary>
    public CsvBytes Id(byte letter, long number, int digits)
    {
        var room = Field(32);
        room[0] = letter;
        Utf8Formatter.TryFormat(number, room[1..], out var written, new('D', (byte)digits));
        length += 1 + written;
        return this;
    }

    /// <summary>A text followed by a number.</summary>
    public CsvBytes Numbered(ReadOnlySpan<byte> utf8, long number)
    {
        var room = Field(utf8.Length + 24);
        utf8.CopyTo(room);
        Utf8Formatter.TryFormat(number, room[utf8.Length..], out var written);
        length += utf8.Length + written;
        return this;
    }

    /// <summary>元 as 万元 with no trailing zeros.</summary>
    public CsvBytes Money(long yuan)
    {
        var room = Field(32);
        var start = 0;
        if (yuan < 0)
        {
            room[start++] = (byte)'-';
            yuan = -yuan;
        }

        Utf8Formatter.TryFormat(yuan / 10_000, room[start..], out var written);
        start += written;
        var rest = (int)(yuan % 10_000);
        if (rest != 0)
        {
            room[start++] = (byte)'.';
            for (var unit = 1000; rest != 0; unit /= 10)
            {
                room[start++] = (byte)('0' + (rest / unit));
                rest %= unit;
            }
        }

        length += start;
        return this;
    }

    public CsvBytes Date(int dayNumber)
    {
        if (dayNumber == NoDate)
        {
            return Empty();
        }

        var (year, month, day) = DateOnly.FromDayNumber(dayNumber);
        var room = Field(10);
        Digits4(room, year);
        room[4] = (byte)'-';
        Digits2(room[5..], month);
        room[7] = (byte)'-';
        Digits2(room[8..], day);
        length += 10;
        return this;
    }

    /// <summary>A month given as <c>12·year + month − 1</c>.</summary>
    public CsvBytes Month(int month)
    {
        var room = Field(7);
        Digits4(room, month / 12);
        room[4] = (byte)'-';
        Digits2(room[5..], (month % 12) + 1);
        length += 7;
        return this;
    }

    public CsvBytes Truth(bool value) => Text(value ? "true"u8 : "false"u8);

    public void EndRow()
    {
        Grow(1);
        buffer[length++] = (byte)'\n';
        rowStarted = false;
    }

    private static void Digits2(Span<byte> room, int value) => (room[0], room[1]) = ((byte)('0' + (value / 10)), (byte)('0' + (value % 10)));

    private static void Digits4(Span<byte> room, int value)
    {
        Digits2(room, value / 100);
        Digits2(room[2..], value % 100);
    }

    private Span<byte> Field(int bytes)
    {
        Grow(bytes + 1);
        if (rowStarted)
        {
            buffer[length++] = (byte)',';
        }

        rowStarted = true;
        return buffer.AsSpan(length);
    }

    private void Grow(int bytes)
    {
        if (length + bytes > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + bytes));
        }
    }
}
