using System.Globalization;
using Saima.Kernel.Data;
using Saima.Kernel.Money;
using Saima.Ui.Figures;

namespace Saima.Projects.Register;

/// <summary>Cells of facts as people read and type them: money in 万元, months as <c>2023-04</c>, levels as <c>L1</c>.</summary>
internal static class FactText
{
    /// <summary>As a page shows it; empty for none.</summary>
    public static string Shown(FactColumn column, object? cell) => cell switch
    {
        long yuan when IsMoney(column) => Written.Amount(yuan),
        DateOnly day => Written.Day(day),
        string shape when column.Name == "shape" => Places.Parcel.Of(shape).Summary,
        _ => Typed(column, cell),
    };

    /// <summary>As it is typed.</summary>
    public static string Typed(FactColumn column, object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long month when column.Name == "month" => string.Create(CultureInfo.InvariantCulture, $"{month / 100}-{month % 100:D2}"),
        long level when column.Name == "level" => string.Create(CultureInfo.InvariantCulture, $"L{level}"),
        long yuan when IsMoney(column) => FormatMoney.Exact(yuan),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    private static bool IsMoney(FactColumn column) => column.Type == BulkType.Whole && column.Name is not ("month" or "level" or "season");
}
