using System.Runtime.CompilerServices;
using Saima.Engines.Scoring;

namespace Saima.Projects.Packages;

/// <summary>
/// Writes cells into the columns of a table. Plain records come by the thousand and are taken column by column, each kind of cell in a loop of its own;
/// a cell that is not of its kind's common form, and every cell of other records, goes through <see cref="Cell"/>.
/// </summary>
internal sealed class ColumnCells
{
    private const int MostFaults = 100_000;
    private const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
    private readonly TableLayout layout;
    private readonly PackageColumn[] columns;
    private readonly bool[] keys;
    private readonly int[][] ints;
    private readonly long[][] longs;
    private int lastProject = -1;

    public ColumnCells(TableLayout layout, int[][] ints, long[][] longs)
    {
        (this.layout, this.ints, this.longs, columns) = (layout, ints, longs, [.. layout.Table.Columns]);
        keys = Array.ConvertAll(columns, column => layout.Table.Key.Contains(column.Name));
        Pools = Array.ConvertAll(layout.Kinds, kind => kind == CellKind.Text ? new TextPool() : null);
    }

    public TextPool?[] Pools { get; }

    public List<(long Row, int Column, string Code, byte[] Value)> Faults { get; } = [];

    public void Fault(long record, int column, string code, ReadOnlySpan<byte> value)
    {
        if (Faults.Count < MostFaults)
        {
            Faults.Add((record, column, code, value[..Math.Min(value.Length, 512)].ToArray()));
        }
    }

    /// <summary>Takes the rows an index has found.</summary>
    /// <param name="data">The bytes the index points into.</param>
    /// <param name="index">Where the fields are.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="place">Where the first of them goes.</param>
    /// <param name="records">Records before it.</param>
    public void Plain(byte[] data, FieldIndex index, int rows, int place, long records)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            var field = layout.FieldOfColumn[column];
            var kind = columns[column].Kind;
            if (field < 0)
            {
                Absent(column, kind, place, rows);
                continue;
            }

            var run = new FieldRun(data, index, field, rows, place, records);
            switch (kind)
            {
                case CellKind.Money:
                    Money(column, run);
                    break;
                case CellKind.Date:
                    Dates(column, run);
                    break;
                case CellKind.Month:
                    Months(column, run);
                    break;
                case CellKind.Text:
                    Texts(column, run);
                    break;
                default:
                    // References and words: mostly what the row before has.
                    Repeated(column, run);
                    break;
            }
        }
    }

    /// <summary>One cell of any form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cell(int column, ReadOnlySpan<byte> text, int place, long record)
    {
        var definition = columns[column];
        if (text.IsEmpty || (text[0] <= (byte)' ' && text.Trim(" \t\r\n"u8).IsEmpty))
        {
            Absent(column, definition.Kind, place, 1);
            if (definition.Required && layout.FieldOfColumn[column] >= 0)
            {
                Fault(record, column, "MISSING_VALUE", text);
            }

            return;
        }

        int value;
        switch (definition.Kind)
        {
            case CellKind.Money:
                longs[column][place] = Amount(column, definition, text, record);
                return;
            case CellKind.Text:
                value = Pools[column]!.Add(text);
                break;
            case CellKind.Project:
                value = lastProject = layout.Projects!.Find(text, lastProject);
                break;
            case CellKind.Unit:
                value = layout.Units!.Find(text);
                break;
            case CellKind.Date:
                if (!Cells.Date(text, out value))
                {
                    Fault(record, column, "BAD_DATE", text);
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

        ints[column][place] = value;
        if (value == -1)
        {
            Fault(record, column, CellFaults.CodeOf(definition.Kind), text);
        }
    }

    private long Amount(int column, PackageColumn definition, ReadOnlySpan<byte> text, long record)
    {
        if (!Cells.Money(text, out var yuan))
        {
            Fault(record, column, "BAD_NUMBER", text);
        }
        else if (Cells.IsAbsurd(yuan))
        {
            Fault(record, column, "ABSURD_NUMBER", text);
            yuan = 0;
        }
        else if (yuan < 0)
        {
            Fault(record, column, definition.MayBeNegative ? "NEGATIVE_CORRECTION" : "NEGATIVE_NUMBER", text);
        }

        return yuan;
    }

    private void Absent(int column, CellKind kind, int place, int rows)
    {
        if (kind == CellKind.Money)
        {
            longs[column].AsSpan(place, rows).Clear();
        }
        else
        {
            ints[column].AsSpan(place, rows).Fill(kind == CellKind.Date ? RoundFacts.NoDate : -1);
        }
    }

    [MethodImpl(Loop)]
    private void Money(int column, in FieldRun run)
    {
        var target = longs[column].AsSpan(run.Place, run.Rows);
        for (var row = 0; row < target.Length; row++)
        {
            run.At(row, out var start, out var end);
            if (PlainCells.Money(ref run.Origin, start, end, out var yuan) && yuan <= RoundFacts.LargestAmount)
            {
                target[row] = yuan;
            }
            else
            {
                Cell(column, run.Text(start, end), run.Place + row, run.Records + row + 1);
            }
        }
    }

    [MethodImpl(Loop)]
    private void Dates(int column, in FieldRun run)
    {
        var firstDays = PlainCells.FirstDaysOfMonths;
        var required = columns[column].Required;
        var target = ints[column].AsSpan(run.Place, run.Rows);
        for (var row = 0; row < target.Length; row++)
        {
            run.At(row, out var start, out var end);
            if (PlainCells.Date(ref run.Origin, start, end, firstDays, out var day))
            {
                target[row] = day;
            }
            else if (start == end && !required)
            {
                target[row] = RoundFacts.NoDate;
            }
            else
            {
                Cell(column, run.Text(start, end), run.Place + row, run.Records + row + 1);
            }
        }
    }

    [MethodImpl(Loop)]
    private void Months(int column, in FieldRun run)
    {
        var target = ints[column].AsSpan(run.Place, run.Rows);
        for (var row = 0; row < target.Length; row++)
        {
            run.At(row, out var start, out var end);
            if (PlainCells.Month(ref run.Origin, start, end, out var month))
            {
                target[row] = month;
            }
            else
            {
                Cell(column, run.Text(start, end), run.Place + row, run.Records + row + 1);
            }
        }
    }

    [MethodImpl(Loop)]
    private void Texts(int column, in FieldRun run)
    {
        var pool = Pools[column]!;
        var distinct = !keys[column] && pool.Count > run.Records / 4 * 3 && run.Records > 0;
        var target = ints[column].AsSpan(run.Place, run.Rows);
        for (var row = 0; row < target.Length; row++)
        {
            run.At(row, out var start, out var end);
            var text = run.Text(start, end);
            if (text.Length > 0 && text[0] > (byte)' ')
            {
                target[row] = distinct ? pool.Put(text) : pool.Add(text);
            }
            else
            {
                Cell(column, text, run.Place + row, run.Records + row + 1);
            }
        }
    }

    [MethodImpl(Loop)]
    private void Repeated(int column, in FieldRun run)
    {
        var target = ints[column].AsSpan(run.Place, run.Rows);
        var (before, length) = (0, -1);
        for (var row = 0; row < target.Length; row++)
        {
            run.At(row, out var start, out var end);
            if (end - start == length && PlainCells.Same(ref run.Origin, before, start, length))
            {
                target[row] = target[row - 1];
                continue;
            }

            Cell(column, run.Text(start, end), run.Place + row, run.Records + row + 1);
            // What is at fault is told of every row.
            (before, length) = (start, target[row] == -1 ? -1 : end - start);
        }
    }
}
