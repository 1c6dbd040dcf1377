using Saima.Projects.Imports;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>Sheets written in tests: one text a row, cells parted by <c>|</c>.</summary>
internal static class Sheets
{
    public static SourceSheet Of(string? name, params string[] rows) => new("台账.xlsx", name, name is not null,
        rows.Select((row, index) => new SourceRow(index + 1, [.. row.Split('|').Select(cell => cell.Length == 0 ? null : cell)])));

    public static IReadOnlyList<SourceRow> Rows(params string[] rows) => [.. Of("表", rows).Rows];
}
