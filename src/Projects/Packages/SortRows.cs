using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>Brings rows into the order of their keys and finds keys that occur twice.</summary>
internal static class SortRows
{
    /// <summary>Order of the rows, or nothing where they are in order already; duplicates are told.</summary>
    public static int[]? Run(ReadRows rows, PackageFaults faults, params ReadOnlySpan<string> keys)
    {
        var compare = new Comparison<int>[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            compare[i] = By(rows, keys[i]);
        }

        int Compare(int left, int right)
        {
            foreach (var by in compare)
            {
                var order = by(left, right);
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        }

        var sorted = true;
        for (var row = 1; row < rows.Count && sorted; row++)
        {
            sorted = Compare(row - 1, row) < 0;
        }

        if (sorted)
        {
            return null;
        }

        var order = new int[rows.Count];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        MemoryExtensions.Sort(order.AsSpan(), (left, right) => Compare(left, right) is var by && by != 0 ? by : left.CompareTo(right));
        for (var row = 1; row < order.Length; row++)
        {
            if (Compare(order[row - 1], order[row]) == 0)
            {
                Tell(rows, order[row - 1], order[row], keys, faults);
            }
        }

        return order;
    }

    public static ReadRows Apply(ReadRows rows, int[]? order) => order is null
        ? rows
        : rows with
        {
            Ints = [.. rows.Ints.Select(column => column.Length == 0 ? column : Array.ConvertAll(order, row => column[row]))],
            Longs = [.. rows.Longs.Select(column => column.Length == 0 ? column : Array.ConvertAll(order, row => column[row]))],
        };

    /// <summary>First row of each parent; rows are sorted by parent.</summary>
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

    private static Comparison<int> By(ReadRows rows, string key)
    {
        var values = rows.Int(key);
        if (rows.Layout.Table.Columns[rows.Layout.Table.Column(key)].Kind != CellKind.Text)
        {
            return (left, right) => values[left].CompareTo(values[right]);
        }

        var pool = rows.Pool(key);
        return (left, right) => values[left] == values[right] ? 0
            : values[left] < 0 || values[right] < 0 ? values[left].CompareTo(values[right])
            : pool.Compare(values[left], values[right]);
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
