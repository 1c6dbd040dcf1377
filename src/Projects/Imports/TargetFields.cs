namespace Saima.Projects.Imports;

/// <summary>A field of a data package that a column can fill.</summary>
/// <param name="Name">Name in the package.</param>
/// <param name="Type">How its text is read.</param>
/// <param name="Required">The package needs it.</param>
/// <param name="Key">Part of the table's key.</param>
internal sealed record TargetField(string Name, ColumnType Type = ColumnType.Text, bool Required = false, bool Key = false);

internal sealed record TargetTable(string Name, IReadOnlyList<TargetField> Fields)
{
    public IReadOnlyList<TargetField> Key { get; } = [.. Fields.Where(field => field.Key)];
}

/// <summary>The tables of the data package as the target of a mapping.</summary>
internal static class TargetFields
{
    public static IReadOnlyList<TargetTable> Tables { get; } =
    [
        new("units", [new("code", Required: true, Key: true), new("name", Required: true), new("class", Required: true)]),
        new("projects",
        [
            new("id", Required: true, Key: true), new("name", Required: true), new("code"), new("unit", Required: true), new("town"),
            new("class", Required: true), new("total_investment", ColumnType.Money, Required: true), new("annual_plan", ColumnType.Money, Required: true),
            new("opening_cumulative", ColumnType.Money), new("planned_start", ColumnType.Date), new("started_on", ColumnType.Date),
            new("included_on", ColumnType.Date), new("planned_completion", ColumnType.Date), new("completed_on", ColumnType.Date),
            new("listed_on", ColumnType.Date), new("suspended_from", ColumnType.Date), new("suspended_to", ColumnType.Date), new("suspension_reason"),
        ]),
        new("plans", [new("project", Required: true, Key: true), new("month", ColumnType.Month, Required: true, Key: true), new("planned", ColumnType.Money, Required: true)]),
        new("reports",
        [
            new("project", Required: true, Key: true), new("month", ColumnType.Month, Required: true, Key: true), new("invested", ColumnType.Money, Required: true),
            new("ytd", ColumnType.Money, Required: true), new("submitted_on", ColumnType.Date, Required: true), new("verified", ColumnType.Flag, Required: true), new("progress"),
        ]),
        new("milestones",
        [
            new("project", Required: true, Key: true), new("name", Required: true, Key: true), new("planned_on", ColumnType.Date, Required: true),
            new("achieved_on", ColumnType.Date),
        ]),
        new("issues",
        [
            new("project", Required: true, Key: true), new("title", Required: true, Key: true), new("level", Required: true),
            new("raised_on", ColumnType.Date, Required: true), new("due_on", ColumnType.Date, Required: true), new("closed_on", ColumnType.Date),
        ]),
        new("findings", [new("project", Required: true, Key: true), new("kind", Required: true, Key: true), new("found_on", ColumnType.Date, Required: true, Key: true)]),
        new("holidays", [new("date", ColumnType.Date, Required: true, Key: true), new("kind", Required: true)]),
    ];

    public static TargetTable? Table(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
