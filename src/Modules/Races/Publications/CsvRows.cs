using System.Buffers.Text;
using System.Text;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Publications;

/// <summary>Writes rows of CSV: LF after every row, quotes only where RFC 4180 needs them, numbers in one form only.</summary>
internal sealed class CsvRows(Stream target)
{
    private const int Room = 1 << 16;
    private const int LongestNumber = 32;
    private const long Million = 1_000_000;
    private const long YuanPerWan = 10_000;
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

    public void Text(ReadOnlySpan<byte> text)
    {
        Next();
        if (text.IndexOfAny("\",\r\n"u8) < 0)
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

    public void Empty() => Next();

    public void Whole(long value)
    {
        Next();
        Digits(value);
    }

    public void YesNo(bool value)
    {
        Next();
        Raw(value ? "true"u8 : "false"u8);
    }

    /// <summary>Six decimals; undefined is empty.</summary>
    public void Millionths(long value)
    {
        Next();
        if (value == Settlement.Undefined)
        {
            return;
        }

        if (value < 0)
        {
            Raw("-"u8);
        }

        var size = Math.Abs(value);
        Digits(size / Million);
        Raw("."u8);
        Decimals(size % Million, 6, false);
    }

    /// <summary>元 as 万元 without trailing zeros.</summary>
    public void Money(long yuan)
    {
        Next();
        if (yuan < 0)
        {
            Raw("-"u8);
        }

        var size = Math.Abs(yuan);
        Digits(size / YuanPerWan);
        if (size % YuanPerWan != 0)
        {
            Raw("."u8);
            Decimals(size % YuanPerWan, 4, true);
        }
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

    private void Digits(long value)
    {
        if (Room - used < LongestNumber)
        {
            Flush();
        }

        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    private void Decimals(long value, int places, bool trimmed)
    {
        Span<byte> digits = stackalloc byte[places];
        for (var place = places - 1; place >= 0; place--, value /= 10)
        {
            digits[place] = (byte)('0' + (value % 10));
        }

        Raw(trimmed ? digits.TrimEnd((byte)'0') : digits);
    }

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
