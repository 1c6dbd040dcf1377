using System.Text;

namespace Saima.Modules.Races.Publications;

/// <summary>Reads the CSV of a bundle row by row; what is not CSV ends the reading with <see cref="Broken"/>.</summary>
internal sealed class CsvScan(Stream source)
{
    private const int LongestCell = 1 << 20;
    private readonly BufferedStream bytes = new(source, 1 << 16);
    private readonly List<byte[]> cells = [];
    private readonly MemoryStream cell = new();

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
        var next = bytes.ReadByte();
        if (next < 0)
        {
            return false;
        }

        Row++;
        while (true)
        {
            next = next == '"' ? Quoted() : Plain(next);
            cells.Add(cell.ToArray());
            cell.SetLength(0);
            if (next == '\n')
            {
                return true;
            }

            if (next != ',')
            {
                Broken = true;
                return false;
            }

            next = bytes.ReadByte();
        }
    }

    private int Plain(int next)
    {
        for (; next is not (',' or '\n' or < 0) && cell.Length < LongestCell; next = bytes.ReadByte())
        {
            cell.WriteByte((byte)next);
        }

        return next;
    }

    private int Quoted()
    {
        while (cell.Length < LongestCell)
        {
            var next = bytes.ReadByte();
            if (next < 0)
            {
                return next;
            }

            if (next == '"')
            {
                next = bytes.ReadByte();
                if (next != '"')
                {
                    return next;
                }
            }

            cell.WriteByte((byte)next);
        }

        return -1;
    }
}
