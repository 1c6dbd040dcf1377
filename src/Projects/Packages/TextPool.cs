using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Saima.Projects.Packages;

/// <summary>Distinct texts as UTF-8 bytes, each known by a code from 0; order is by byte, which is order by Unicode code point.</summary>
public sealed class TextPool
{
    private byte[] bytes;
    private int[] ends;
    private int[] slots;
    private int mask;

    public TextPool(int expected = 64)
    {
        bytes = new byte[Math.Max(256, expected * 12L > int.MaxValue / 2 ? int.MaxValue / 2 : expected * 12)];
        ends = new int[Math.Max(16, expected)];
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, expected * 2L))];
        mask = slots.Length - 1;
    }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Utf8(int code)
    {
        var start = code == 0 ? 0 : ends[code - 1];
        return bytes.AsSpan(start, ends[code] - start);
    }

    public string Text(int code) => Encoding.UTF8.GetString(Utf8(code));

    public int Compare(int left, int right) => Utf8(left).SequenceCompareTo(Utf8(right));

    /// <summary>Code of the text, or −1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        for (var slot = Hash(text) & mask; ; slot = (slot + 1) & mask)
        {
            var code = slots[slot] - 1;
            if (code < 0 || Utf8(code).SequenceEqual(text))
            {
                return code;
            }
        }
    }

    /// <summary>Code of the text, which is added if new.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var slot = Hash(text) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Utf8(slots[slot] - 1).SequenceEqual(text))
            {
                return slots[slot] - 1;
            }
        }

        var start = Count == 0 ? 0 : ends[Count - 1];
        if (start + (long)text.Length > bytes.Length)
        {
            if (start + (long)text.Length > Array.MaxLength)
            {
                throw new IOException("A column holds more than 2 GiB of text.");
            }

            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, start + (long)text.Length)));
        }

        if (Count == ends.Length)
        {
            Array.Resize(ref ends, ends.Length * 2);
        }

        text.CopyTo(bytes.AsSpan(start));
        ends[Count] = start + text.Length;
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    public int Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Place of each code when the texts are sorted.</summary>
    public int[] Ranks()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        MemoryExtensions.Sort(order.AsSpan(), Compare);
        var ranks = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        if (text.Length >= sizeof(ulong) && text.Length <= 2 * sizeof(ulong))
        {
            var head = MemoryMarshal.Read<ulong>(text);
            var tail = MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]);
            var mixed = (head * 0x9E3779B97F4A7C15UL) ^ (System.Numerics.BitOperations.RotateLeft(tail, 29) * 0xC2B2AE3D27D4EB4FUL);
            return (int)((mixed ^ (mixed >> 32)) & int.MaxValue);
        }

        return (int)(XxHash3.HashToUInt64(text) & int.MaxValue);
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        mask = slots.Length - 1;
        for (var code = 0; code < Count; code++)
        {
            var slot = Hash(Utf8(code)) & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = code + 1;
        }
    }
}

/// <summary>A column of texts; −1 stands for unknown.</summary>
public sealed class TextColumn(TextPool pool, int[] codes, int count)
{
    public int Count => count;

    public string? this[int row] => codes[row] < 0 ? null : pool.Text(codes[row]);

    public ReadOnlySpan<byte> Utf8(int row) => codes[row] < 0 ? default : pool.Utf8(codes[row]);

    /// <summary>Row whose text is the one given, or −1; for columns that are keys.</summary>
    public int Find(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        int low = 0, high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Utf8(middle).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
