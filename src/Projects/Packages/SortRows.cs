using System.Runtime.CompilerServices;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>Brings rows into the order of their keys and finds keys that occur twice.</summary>
internal static class SortRows
{
    /// <summary>Order of the rows, or nothing where they are in order already; duplicates are told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[]? Run(ReadRows rows, PackageFaults faults, params ReadOnlySpan<string> keys)
    {
        if (keys.Length == 1 && rows.Layout.Kinds[rows.Layout.Table.Column(keys[0])] == CellKind.Text && IsAscending(rows.Pool(keys[0]), rows.Int(keys[0]), rows.Count))
        {
            return null;
        }

        var first = Comparable(rows, keys[0]);
        var second = keys.Length > 1 ? Comparable(rows, keys[1]) : first;
        var third = keys.Length > 2 ? Comparable(rows, keys[2]) : second;
        var sorted = true;
        for (var row = 1; row < rows.Count && sorted; row++)
        {
            sorted = first[row - 1] < first[row] || (first[row - 1] == first[row]
                && (second[row - 1] < second[row] || (second[row - 1] == second[row] && third[row - 1] < third[row])));
        }

        if (sorted)
        {
            return null;
        }

        var order = Ordered(first, second, third, rows.Count);
        for (var row = 1; row < order.Length; row++)
        {
            var (left, right) = (order[row - 1], order[row]);
            if (first[left] == first[right] && second[left] == second[right] && third[left] == third[right])
            {
                Tell(rows, left, right, keys, faults);
            }
        }

        return order;
    }

    public static ReadRows Apply(ReadRows rows, int[]? order, int threads = 1)
    {
        if (order is null)
        {
            return rows;
        }

        var (ints, longs) = (new int[rows.Ints.Length][], new long[rows.Longs.Length][]);
        SideBySide.Run(ints.Length, threads, () => 0, (column, _) =>
        {
            ints[column] = Placed(rows.Ints[column], order);
            longs[column] = Placed(rows.Longs[column], order);
        });
        return rows with { Ints = ints, Longs = longs };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Placed<T>(T[] column, int[] order)
    {
        if (column.Length == 0)
        {
            return column;
        }

        var placed = GC.AllocateUninitializedArray<T>(order.Length);
        for (var row = 0; row < order.Length; row++)
        {
            placed[row] = column[order[row]];
        }

        return placed;
    }

    // Rows with the same first key are brought together by counting, then each such group, mostly short, is sorted by the other keys.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Ordered(int[] first, int[] second, int[] third, int count)
    {
        int Compare(int left, int right)
        {
            var by = second[left].CompareTo(second[right]);
            by = by != 0 ? by : third[left].CompareTo(third[right]);
            return by != 0 ? by : left.CompareTo(right);
        }

        var order = new int[count];
        var (low, high) = (first[0], first[0]);
        for (var row = 1; row < count; row++)
        {
            (low, high) = (Math.Min(low, first[row]), Math.Max(high, first[row]));
        }

        if ((long)high - low > Math.Max(1 << 20, 2L * count))
        {
            for (var row = 0; row < count; row++)
            {
                order[row] = row;
            }

            order.AsSpan().Sort((left, right) => first[left].CompareTo(first[right]) is var by && by != 0 ? by : Compare(left, right));
            return order;
        }

        var starts = new int[high - low + 2];
        for (var row = 0; row < count; row++)
        {
            starts[first[row] - low + 1]++;
        }

        for (var group = 1; group < starts.Length; group++)
        {
            starts[group] += starts[group - 1];
        }

        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (var row = 0; row < count; row++)
        {
            order[next[first[row] - low]++] = row;
        }

        Comparison<int> compare = Compare;
        for (var group = 1; group < starts.Length; group++)
        {
            Sort(order.AsSpan(starts[group - 1], starts[group] - starts[group - 1]), compare);
        }

        return order;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(Span<int> group, Comparison<int> compare)
    {
        if (group.Length > 16)
        {
            group.Sort(compare);
            return;
        }

        for (var i = 1; i < group.Length; i++)
        {
            var (row, at) = (group[i], i);
            for (; at > 0 && compare(group[at - 1], row) > 0; at--)
            {
                group[at] = group[at - 1];
            }

            group[at] = row;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsAscending(TextPool pool, int[] codes, int count)
    {
        for (var row = 1; row < count; row++)
        {
            if (codes[row - 1] < 0 || codes[row] < 0 || pool.Compare(codes[row - 1], codes[row]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A key column as numbers in the order of its values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Comparable(ReadRows rows, string key)
    {
        var values = rows.Int(key);
        if (rows.Layout.Kinds[rows.Layout.Table.Column(key)] != CellKind.Text)
        {
            return values;
        }

        var ranks = rows.Pool(key).Ranks();
        var comparable = GC.AllocateUninitializedArray<int>(rows.Count);
        for (var row = 0; row < comparable.Length; row++)
        {
            comparable[row] = values[row] < 0 ? -1 : ranks[values[row]];
        }

        return comparable;
    }

    /// <summary>First row of each parent; rows are sorted by parent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Starts(int[] parents, int count, int parentCount)
    {
        var starts = new int[parentCount + 1];
        for (var row = 0; row < count; row++)
        {
            starts[Math.Max(0, parents[row]) + 1]++;
        }

        for (var parent = 0; parent < parentCount; parent++)
        {
            starts[parent + 1] += starts[parent];
        }

        return starts;
    }

    private static void Tell(ReadRows rows, int first, int second, ReadOnlySpan<string> keys, PackageFaults faults)
    {
        if (faults.Enough("DUPLICATE_KEY", rows.Layout.File, null))
        {
            return;
        }

        var named = new List<string>();
        foreach (var key in keys)
        {
            named.Add(rows.Layout.Headings[rows.Layout.Table.Column(key)]);
        }

        var row = rows.RowOf(first).ToString(System.Globalization.CultureInfo.InvariantCulture);
        faults.Add(Severity.Error, "DUPLICATE_KEY", rows.Layout.File, rows.Layout.Sheet, rows.RowOf(second), string.Join(" + ", named), KeyText(rows, second),
            new Phrase($"与第 {row} 行重复。", $"It repeats row {row}."), new Phrase("只留一行，或改正编号。", "Keep one of the rows, or correct the key."));
    }

    private static ReadOnlySpan<byte> KeyText(ReadRows rows, int row)
    {
        for (var column = 0; column < rows.Pools.Length; column++)
        {
            if (rows.Pools[column] is { } pool && rows.Ints[column][row] >= 0)
            {
                return pool.Utf8(rows.Ints[column][row]);
            }
        }

        return default;
    }
}
