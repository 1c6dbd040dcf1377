using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>A column of facts.</summary>
public sealed record FactColumn(string Name, BulkType Type, bool Key, bool Required);

/// <summary>
/// A table of facts for bulk reading and writing: key columns first. The tables are mapped in <see cref="ProjectsData"/>; a test holds that both agree.
/// </summary>
public sealed record FactTable(string Name, string Title, IReadOnlyList<FactColumn> Columns)
{
    public IEnumerable<FactColumn> Keys => Columns.Where(column => column.Key);

    public IEnumerable<FactColumn> Values => Columns.Where(column => !column.Key);

    public bool Seasonal => Columns[0].Name == "season";

    public static FactTable Units { get; } = Of("units", "projects_unit",
        "season! code!", "name:text* class:text*");

    public static FactTable Holidays { get; } = Of("holidays", "projects_holiday",
        "season! date!", "kind:text*");

    public static FactTable Projects { get; } = Of("projects", "projects_project",
        "season! project!",
        "name:text* code:text unit:text* town:text class:text* total_investment:whole* annual_plan:whole* opening_cumulative:whole* planned_start:date started_on:date "
        + "included_on:date planned_completion:date completed_on:date listed_on:date suspended_from:date suspended_to:date suspension_reason:text");

    public static FactTable Plans { get; } = Of("plans", "projects_plan",
        "season! project! month!", "planned:whole*");

    public static FactTable Reports { get; } = Of("reports", "projects_report",
        "season! project! month!", "invested:whole* year_to_date:whole* submitted_on:date* verified:yesno* progress:text");

    public static FactTable Milestones { get; } = Of("milestones", "projects_milestone",
        "season! project! name!", "planned_on:date* achieved_on:date");

    public static FactTable Issues { get; } = Of("issues", "projects_issue",
        "season! project! title!", "level:whole* raised_on:date* due_on:date* closed_on:date");

    public static FactTable Findings { get; } = Of("findings", "projects_finding",
        "season! project! kind! found_on!", "");

    public static FactTable Identifiers { get; } = Of("identifiers", "projects_identifier",
        "project! scheme! value!", "valid_from:date valid_to:date");

    public static FactTable Lineages { get; } = Of("lineage", "projects_lineage",
        "predecessor! successor! kind!", "occurred_on:date");

    public static FactTable Places { get; } = Of("places", "projects_place",
        "project!", "lon:whole* lat:whole*");

    public static FactTable Parcels { get; } = Of("parcels", "projects_parcel",
        "project!", "shape:text*");

    public static FactTable Statistics { get; } = Of("statistics", "projects_statistic",
        "season! project! month!", "invested:whole year_to_date:whole*");

    /// <summary>The tables a data package fills, in the order in which they are written.</summary>
    public static IReadOnlyList<FactTable> OfPackage { get; } = [Units, Holidays, Projects, Plans, Reports, Milestones, Issues, Findings];

    public static IReadOnlyList<FactTable> All { get; } = [.. OfPackage, Identifiers, Lineages, Places, Parcels, Statistics];

    private static FactTable Of(string title, string name, string keys, string values) => new(
        name,
        title,
        [
            .. Words(keys).Select(word => new FactColumn(word.TrimEnd('!'), KeyType(word.TrimEnd('!')), Key: true, Required: true)),
            .. Words(values).Select(word => new FactColumn(
                word.Split(':')[0], Enum.Parse<BulkType>(word.Split(':')[1].TrimEnd('*'), ignoreCase: true), Key: false, Required: word.EndsWith('*'))),
        ]);

    private static BulkType KeyType(string name) => name switch
    {
        "season" or "month" => BulkType.Whole,
        "date" or "found_on" => BulkType.Date,
        _ => BulkType.Text,
    };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
