using System.Runtime.CompilerServices;
using System.Text;

namespace Saima.Projects.Packages;

/// <summary>A column of texts; −1 stands for unknown.</summary>
public sealed class TextColumn(TextPool pool, int[] codes, int count)
{
    public int Count => count;

    public string? this[int row] => codes[row] < 0 ? null : pool.Text(codes[row]);

    public ReadOnlySpan<byte> Utf8(int row) => codes[row] < 0 ? default : pool.Utf8(codes[row]);

    /// <summary>Copies the texts of many rows, one behind the other.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="ends">Where the text of each ends.</param>
    /// <param name="into">Where they go; grows as needed.</param>
    /// <remarks>Rows that lie anywhere are fetched side by side by the memory if nothing is done between them.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy(ReadOnlySpan<int> rows, Span<int> ends, ref byte[] into)
    {
        ArgumentNullException.ThrowIfNull(into);
        for (var i = 0; i < rows.Length; i++)
        {
            ends[i] = codes[rows[i]];
        }

        pool.Copy(ends[..rows.Length], ref into);
    }

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
