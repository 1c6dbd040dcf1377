namespace Saima.Bench.Peers;

/// <summary>The tables of a package as the row stores get them. The types are PostgreSQL's; SQLite keeps text and whole 元.</summary>
internal static class Loading
{
    /// <summary>Columns by table: name and type, <c>money</c> being 万元 in the file.</summary>
    public static readonly (string Table, (string Name, string Type)[] Columns)[] Tables =
    [
        ("projects",
        [
            ("id", "text"), ("name", "text"), ("code", "text"), ("unit", "text"), ("town", "text"), ("class", "text"), ("total_investment", "money"),
            ("annual_plan", "money"), ("opening_cumulative", "money"), ("planned_start", "date"), ("started_on", "date"), ("included_on", "date"),
            ("planned_completion", "date"), ("completed_on", "date"), ("listed_on", "date"), ("suspended_from", "date"), ("suspended_to", "date"),
            ("suspension_reason", "text"),
        ]),
        ("plans", [("project", "text"), ("month", "text"), ("planned", "money")]),
        ("reports",
        [
            ("project", "text"), ("month", "text"), ("invested", "money"), ("ytd", "money"), ("submitted_on", "date"), ("verified", "boolean"), ("progress", "text"),
        ]),
        ("milestones", [("project", "text"), ("name", "text"), ("planned_on", "date"), ("achieved_on", "date")]),
        ("issues", [("project", "text"), ("title", "text"), ("level", "text"), ("raised_on", "date"), ("due_on", "date"), ("closed_on", "date")]),
        ("findings", [("project", "text"), ("kind", "text"), ("found_on", "date")]),
    ];
}
