using System.Runtime.CompilerServices;
using System.Text;

namespace Saima.Projects.Packages;

/// <summary>Where the columns of one table lie in its file, and what its references are looked up in.</summary>
internal sealed class TableLayout
{
    private readonly byte[][][] words;

    public TableLayout(PackageTable table, string file, string? sheet, int fields)
    {
        (Table, File, Sheet, Fields) = (table, file, sheet, fields);
        FieldOfColumn = [.. Enumerable.Repeat(-1, table.Columns.Count)];
        Kinds = [.. table.Columns.Select(column => column.Kind)];
        Headings = [.. table.Columns.Select(column => column.Name)];
        words =
        [
            .. table.Columns.Select(column => (column.Words ?? [])
                .SelectMany(word => new[] { Encoding.UTF8.GetBytes(word.Code), Encoding.UTF8.GetBytes(word.Zh) }).ToArray()),
        ];
    }

    public PackageTable Table { get; }

    public string File { get; }

    public string? Sheet { get; }

    /// <summary>Fields of the header, and so of every row.</summary>
    public int Fields { get; }

    /// <summary>Row of the header as a spreadsheet shows it.</summary>
    public long HeaderRow { get; init; } = 1;

    /// <summary>By column of the table, −1 where the file lacks it.</summary>
    public int[] FieldOfColumn { get; }

    /// <summary>By column of the table.</summary>
    public CellKind[] Kinds { get; }

    /// <summary>By column of the table, as the file writes it.</summary>
    public string[] Headings { get; }

    public KeyLookup? Projects { get; init; }

    public KeyLookup? Units { get; init; }

    /// <summary>Index of the word in its column's list, or −1.</summary>
    public int Word(int column, ReadOnlySpan<byte> text)
    {
        var known = words[column];
        for (var i = 0; i < known.Length; i++)
        {
            if (text.SequenceEqual(known[i]))
            {
                return i / 2;
            }
        }

        return -1;
    }
}

/// <summary>Rows of a sorted key column by their text.</summary>
internal sealed class KeyLookup
{
    private const int Near = 8;
    private readonly TextPool pool;
    private readonly int[] rowOfCode;
    private readonly int[] codeOfRow;
    private readonly int rows;
    private readonly bool anything;

    private KeyLookup()
        : this(new TextPool(), [], 0) => anything = true;

    public KeyLookup(TextPool pool, int[] codeOfRow, int rows)
    {
        (this.pool, this.codeOfRow, this.rows) = (pool, codeOfRow, rows);
        rowOfCode = new int[pool.Count];
        for (var row = rows - 1; row >= 0; row--)
        {
            if (codeOfRow[row] >= 0)
            {
                rowOfCode[codeOfRow[row]] = row;
            }
        }
    }

    /// <summary>Finds everything, at row 0: for references into a table that could not be read, which would all be in vain.</summary>
    public static KeyLookup Anything { get; } = new();

    /// <summary>Row of the text, or −1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        if (anything)
        {
            return 0;
        }

        var code = pool.Find(text);
        return code < 0 ? -1 : rowOfCode[code];
    }

    /// <summary>Row of the text, or −1. Files that follow the order of the keys hit the row before or one soon behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> text, int before)
    {
        if (before < 0 && !anything)
        {
            return Search(text);
        }

        for (var row = Math.Max(0, before); row < rows && row <= before + Near; row++)
        {
            if (codeOfRow[row] >= 0 && pool.Utf8(codeOfRow[row]).SequenceEqual(text))
            {
                return row;
            }
        }

        return Find(text);
    }

    private int Search(ReadOnlySpan<byte> text)
    {
        int low = 0, high = rows - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = codeOfRow[middle] < 0 ? -1 : pool.Utf8(codeOfRow[middle]).SequenceCompareTo(text);
            if (order == 0)
            {
                return rowOfCode[codeOfRow[middle]];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
