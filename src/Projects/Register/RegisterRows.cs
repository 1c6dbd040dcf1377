using System.Text;
using Saima.Engines.Scoring;
using Saima.Projects.Packages;

namespace Saima.Projects.Register;

/// <summary>Collects the rows of a table of the register as the columns of a package.</summary>
internal sealed class RegisterRows
{
    private readonly PackageTable _table;
    private readonly int[] _cellOfColumn;
    private readonly KeyLookup? _projects;
    private readonly KeyLookup? _units;
    private readonly int[][] _ints;
    private readonly long[][] _longs;
    private readonly TextPool?[] _pools;
    private int _count;

    public RegisterRows(PackageTable table, FactTable facts, KeyLookup? projects, KeyLookup? units)
    {
        (_table, _projects, _units) = (table, projects, units);
        _cellOfColumn = [.. table.Columns.Select(column => facts.Columns.Select(cell => cell.Name).ToList().IndexOf(Name(table, column)))];
        _ints = [.. table.Columns.Select(column => column.Kind == CellKind.Money ? [] : new int[1024])];
        _longs = [.. table.Columns.Select(column => column.Kind == CellKind.Money ? new long[1024] : [])];
        _pools = [.. table.Columns.Select(column => column.Kind == CellKind.Text ? new TextPool() : null)];
    }

    /// <summary>Adds a row.</summary>
    /// <returns>Whether what the row refers to is there.</returns>
    public bool Add(object?[] cells)
    {
        Grow();
        for (var column = 0; column < _cellOfColumn.Length; column++)
        {
            var cell = cells[_cellOfColumn[column]];
            if (_table.Columns[column].Kind == CellKind.Money)
            {
                _longs[column][_count] = (long)cell!;
                continue;
            }

            var value = Value(column, cell);
            if (value == -1 && _table.Columns[column].Kind is CellKind.Project or CellKind.Unit)
            {
                return false;
            }

            _ints[column][_count] = value;
        }

        _count++;
        return true;
    }

    /// <summary>The rows in the order of their keys.</summary>
    public ReadRows Sorted()
    {
        var rows = new ReadRows(new TableLayout(_table, $"{_table.Name}.csv", null, 0), _count, _ints, _longs, _pools, []);
        return SortRows.Apply(rows, SortRows.Run(rows, new PackageFaults(), [.. _table.Key]));
    }

    private static string Name(PackageTable table, PackageColumn column) => (table.Name, column.Name) switch
    {
        ("projects", "id") => "project",
        ("reports", "ytd") => "year_to_date",
        _ => column.Name,
    };

    private int Value(int column, object? cell) => _table.Columns[column].Kind switch
    {
        CellKind.Date => cell is DateOnly date ? date.DayNumber : RoundFacts.NoDate,
        _ when cell is null => -1,
        CellKind.Text => _pools[column]!.Add((string)cell),
        CellKind.Project => _projects!.Find(Encoding.UTF8.GetBytes((string)cell), -1),
        CellKind.Unit => _units!.Find(Encoding.UTF8.GetBytes((string)cell), -1),
        CellKind.Month => (12 * (int)((long)cell / 100)) + (int)((long)cell % 100) - 1,
        CellKind.YesNo => (bool)cell ? 1 : 0,
        _ when cell is long level => (int)level - 1,
        _ => _table.Columns[column].Words!.Select(word => word.Code).ToList().IndexOf((string)cell),
    };

    private void Grow()
    {
        for (var column = 0; column < _ints.Length; column++)
        {
            if (_ints[column].Length == _count && _longs[column].Length == 0)
            {
                Array.Resize(ref _ints[column], _count * 2);
            }
            else if (_longs[column].Length == _count)
            {
                Array.Resize(ref _longs[column], _count * 2);
            }
        }
    }
}
