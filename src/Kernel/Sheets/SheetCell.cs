namespace Saima.Kernel.Sheets;

public enum SheetCellKind
{
    Text,
    Number,
    Date,
    YesNo,

    /// <summary>An error value such as <c>#DIV/0!</c>.</summary>
    Error,
}

/// <summary>A cell that is not empty.</summary>
/// <param name="Column">Column from 0.</param>
/// <param name="Text">Numbers as plain decimals, dates as ISO text, yes and no as <c>true</c> and <c>false</c>.</param>
/// <param name="IsFormula">The text is the value a formula had when the file was saved.</param>
public readonly record struct SheetCell(int Column, string Text, SheetCellKind Kind, bool IsFormula)
{
    public string ColumnName => NameOf(Column);

    /// <summary><c>A</c> for 0, <c>AA</c> for 26.</summary>
    public static string NameOf(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }
}

/// <summary>A row of a sheet; empty cells are left out.</summary>
/// <param name="Number">Row from 1 as a spreadsheet shows it.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells);
