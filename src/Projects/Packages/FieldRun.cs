using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Saima.Projects.Packages;

/// <summary>One field of many rows.</summary>
internal readonly ref struct FieldRun
{
    private readonly ReadOnlySpan<int> marks;
    private readonly int fields;
    private readonly int field;
    private readonly bool isLast;

    public FieldRun(byte[] data, FieldIndex index, int field, int rows, int place, long records)
    {
        Origin = ref MemoryMarshal.GetArrayDataReference(data);
        marks = index.Marks[..((rows * index.Fields) + 1)];
        (fields, this.field, isLast) = (index.Fields, field, field == index.Fields - 1);
        (Rows, Place, Records) = (rows, place, records);
    }

    public readonly ref byte Origin;

    public int Rows { get; }

    public int Place { get; }

    public long Records { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int row, out int start, out int end)
    {
        var mark = (row * fields) + field;
        start = marks[mark] + 1;
        end = marks[mark + 1];
        if (isLast && end > start && Unsafe.Add(ref Origin, end - 1) == (byte)'\r')
        {
            end--;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(int start, int end) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Origin, start), end - start);
}
