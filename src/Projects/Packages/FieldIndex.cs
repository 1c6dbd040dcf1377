using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Saima.Projects.Packages;

/// <summary>
/// Where the fields of plain records lie, many records at a time: those without quotes and with as many fields as the header. Anything else ends the run
/// and is left to <see cref="RecordScanner"/>.
/// </summary>
internal sealed class FieldIndex
{
    /// <summary>Bytes that may be looked at before and behind the data.</summary>
    public const int Margin = 64;

    private const int Block = 64;
    private const int MostRows = 1024;
    private readonly int[] marks;

    public FieldIndex(int fields)
    {
        Fields = fields;
        // A block may bring its marks behind the last row wanted, and they are written eight at a time.
        marks = new int[(MostRows * fields) + (2 * Block) + 1];
    }

    /// <summary>Fields of a record.</summary>
    public int Fields { get; }

    /// <summary>Field <c>f</c> of row <c>r</c> lies between the marks <c>r·Fields + f</c> and the next one, both outside.</summary>
    public ReadOnlySpan<int> Marks => marks;

    /// <summary>Finds the fields of the records from a place on; the last one ends with a line end.</summary>
    /// <returns>How many records are plain.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(byte[] data, int from, int to)
    {
        ref var origin = ref MemoryMarshal.GetArrayDataReference(data);
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, data.Length - Margin);
        mark = from - 1;
        var (count, rows, lineEnd) = (1, 0, Fields);
        for (var at = from; at < to && rows < MostRows && count < marks.Length - Block - 8; at += Block)
        {
            var bytes = Vector512.LoadUnsafe(ref origin, (nuint)at);
            var lines = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
            var fields = lines | Vector512.Equals(bytes, Vector512.Create((byte)',')).ExtractMostSignificantBits();
            var quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
            if (to - at < Block)
            {
                var inside = (1UL << (to - at)) - 1;
                (lines, fields, quotes) = (lines & inside, fields & inside, quotes & inside);
            }

            if (quotes != 0)
            {
                var before = (quotes & (0 - quotes)) - 1;
                (lines, fields) = (lines & before, fields & before);
            }

            var first = count;
            var rest = fields;
            do
            {
                for (var i = 0; i < 8; i++, rest &= rest - 1)
                {
                    Unsafe.Add(ref mark, count + i) = at + BitOperations.TrailingZeroCount(rest);
                }

                count += 8;
            }
            while (rest != 0);
            count = first + BitOperations.PopCount(fields);

            for (; lines != 0; lines &= lines - 1)
            {
                if (first + BitOperations.PopCount(fields & (lines ^ (lines - 1))) - 1 != lineEnd)
                {
                    return Math.Min(rows, MostRows);
                }

                rows++;
                lineEnd += Fields;
            }

            if (quotes != 0)
            {
                break;
            }
        }

        return Math.Min(rows, MostRows);
    }
}
