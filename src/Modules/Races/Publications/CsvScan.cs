using System.Text;

namespace Saima.Modules.Races.Publications;

/// <summary>Reads the CSV of a bundle row by row; what is not CSV ends the reading with <see cref="Broken"/>.</summary>
internal sealed class CsvScan(Stream source)
{
    private const int LongestCell = 1 << 20;
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly List<byte[]> cells = [];
    private byte[] cell = new byte[256];
    private int length;
    private int at;
    private int filled;

    /// <summary>Row from 1 as a spreadsheet shows it.</summary>
    public long Row { get; private set; }

    public bool Broken { get; private set; }

    public int Count => cells.Count;

    public ReadOnlySpan<byte> this[int column] => cells[column];

    public string Text(int column) => Encoding.UTF8.GetString(cells[column]);

    /// <summary>Moves to the next row; false at the end or where the text is broken.</summary>
    public bool Next()
    {
        cells.Clear();
        var next = Byte();
        if (next < 0)
        {
            return false;
        }

        Row++;
        while (true)
        {
            next = next == '"' ? Quoted() : Plain(next);
            cells.Add(cell.AsSpan(0, length).ToArray());
            length = 0;
            if (next == '\n')
            {
                return true;
            }

            if (next != ',')
            {
                Broken = true;
                return false;
            }

            next = Byte();
        }
    }

    private int Plain(int next)
    {
        for (; next is not (',' or '\n' or < 0) && length < LongestCell; next = Byte())
        {
            Keep((byte)next);
        }

        return next;
    }

    private int Quoted()
    {
        while (length < LongestCell)
        {
            var next = Byte();
            if (next < 0)
            {
                return next;
            }

            if (next == '"')
            {
                next = Byte();
                if (next != '"')
                {
                    return next;
                }
            }

            Keep((byte)next);
        }

        return -1;
    }

    private int Byte()
    {
        if (at == filled)
        {
            (at, filled) = (0, source.Read(buffer));
        }

        return filled == 0 ? -1 : buffer[at++];
    }

    private void Keep(byte next)
    {
        if (length == cell.Length)
        {
            Array.Resize(ref cell, 2 * length);
        }

        cell[length++] = next;
    }
}
