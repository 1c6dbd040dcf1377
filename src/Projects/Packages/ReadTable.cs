using System.Runtime.CompilerServices;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>Rows of a table before they are sorted: columns as <see cref="TableChunk"/> has them, texts by code of <see cref="Pools"/>.</summary>
internal sealed record ReadRows(TableLayout Layout, int Count, int[][] Ints, long[][] Longs, TextPool?[] Pools, IReadOnlyList<(int Index, int Blank)> Blanks)
{
    /// <summary>Row as the spreadsheet shows it.</summary>
    public long RowOf(int index)
    {
        int low = 0, high = Blanks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Blanks[middle].Index <= index ? (middle + 1, high) : (low, middle);
        }

        return index + 1 + Layout.HeaderRow + (low == 0 ? 0 : Blanks[low - 1].Blank);
    }

    public int[] Int(string column) => Ints[Layout.Table.Column(column)];

    public long[] Long(string column) => Longs[Layout.Table.Column(column)];

    public TextPool Pool(string column) => Pools[Layout.Table.Column(column)]!;
}

/// <summary>Reads one table in pieces, several at a time, straight into the columns of the whole.</summary>
internal static class ReadTable
{
    private const int LongestRecord = 256 << 20;

    /// <summary>The rows, or nothing if the bytes are not UTF-8.</summary>
    public static ReadRows? Run(ByteSource source, long from, TableLayout layout, PackageFaults faults, Action<long> told, int threads, CancellationToken cancel)
    {
        var pieces = TablePieces.Cut(source, from, threads, cancel);
        if (Array.Exists(pieces, piece => piece.To - piece.From > LongestRecord))
        {
            faults.Add(Severity.Error, "RECORD_TOO_LONG", layout.File, layout.Sheet, null, null, default,
                new Phrase("有一条记录超过 256 MiB，多半是少了一个双引号。", "A record is longer than 256 MiB; most likely a double quote is missing."),
                new Phrase("检查双引号是否成对。", "Check that double quotes come in pairs."));
            return new ReadRows(layout, 0, new int[layout.Kinds.Length][], new long[layout.Kinds.Length][], new TextPool?[layout.Kinds.Length], []);
        }

        var most = pieces.Sum(piece => (long)piece.MostRecords);
        if (most > Array.MaxLength)
        {
            throw new InvalidDataException($"{layout.File}: {most} rows.");
        }

        var ints = Array.ConvertAll(layout.Kinds, kind => kind == CellKind.Money ? [] : GC.AllocateUninitializedArray<int>((int)most));
        var longs = Array.ConvertAll(layout.Kinds, kind => kind == CellKind.Money ? GC.AllocateUninitializedArray<long>((int)most) : []);
        var chunks = new TableChunk[pieces.Length];
        var first = 0;
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i] = new TableChunk(layout, ints, longs, first, pieces[i].MostRecords);
            first += pieces[i].MostRecords;
        }

        const int margin = FieldIndex.Margin;
        var longest = pieces.Max(piece => (int)(piece.To - piece.From));
        SideBySide.Run(chunks.Length, threads, () => (Buffer: GC.AllocateUninitializedArray<byte>(longest + (3 * margin)), Index: new FieldIndex(layout.Fields)), (i, room) =>
        {
            cancel.ThrowIfCancellationRequested();
            var read = source.Read(room.Buffer.AsSpan(margin, (int)(pieces[i].To - pieces[i].From)), pieces[i].From);
            chunks[i].Read(room.Buffer, margin, read, room.Index);
            told(read);
        });
        return Array.Exists(chunks, chunk => chunk.BadEncoding) ? null : Joined(chunks, layout, ints, longs, faults, threads);
    }

    private static ReadRows Joined(TableChunk[] chunks, TableLayout layout, int[][] ints, long[][] longs, PackageFaults faults, int threads)
    {
        var pools = new TextPool?[layout.Kinds.Length];
        SideBySide.Run(pools.Length, threads, () => 0, (column, _) => pools[column] = layout.Kinds[column] == CellKind.Text ? OnePool(chunks, column, layout.Table.Key.Contains(layout.Table.Columns[column].Name), ints[column]) : null);
        var blanks = new List<(int, int)>();
        var (rows, records, blank) = (0, 0L, 0);
        foreach (var chunk in chunks)
        {
            chunk.Tell(faults, records);
            blanks.AddRange(chunk.Blanks.Select(b => (rows + b.Index, blank + b.Blank)));
            blank += chunk.Blanks.Count;
            records += chunk.Records;
            if (chunk.First != rows)
            {
                // Blank records and line ends inside quotes left room before.
                Array.ForEach(ints, column => Move(column, chunk.First, rows, chunk.Count));
                Array.ForEach(longs, column => Move(column, chunk.First, rows, chunk.Count));
            }

            rows += chunk.Count;
        }

        for (var column = 0; column < pools.Length; column++)
        {
            Array.Resize(ref ints[column], Math.Min(rows, ints[column].Length));
            Array.Resize(ref longs[column], Math.Min(rows, longs[column].Length));
        }

        return new ReadRows(layout, rows, ints, longs, pools, blanks);
    }

    private static void Move(Array column, int from, int to, int count)
    {
        if (column.Length > 0)
        {
            Array.Copy(column, from, column, to, count);
        }
    }

    /// <summary>Texts of keys are looked for, and so must have one code each; of others the pieces' texts only follow one another.</summary>
    private static TextPool OnePool(TableChunk[] chunks, int column, bool isKey, int[] codes)
    {
        if (chunks.Length == 1)
        {
            return chunks[0].Pools[column]!;
        }

        var all = new TextPool(chunks.Sum(chunk => (long)chunk.Pools[column]!.Count), chunks.Sum(chunk => chunk.Pools[column]!.Bytes));
        foreach (var chunk in chunks)
        {
            var pool = chunk.Pools[column]!;
            var mine = codes.AsSpan(chunk.First, chunk.Count);
            if (isKey)
            {
                var map = new int[pool.Count];
                for (var code = 0; code < map.Length; code++)
                {
                    map[code] = all.Add(pool.Utf8(code));
                }

                Place(mine, map);
            }
            else
            {
                Shift(mine, all.Append(pool));
            }

            chunk.Pools[column] = null;
        }

        return all;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Place(Span<int> codes, int[] map)
    {
        foreach (ref var code in codes)
        {
            code = code < 0 ? code : map[code];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shift(Span<int> codes, int by)
    {
        foreach (ref var code in codes)
        {
            code = code < 0 ? code : code + by;
        }
    }
}
