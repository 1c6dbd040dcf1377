using System.Text;
using System.Text.Unicode;
using Saima.Engines.Scoring;

namespace Saima.Projects.Packages;

/// <summary>The rows of one piece of a table, written into the columns of the whole from its first row on: amounts as longs, everything else as ints.</summary>
internal sealed class TableChunk
{
    private readonly TableLayout layout;
    private readonly int[][] ints;
    private readonly long[][] longs;
    private readonly int room;
    private readonly List<(long Row, int Column, string Code, byte[] Value)> faults = [];
    private int lastProject = -1;
    private int lastUnit = -1;

    public TableChunk(TableLayout layout, int[][] ints, long[][] longs, int first, int room)
    {
        (this.layout, this.ints, this.longs, First, this.room) = (layout, ints, longs, first, room);
        Pools = Array.ConvertAll(layout.Kinds, kind => kind == CellKind.Text ? new TextPool() : null);
    }

    /// <summary>Where its rows begin.</summary>
    public int First { get; }

    public int Count { get; private set; }

    /// <summary>Records read, blank ones too.</summary>
    public long Records { get; private set; }

    public TextPool?[] Pools { get; }

    /// <summary>Rows before which blank records lie: the row's index and how many records were blank up to it.</summary>
    public List<(int Index, int Blank)> Blanks { get; } = [];

    public bool BadEncoding { get; private set; }

    public void Read(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))
        {
            BadEncoding = true;
            return;
        }

        var scanner = new RecordScanner(bytes);
        var fields = layout.FieldOfColumn;
        var columns = layout.Table.Columns.ToArray();
        var blank = 0;
        while (scanner.Next())
        {
            Records++;
            if (scanner.IsBlank)
            {
                Blanks.Add((Count, ++blank));
                continue;
            }

            if (Count == room)
            {
                throw new InvalidDataException("More records than line ends.");
            }

            if (scanner.Malformed)
            {
                Fault(-1, "BAD_QUOTES", scanner[0]);
            }
            else if (scanner.Count != layout.Fields)
            {
                Fault(-1, "FIELD_COUNT", Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{scanner.Count}")));
            }

            for (var column = 0; column < columns.Length; column++)
            {
                var field = fields[column];
                Cell(column, columns[column], field >= 0 && field < scanner.Count ? scanner[field] : default);
            }

            Count++;
        }
    }

    /// <summary>Hands the faults on, with their rows counted from the first record of the table.</summary>
    public void Tell(PackageFaults into, long recordsBefore)
    {
        foreach (var (row, column, code, value) in faults)
        {
            var (message, remedy, severity) = CellFaults.Say(code, column < 0 ? null : layout.Table.Columns[column], layout.Fields);
            into.Add(severity, code, layout.File, layout.Sheet, recordsBefore + row + layout.HeaderRow, column < 0 ? null : layout.Headings[column], value, message, remedy);
        }
    }

    private void Cell(int column, PackageColumn definition, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] <= (byte)' ' && text.Trim(" \t\r\n"u8).IsEmpty))
        {
            if (definition.Kind == CellKind.Money)
            {
                longs[column][First + Count] = 0;
            }
            else
            {
                ints[column][First + Count] = definition.Kind == CellKind.Date ? RoundFacts.NoDate : -1;
            }

            if (definition.Required && layout.FieldOfColumn[column] >= 0)
            {
                Fault(column, "MISSING_VALUE", text);
            }

            return;
        }

        int value;
        switch (definition.Kind)
        {
            case CellKind.Money:
                if (!Cells.Money(text, out var yuan))
                {
                    Fault(column, "BAD_NUMBER", text);
                }
                else if (Cells.IsAbsurd(yuan))
                {
                    Fault(column, "ABSURD_NUMBER", text);
                    yuan = 0;
                }
                else if (yuan < 0 && !definition.MayBeNegative)
                {
                    Fault(column, "NEGATIVE_NUMBER", text);
                }
                else if (yuan < 0)
                {
                    Fault(column, "NEGATIVE_CORRECTION", text);
                }

                longs[column][First + Count] = yuan;
                return;
            case CellKind.Text:
                value = Pools[column]!.Add(text);
                break;
            case CellKind.Project:
                value = lastProject = layout.Projects!.Find(text, lastProject);
                break;
            case CellKind.Unit:
                value = lastUnit = layout.Units!.Find(text, lastUnit);
                break;
            case CellKind.Date:
                if (!Cells.Date(text, out value))
                {
                    Fault(column, "BAD_DATE", text);
                }

                break;
            case CellKind.Month:
                value = Cells.Month(text, out var month) ? month : -1;
                break;
            case CellKind.YesNo:
                value = Cells.YesNo(text, out var yes) ? yes : -1;
                break;
            default:
                value = layout.Word(column, text);
                break;
        }

        ints[column][First + Count] = value;
        if (value == -1)
        {
            Fault(column, CellFaults.CodeOf(definition.Kind), text);
        }
    }

    private void Fault(int column, string code, ReadOnlySpan<byte> value)
    {
        if (faults.Count < 100_000)
        {
            faults.Add((Records, column, code, value[..Math.Min(value.Length, 512)].ToArray()));
        }
    }
}
