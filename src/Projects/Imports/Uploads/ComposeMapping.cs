using System.Globalization;

namespace Saima.Projects.Imports.Uploads;

/// <summary>What a person chose on the page: empty where nothing was chosen.</summary>
/// <param name="Sheet">Name of a sheet, <c>*</c> for all.</param>
/// <param name="Unit">Of money.</param>
/// <param name="Date">How days are written where they are text.</param>
/// <param name="ReportMonth">Month the figures are of, where no cell says so.</param>
/// <param name="SubmittedOn">Day of the report, where no cell says so.</param>
/// <param name="MonthPlans">The columns of months are plans.</param>
/// <param name="Headings">Column of the mapping → name of the source's column.</param>
public sealed record ColumnChoices(
    string Sheet, int? HeaderRow, int? HeaderRows, string Unit, string Date, string ReportMonth, string SubmittedOn, bool MonthPlans, IReadOnlyDictionary<string, string> Headings);

/// <summary>A mapping by what was chosen on the page.</summary>
internal static class ComposeMapping
{
    public const string MonthPlans = "month_plan";

    public static Mapping Run(Mapping? known, Upload upload, UploadReading reading, ColumnChoices choices)
    {
        var mapping = Places(known ?? Fresh(upload), choices);
        return upload.Composed ? Composed(mapping, reading, choices) : Pointed(mapping, reading, choices);
    }

    public static bool HasMonths(UploadReading reading) => ColumnMatch.Of(
        new HeaderBlock(1, 1, [.. reading.Columns.Select(column => column.Heading)]), new Dictionary<string, ColumnMapping> { [MonthPlans] = Months }).Count > 0;

    private static ColumnMapping Months { get; } = new() { Pattern = KnownColumns.MonthPlan, Type = ColumnType.Money };

    private static Mapping Fresh(Upload upload) => new()
    {
        Source = new($"{upload.FileName}（在网页上对应）", $"{upload.FileName} (matched on the page)"),
        Season = upload.Season,
        Nulls = ["-", "—", "/", "无", "N/A"],
        Money = new() { Rounding = Rounding.Half },
    };

    private static Mapping Places(Mapping mapping, ColumnChoices choices) => mapping with
    {
        Sheets = choices.Sheet.Length == 0 ? mapping.Sheets : new() { Only = [choices.Sheet] },
        Header = choices.HeaderRow is null ? new() : new() { Row = choices.HeaderRow, Rows = choices.HeaderRows ?? 1 },
        Dates = choices.Date.Length == 0 ? [] : [choices.Date],
        Money = choices.Unit.Length == 0 || choices.Unit == mapping.Money.Unit ? mapping.Money : mapping.Money with { Unit = choices.Unit, Yuan = null },
    };

    /// <summary>Of a mapping somebody wrote only where its columns are found is changed.</summary>
    private static Mapping Pointed(Mapping mapping, UploadReading reading, ColumnChoices choices) => mapping with
    {
        Columns = mapping.Columns.ToDictionary(column => column.Key, column =>
            choices.Headings.GetValueOrDefault(column.Key, "") is { Length: > 0 } heading && heading != reading.Matched.GetValueOrDefault(column.Key) && column.Value.Pattern is null
                ? column.Value with { Headers = [heading] }
                : column.Value),
    };

    private static Mapping Composed(Mapping mapping, UploadReading reading, ColumnChoices choices)
    {
        var columns = new Dictionary<string, ColumnMapping>();
        foreach (var column in KnownColumns.All)
        {
            if (choices.Headings.GetValueOrDefault(column.Name, "") is { Length: > 0 } heading && reading.Columns.FirstOrDefault(found => found.Name == heading) is { } chosen)
            {
                var unit = column.Type == ColumnType.Money && HeaderText.Unit(chosen.Heading) is { } written && written != mapping.Money.Unit ? written : null;
                columns[column.Name] = new() { Headers = [heading], Type = column.Type, Unit = unit };
            }
        }

        if (choices.MonthPlans && HasMonths(reading))
        {
            columns[MonthPlans] = Months;
        }

        var constants = new Dictionary<string, string>();
        if (choices.ReportMonth.Length > 0)
        {
            constants["report_month"] = choices.ReportMonth;
        }

        if (choices.SubmittedOn.Length > 0 && !columns.ContainsKey("submitted_on"))
        {
            constants["submitted_on"] = choices.SubmittedOn;
        }

        var tables = ProposedTables.For(columns.Keys.Concat(mapping.Cells.Keys).Concat(constants.Keys).ToHashSet());
        return mapping with
        {
            Columns = columns,
            Tables =
            [
                .. tables.Select(table => table with
                {
                    Fields = table.Fields.ToDictionary(field => field.Key, field => field.Value.Column is { } name && constants.TryGetValue(name, out var text) ? new Value { Text = text } : field.Value),
                }),
            ],
        };
    }

    /// <summary>What a composed mapping says once for every row.</summary>
    public static string Constant(Mapping? mapping, string field) =>
        mapping?.Tables.FirstOrDefault(table => table.Table == "reports")?.Fields.GetValueOrDefault(field)?.Text ?? "";

    public static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? number : null;
}
