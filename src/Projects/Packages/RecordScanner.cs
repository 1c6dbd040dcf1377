using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Saima.Projects.Packages;

/// <summary>Cuts RFC 4180 bytes into records and fields, sixty-four bytes at a time.</summary>
internal ref struct RecordScanner
{
    private const int Block = 64;
    private readonly ReadOnlySpan<byte> data;
    private ulong mask;
    private int block;
    private int[] starts;
    private int[] lengths;
    private byte[] unquoted;
    private bool slow;

    public RecordScanner(ReadOnlySpan<byte> data)
    {
        this.data = data;
        starts = new int[32];
        lengths = new int[32];
        unquoted = [];
        block = 0;
        mask = data.Length > 0 ? Delimiters(0) : 0;
    }

    /// <summary>Where the next record begins.</summary>
    public int Position { get; private set; }

    /// <summary>Fields of the record last read.</summary>
    public int Count { get; private set; }

    /// <summary>The record's quotes do not follow RFC 4180.</summary>
    public bool Malformed { get; private set; }

    public readonly ReadOnlySpan<byte> this[int field] =>
        slow ? unquoted.AsSpan(starts[field], lengths[field]) : data.Slice(starts[field], lengths[field]);

    public readonly bool IsBlank => Count == 1 && lengths[0] == 0 && !slow;

    /// <summary>Goes on from a place where a record begins.</summary>
    public void GoTo(int position)
    {
        (Position, block) = (position, position);
        mask = position < data.Length ? Delimiters(position) : 0;
    }

    public bool Next()
    {
        if (Position >= data.Length)
        {
            return false;
        }

        (Count, slow, Malformed) = (0, false, false);
        var start = Position;
        while (true)
        {
            var at = NextDelimiter();
            if (at < data.Length && data[at] == (byte)',')
            {
                Add(start, at - start);
                start = at + 1;
                continue;
            }

            if (at < data.Length && data[at] == (byte)'"')
            {
                Quoted();
                return true;
            }

            var end = at > start && data[at - 1] == (byte)'\r' ? at - 1 : at;
            Add(start, end - start);
            Position = at + 1;
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NextDelimiter()
    {
        while (mask == 0)
        {
            block += Block;
            if (block >= data.Length)
            {
                return data.Length;
            }

            mask = Delimiters(block);
        }

        var at = block + BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        return at;
    }

    private readonly ulong Delimiters(int at)
    {
        if (Vector256.IsHardwareAccelerated && at + Block <= data.Length)
        {
            return Bits(Vector256.Create(data.Slice(at, 32))) | ((ulong)Bits(Vector256.Create(data.Slice(at + 32, 32))) << 32);
        }

        var bits = 0UL;
        var end = Math.Min(Block, data.Length - at);
        for (var i = 0; i < end; i++)
        {
            bits |= data[at + i] is (byte)',' or (byte)'\n' or (byte)'"' ? 1UL << i : 0;
        }

        return bits;
    }

    private static uint Bits(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)',')) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int start, int length)
    {
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref lengths, Count * 2);
        }

        starts[Count] = start;
        lengths[Count++] = length;
    }

    private void Quoted()
    {
        (Count, slow) = (0, true);
        var at = Position;
        var length = 0;
        var field = 0;
        if (unquoted.Length < 4096)
        {
            unquoted = new byte[4096];
        }

        var inside = false;
        var wasQuoted = false;
        for (; at < data.Length; at++)
        {
            var character = data[at];
            if (inside)
            {
                if (character != (byte)'"')
                {
                    Keep(ref length, character);
                }
                else if (at + 1 < data.Length && data[at + 1] == (byte)'"')
                {
                    Keep(ref length, character);
                    at++;
                }
                else
                {
                    inside = false;
                }

                continue;
            }

            if (character == (byte)'"')
            {
                Malformed |= length > field || wasQuoted;
                (inside, wasQuoted) = (true, true);
            }
            else if (character == (byte)',')
            {
                Add(field, length - field);
                (field, wasQuoted) = (length, false);
            }
            else if (character == (byte)'\n')
            {
                break;
            }
            else if (character != (byte)'\r' || (at + 1 < data.Length && data[at + 1] != (byte)'\n'))
            {
                Malformed |= wasQuoted;
                Keep(ref length, character);
            }
        }

        Malformed |= inside;
        Add(field, length - field);
        GoTo(Math.Min(at + 1, data.Length));
    }

    private void Keep(ref int length, byte character)
    {
        if (length == unquoted.Length)
        {
            Array.Resize(ref unquoted, unquoted.Length * 2);
        }

        unquoted[length++] = character;
    }
}
