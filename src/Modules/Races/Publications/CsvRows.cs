using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Publications;

/// <summary>Writes rows of CSV: LF after every row, quotes only where RFC 4180 needs them, numbers in one form only.</summary>
internal sealed class CsvRows(Stream target)
{
    private const int Room = 1 << 16;
    private const int LongestNumber = 40;
    private const ulong Million = 1_000_000;
    private const ulong YuanPerWan = 10_000;
    private static readonly System.Buffers.SearchValues<byte> NeedQuotes = System.Buffers.SearchValues.Create("\",\r\n"u8);
    private readonly byte[] buffer = new byte[Room];
    private int used;
    private bool first = true;

    public void Header(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Text(name);
        }

        End();
    }

    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Text(ReadOnlySpan<byte> text)
    {
        Next();
        if (text.IndexOfAny(NeedQuotes) < 0)
        {
            Raw(text);
            return;
        }

        Raw("\""u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            Raw(text[..(quote + 1)]);
            Raw("\""u8);
            text = text[(quote + 1)..];
        }

        Raw(text);
        Raw("\""u8);
    }

    /// <summary>A text that needs no quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Code(ReadOnlySpan<byte> code)
    {
        Next();
        Raw(code);
    }

    public void Empty() => Next();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Whole(long value)
    {
        var at = Cell();
        at += Digits(value, buffer.AsSpan(at));
        used = at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void YesNo(bool value)
    {
        Next();
        Raw(value ? "true"u8 : "false"u8);
    }

    /// <summary>Six decimals; undefined is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Millionths(long value)
    {
        if (value == Settlement.Undefined)
        {
            Next();
            return;
        }

        var at = Cell();
        if (value < 0)
        {
            buffer[at++] = (byte)'-';
        }

        var size = (ulong)Math.Abs(value);
        var whole = size / Million;
        at += Digits((long)whole, buffer.AsSpan(at));
        buffer[at] = (byte)'.';
        Decimals((uint)(size - (whole * Million)), buffer.AsSpan(at + 1, 6));
        used = at + 7;
    }

    /// <summary>元 as 万元 without trailing zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Money(long yuan)
    {
        var at = Cell();
        if (yuan < 0)
        {
            buffer[at++] = (byte)'-';
        }

        var size = (ulong)Math.Abs(yuan);
        var whole = size / YuanPerWan;
        at += Digits((long)whole, buffer.AsSpan(at));
        if (size != whole * YuanPerWan)
        {
            buffer[at] = (byte)'.';
            Decimals((uint)(size - (whole * YuanPerWan)), buffer.AsSpan(at + 1, 4));
            at += 5;
            while (buffer[at - 1] == (byte)'0')
            {
                at--;
            }
        }

        used = at;
    }

    public void End()
    {
        Raw("\n"u8);
        first = true;
    }

    public void Flush()
    {
        target.Write(buffer.AsSpan(0, used));
        used = 0;
    }

    private void Next()
    {
        if (!first)
        {
            Raw(","u8);
        }

        first = false;
    }

    /// <summary>Begins a cell of a number, for which there is room; where it begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Cell()
    {
        if (Room - used < LongestNumber)
        {
            Flush();
        }

        var at = used;
        if (!first)
        {
            buffer[at++] = (byte)',';
        }

        first = false;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(long value, Span<byte> to)
    {
        if ((ulong)value < 10)
        {
            to[0] = (byte)('0' + value);
            return 1;
        }

        Utf8Formatter.TryFormat(value, to, out var written);
        return written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Decimals(uint value, Span<byte> to)
    {
        for (var place = to.Length - 1; place >= 0; place--)
        {
            var rest = value / 10;
            to[place] = (byte)('0' + (value - (rest * 10)));
            value = rest;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Raw(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Room - used)
        {
            Flush();
            if (bytes.Length > Room)
            {
                target.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }
}
