namespace Saima.Projects.Packages;

/// <summary>A piece of a table that begins and ends between records, and at most how many records it has.</summary>
internal readonly record struct TablePiece(long From, long To, int MostRecords);

/// <summary>
/// Cuts a table into pieces that can be read side by side. All bytes are looked at once beforehand: only the quotes before a line end say whether it ends a
/// record, and the line ends say where the rows of a piece will lie in the columns of the whole.
/// </summary>
internal static class TablePieces
{
    private const int Size = 4 << 20;
    private const int Window = 1 << 17;

    public static TablePiece[] Cut(ByteSource source, long from, int threads, CancellationToken cancel)
    {
        var blocks = Math.Max(1, (int)((source.Length - from + Size - 1) / Size));
        var lines = new int[blocks];
        var quotes = new int[blocks];
        SideBySide.Run(blocks, threads, () => new byte[Window], (block, window) =>
        {
            cancel.ThrowIfCancellationRequested();
            for (var at = 0; at < Size; at += window.Length)
            {
                var bytes = window.AsSpan(0, source.Read(window, from + ((long)block * Size) + at));
                lines[block] += bytes.Count((byte)'\n');
                quotes[block] += bytes.Count((byte)'"');
            }
        });

        var pieces = new List<TablePiece>();
        var begin = from;
        long records = 0;
        var inside = false;
        for (var block = 0; block < blocks; block++)
        {
            inside ^= (quotes[block] & 1) == 1;
            records += lines[block];
            if (block + 1 < blocks)
            {
                // The piece ends in the next block, behind the first line end outside quotes.
                var next = Math.Min(source.Length, from + ((block + 2L) * Size));
                var end = EndOfRecord(source, from + ((block + 1L) * Size), next, inside, out var passed);
                if (end < next)
                {
                    pieces.Add(new TablePiece(begin, end, checked((int)(records + passed))));
                    (begin, records) = (end, -passed);
                }
            }
        }

        pieces.Add(new TablePiece(begin, source.Length, checked((int)(records + (EndsInside(source, from) ? 1 : 0)))));
        return [.. pieces];
    }

    // The last record may lack its line end.
    private static bool EndsInside(ByteSource source, long from)
    {
        Span<byte> last = stackalloc byte[1];
        return source.Length > from && source.Read(last, source.Length - 1) == 1 && last[0] != (byte)'\n';
    }

    private static long EndOfRecord(ByteSource source, long from, long to, bool inside, out int lines)
    {
        lines = 0;
        var window = new byte[Window];
        for (var at = from; at < to; at += window.Length)
        {
            var bytes = window.AsSpan(0, (int)Math.Min(source.Read(window, at), to - at));
            for (var i = 0; i < bytes.Length; i++)
            {
                inside ^= bytes[i] == (byte)'"';
                if (bytes[i] == (byte)'\n')
                {
                    lines++;
                    if (!inside)
                    {
                        return at + i + 1;
                    }
                }
            }
        }

        return to;
    }
}
