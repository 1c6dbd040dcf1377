using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Saima.Projects.Packages;

/// <summary>The rows of one piece of a table, written into the columns of the whole from its first row on: amounts as longs, everything else as ints.</summary>
internal sealed class TableChunk(TableLayout layout, int[][] ints, long[][] longs, int first, int room)
{
    private const int LongestDetour = 1024;
    private readonly ColumnCells cells = new(layout, ints, longs);

    /// <summary>Where its rows begin.</summary>
    public int First => first;

    public int Count { get; private set; }

    /// <summary>Records read, blank ones too.</summary>
    public long Records { get; private set; }

    public TextPool?[] Pools => cells.Pools;

    /// <summary>Rows before which blank records lie: the row's index and how many records were blank up to it.</summary>
    public List<(int Index, int Blank)> Blanks { get; } = [];

    public bool BadEncoding { get; private set; }

    /// <param name="buffer">With <see cref="FieldIndex.Margin"/> bytes to spare before and behind the piece, which may be written.</param>
    /// <param name="from">Where the piece begins in the buffer.</param>
    /// <param name="length">Its length.</param>
    /// <param name="index">Room to find fields in.</param>
    public void Read(byte[] buffer, int from, int length, FieldIndex index)
    {
        var bytes = buffer.AsSpan(from, length);
        if (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))
        {
            BadEncoding = true;
            return;
        }

        // The last record of a table may lack its line end.
        var end = from + length;
        if (length > 0 && buffer[end - 1] != (byte)'\n')
        {
            buffer[end++] = (byte)'\n';
        }

        var scanner = new RecordScanner(bytes);
        var detour = 1;
        for (var at = from; at < from + length;)
        {
            var rows = layout.Fields > 1 ? index.Fill(buffer, at, end) : 0;
            if (rows > 0)
            {
                Claim(rows);
                cells.Plain(buffer, index, rows, first + Count, Records);
                (Count, Records) = (Count + rows, Records + rows);
                at = index.Marks[rows * layout.Fields] + 1;
                detour = 1;
                continue;
            }

            // Quotes, mostly: where there is one such record there are more.
            scanner.GoTo(at - from);
            for (var record = 0; record < detour && scanner.Next(); record++)
            {
                One(scanner);
            }

            at = scanner.Position + from;
            detour = Math.Min(LongestDetour, 2 * detour);
        }
    }

    /// <summary>Hands the faults on, with their rows counted from the first record of the table.</summary>
    public void Tell(PackageFaults into, long recordsBefore)
    {
        foreach (var (row, column, code, value) in cells.Faults.OrderBy(fault => fault.Row).ThenBy(fault => fault.Column))
        {
            var (message, remedy, severity) = CellFaults.Say(code, column < 0 ? null : layout.Table.Columns[column], layout.Fields);
            into.Add(severity, code, layout.File, layout.Sheet, recordsBefore + row + layout.HeaderRow, column < 0 ? null : layout.Headings[column], value, message, remedy);
        }
    }

    private void One(in RecordScanner record)
    {
        Records++;
        if (record.IsBlank)
        {
            Blanks.Add((Count, Blanks.Count + 1));
            return;
        }

        Claim(1);
        if (record.Malformed)
        {
            cells.Fault(Records, -1, "BAD_QUOTES", record[0]);
        }
        else if (record.Count != layout.Fields)
        {
            cells.Fault(Records, -1, "FIELD_COUNT", Encoding.UTF8.GetBytes(record.Count.ToString(CultureInfo.InvariantCulture)));
        }

        for (var column = 0; column < layout.Kinds.Length; column++)
        {
            var field = layout.FieldOfColumn[column];
            cells.Cell(column, field >= 0 && field < record.Count ? record[field] : default, first + Count, Records);
        }

        Count++;
    }

    private void Claim(int rows)
    {
        if (rows > room - Count)
        {
            throw new InvalidDataException("More records than line ends.");
        }
    }
}
