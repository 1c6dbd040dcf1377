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

/// <summary>Reads one table in pieces, several at a time; a piece begins and ends between records.</summary>
internal static class ReadTable
{
    private const int Piece = 8 << 20;
    private const int LongestRecord = 256 << 20;

    /// <summary>The rows, or nothing if the bytes are not UTF-8.</summary>
    public static ReadRows? Run(ByteSource source, long from, TableLayout layout, PackageFaults faults, Action<long> told, int threads, CancellationToken cancel)
    {
        var cuts = Cuts(source, from, cancel);
        var chunks = new TableChunk[cuts.Count - 1];
        var next = -1;
        Exception? failure = null;
        var workers = new Thread[Math.Clamp(threads, 1, Math.Max(1, chunks.Length))];
        void Work()
        {
            var buffer = Array.Empty<byte>();
            try
            {
                for (var i = Interlocked.Increment(ref next); i < chunks.Length && failure is null; i = Interlocked.Increment(ref next))
                {
                    cancel.ThrowIfCancellationRequested();
                    var length = cuts[i + 1] - cuts[i];
                    if (length > LongestRecord)
                    {
                        throw new InvalidDataException("record");
                    }

                    buffer = buffer.Length >= length ? buffer : new byte[Math.Max(length, Math.Min(Piece + (Piece / 8), source.Length))];
                    var read = source.Read(buffer.AsSpan(0, (int)length), cuts[i]);
                    var chunk = chunks[i] = new TableChunk(layout);
                    chunk.Read(buffer.AsSpan(0, read));
                    told(read);
                }
            }
            catch (Exception problem) when (problem is OperationCanceledException or IOException or InvalidDataException)
            {
                failure = problem;
            }
        }

        for (var i = 1; i < workers.Length; i++)
        {
            (workers[i] = new Thread(Work)).Start();
        }

        Work();
        foreach (var worker in workers.Skip(1))
        {
            worker.Join();
        }

        if (failure is InvalidDataException)
        {
            faults.Add(Severity.Error, "RECORD_TOO_LONG", layout.File, layout.Sheet, null, null, default,
                new Phrase("有一条记录超过 256 MiB，多半是少了一个双引号。", "A record is longer than 256 MiB; most likely a double quote is missing."),
                new Phrase("检查双引号是否成对。", "Check that double quotes come in pairs."));
            return new ReadRows(layout, 0, layoutInts(layout), layoutLongs(layout), new TextPool?[layout.Table.Columns.Count], []);
        }

        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        return Array.Exists(chunks, chunk => chunk.BadEncoding) ? null : Joined(chunks, layout, faults);

        static int[][] layoutInts(TableLayout layout) => [.. layout.Table.Columns.Select(_ => Array.Empty<int>())];
        static long[][] layoutLongs(TableLayout layout) => [.. layout.Table.Columns.Select(_ => Array.Empty<long>())];
    }

    /// <summary>Where pieces begin: behind the first line end outside quotes past each multiple of the piece.</summary>
    private static List<long> Cuts(ByteSource source, long from, CancellationToken cancel)
    {
        var cuts = new List<long> { from };
        var window = new byte[(int)Math.Min(Piece, Math.Max(1, source.Length - from))];
        var inside = false;
        for (var at = from; source.Length - from > Piece && at < source.Length; at += window.Length)
        {
            cancel.ThrowIfCancellationRequested();
            var read = window.AsSpan(0, source.Read(window, at));
            if (at >= from + Piece && at >= cuts[^1])
            {
                Cut(source, at, inside, cuts, read);
            }

            inside ^= (read.Count((byte)'"') & 1) == 1;
        }

        cuts.Add(source.Length);
        return cuts;
    }

    private static void Cut(ByteSource source, long at, bool inside, List<long> cuts, ReadOnlySpan<byte> read)
    {
        for (var i = 0; i < read.Length; i++)
        {
            inside ^= read[i] == (byte)'"';
            if (read[i] == (byte)'\n' && !inside)
            {
                if (at + i + 1 < source.Length)
                {
                    cuts.Add(at + i + 1);
                }

                return;
            }
        }
    }

    private static ReadRows Joined(TableChunk[] chunks, TableLayout layout, PackageFaults faults)
    {
        var count = checked((int)chunks.Sum(chunk => (long)chunk.Count));
        var columns = layout.Table.Columns.Count;
        var ints = new int[columns][];
        var longs = new long[columns][];
        var pools = new TextPool?[columns];
        for (var column = 0; column < columns; column++)
        {
            var kind = layout.Table.Columns[column].Kind;
            longs[column] = kind == CellKind.Money ? Column(chunks, count, chunk => ref chunk.Longs[column]) : [];
            ints[column] = kind == CellKind.Money ? [] : Column(chunks, count, chunk => ref chunk.Ints[column]);
            if (kind == CellKind.Text)
            {
                pools[column] = OnePool(chunks, column, ints[column]);
            }
        }

        var blanks = new List<(int, int)>();
        var (rows, records, blank) = (0, 0L, 0);
        foreach (var chunk in chunks)
        {
            chunk.Tell(faults, records);
            blanks.AddRange(chunk.Blanks.Select(b => (rows + b.Index, blank + b.Blank)));
            blank += chunk.Blanks.Count;
            rows += chunk.Count;
            records += chunk.Records;
        }

        return new ReadRows(layout, count, ints, longs, pools, blanks);
    }

    private delegate ref T[] ColumnOf<T>(TableChunk chunk);

    private static T[] Column<T>(TableChunk[] chunks, int count, ColumnOf<T> column)
    {
        if (chunks.Length == 1)
        {
            return column(chunks[0]);
        }

        var all = GC.AllocateUninitializedArray<T>(count);
        var at = 0;
        foreach (var chunk in chunks)
        {
            ref var part = ref column(chunk);
            part.AsSpan(0, chunk.Count).CopyTo(all.AsSpan(at));
            at += chunk.Count;
            part = [];
        }

        return all;
    }

    private static TextPool OnePool(TableChunk[] chunks, int column, int[] codes)
    {
        if (chunks.Length == 1)
        {
            return chunks[0].Pools[column]!;
        }

        var all = new TextPool((int)Math.Min(100_000_000, chunks.Sum(chunk => (long)chunk.Pools[column]!.Count)));
        var at = 0;
        foreach (var chunk in chunks)
        {
            var pool = chunk.Pools[column]!;
            var map = new int[pool.Count];
            for (var code = 0; code < map.Length; code++)
            {
                map[code] = all.Add(pool.Utf8(code));
            }

            foreach (ref var code in codes.AsSpan(at, chunk.Count))
            {
                code = code < 0 ? code : map[code];
            }

            at += chunk.Count;
            chunk.Pools[column] = null;
        }

        return all;
    }
}
