using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Saima.Projects.Packages;

/// <summary>
/// Distinct texts as UTF-8 bytes, each known by a code from 0; order is by byte, which is order by Unicode code point. As long as texts come in ascending
/// order, as keys mostly do, nothing is hashed.
/// </summary>
public sealed class TextPool
{
    private readonly Lock gate = new();
    private byte[] bytes;
    private int[] ends;

    // By hash: code and 1, or 0 where free. None as long as the texts ascend.
    private int[]? slots;

    public TextPool()
        : this(16, 256)
    {
    }

    /// <param name="texts">About how many texts are expected.</param>
    /// <param name="bytes">About how many bytes they have together.</param>
    public TextPool(long texts, long bytes)
    {
        this.bytes = GC.AllocateUninitializedArray<byte>((int)Math.Clamp(bytes, 256, Array.MaxLength));
        ends = GC.AllocateUninitializedArray<int>((int)Math.Clamp(texts, 16, Array.MaxLength));
    }

    public int Count { get; private set; }

    /// <summary>Bytes of all texts.</summary>
    public long Bytes => Count == 0 ? 0 : ends[Count - 1];

    public ReadOnlySpan<byte> Utf8(int code)
    {
        var start = code == 0 ? 0 : ends[code - 1];
        return bytes.AsSpan(start, ends[code] - start);
    }

    public string Text(int code) => Encoding.UTF8.GetString(Utf8(code));

    public int Compare(int left, int right) => Utf8(left).SequenceCompareTo(Utf8(right));

    /// <summary>Code of the text, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> text)
    {
        var slots = this.slots ?? Index();
        for (var slot = Hash(text) & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var code = slots[slot] - 1;
            if (code < 0 || Utf8(code).SequenceEqual(text))
            {
                return code;
            }
        }
    }

    /// <summary>Code of the text, which is added if new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text)
    {
        if (slots is null)
        {
            var order = Count == 0 ? 1 : text.SequenceCompareTo(Utf8(Count - 1));
            if (order >= 0)
            {
                return order == 0 ? Count - 1 : Append(text);
            }

            Index();
        }

        var places = slots!;
        var slot = Hash(text) & (places.Length - 1);
        for (; places[slot] != 0; slot = (slot + 1) & (places.Length - 1))
        {
            var code = places[slot] - 1;
            var start = code == 0 ? 0 : ends[code - 1];
            if (ends[code] - start == text.Length && bytes.AsSpan(start, text.Length).SequenceEqual(text))
            {
                return code;
            }
        }

        Append(text);
        places[slot] = Count;
        if (Count * 2 > places.Length)
        {
            slots = null;
            Index();
        }

        return Count - 1;
    }

    /// <summary>Adds a text without looking whether it is there; for texts that are mostly distinct and never looked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Put(ReadOnlySpan<byte> text)
    {
        if (slots is null)
        {
            Index();
        }

        return Append(text);
    }

    public int Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Puts all texts of another pool behind its own, even those it has already; returns by how much their codes rise.</summary>
    public int Append(TextPool other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (shift, start) = (Count, (int)Bytes);
        MakeRoom(other.Count, other.Bytes);
        other.bytes.AsSpan(0, (int)other.Bytes).CopyTo(bytes.AsSpan(start));
        for (var code = 0; code < other.Count; code++)
        {
            ends[shift + code] = start + other.ends[code];
        }

        Count += other.Count;
        slots = null;
        return shift;
    }

    /// <summary>Copies texts one behind the other; each code, −1 for none, is replaced by where its text ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Copy(Span<int> codes, ref byte[] into)
    {
        Span<long> places = stackalloc long[64];
        var used = 0;
        for (var first = 0; first < codes.Length; first += places.Length)
        {
            var some = codes[first..Math.Min(codes.Length, first + places.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                var start = some[i] <= 0 ? 0 : ends[some[i] - 1];
                places[i] = ((long)start << 32) | (uint)(some[i] < 0 ? 0 : ends[some[i]] - start);
            }

            for (var i = 0; i < some.Length; i++)
            {
                var (start, length) = ((int)(places[i] >> 32), (int)places[i]);
                if (used + length > into.Length)
                {
                    Array.Resize(ref into, Math.Max(2 * into.Length, used + length));
                }

                bytes.AsSpan(start, length).CopyTo(into.AsSpan(used));
                some[i] = used += length;
            }
        }
    }

    /// <summary>The first code from <paramref name="from"/> on whose text begins with one of the bytes, or −1: one look at each text.</summary>
    /// <param name="firstBytes">For each byte whether a text that begins with it is meant; 256 of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Beginning(ReadOnlySpan<bool> firstBytes, int from)
    {
        var start = from == 0 ? 0 : ends[from - 1];
        for (var code = from; code < Count; code++)
        {
            var end = ends[code];
            if (end > start && firstBytes[bytes[start]])
            {
                return code;
            }

            start = end;
        }

        return -1;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Append(ReadOnlySpan<byte> text)
    {
        var code = Count;
        var start = code == 0 ? 0 : ends[code - 1];
        if (code == ends.Length || text.Length > bytes.Length - start)
        {
            MakeRoom(1, text.Length);
        }

        text.CopyTo(bytes.AsSpan(start));
        ends[code] = start + text.Length;
        Count = code + 1;
        return code;
    }

    private void MakeRoom(int texts, long length)
    {
        var needed = Bytes + length;
        if (needed > Array.MaxLength)
        {
            throw new IOException("A column holds more than 2 GiB of text.");
        }

        if (needed > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, needed)));
        }

        if (Count + texts > ends.Length)
        {
            Array.Resize(ref ends, (int)Math.Min(Array.MaxLength, Math.Max(ends.Length * 2L, Count + (long)texts)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<byte> text)
    {
        ref var at = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        ulong mixed;
        if (length > 4 * sizeof(ulong))
        {
            mixed = System.IO.Hashing.XxHash3.HashToUInt64(text);
        }
        else if (length > 2 * sizeof(ulong))
        {
            mixed = Mix(Word(ref at, 0), Word(ref at, length - 8)) ^ BitOperations.RotateLeft(Mix(Word(ref at, 8), Word(ref at, length - 16)), 32);
        }
        else if (length >= sizeof(ulong))
        {
            mixed = Mix(Word(ref at, 0), Word(ref at, length - 8));
        }
        else
        {
            mixed = (ulong)length;
            foreach (var one in text)
            {
                mixed = (mixed << 8) | one;
            }

            mixed = Mix(mixed, (ulong)length);
        }

        return (int)((mixed ^ (mixed >> 32)) & int.MaxValue);
    }

    private static ulong Word(ref byte at, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, offset));

    private static ulong Mix(ulong head, ulong tail) => (head * 0x9E3779B97F4A7C15UL) ^ (BitOperations.RotateLeft(tail, 29) * 0xC2B2AE3D27D4EB4FUL);

    /// <summary>Hashes all texts. Several threads may look for texts in a pool that none adds to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Index()
    {
        lock (gate)
        {
            if (slots is { } known)
            {
                return known;
            }

            var places = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, Count * 3L))];
            for (var code = 0; code < Count; code++)
            {
                var slot = Hash(Utf8(code)) & (places.Length - 1);
                while (places[slot] != 0)
                {
                    slot = (slot + 1) & (places.Length - 1);
                }

                places[slot] = code + 1;
            }

            Volatile.Write(ref slots, places);
            return places;
        }
    }
}
