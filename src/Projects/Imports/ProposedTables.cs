namespace Saima.Projects.Imports;

/// <summary>The tables that a register with the given columns can fill.</summary>
internal static class ProposedTables
{
    private static readonly string[] ProjectFields =
    [
        "name", "code", "unit", "town", "total_investment", "annual_plan", "opening_cumulative", "planned_start", "started_on", "included_on", "planned_completion",
        "completed_on", "listed_on", "suspended_from", "suspended_to", "suspension_reason",
    ];

    public static IReadOnlyList<TableMapping> For(IReadOnlySet<string> columns)
    {
        var id = columns.Contains("id") ? new Value { Column = "id" }
            : columns.Contains("code") ? new Value { Column = "code" }
            : new Value { Join = [new Value { Text = "P" }, new Value { Hash = new Value { Column = "name" } }], With = "-" };
        IReadOnlyList<Condition> named = columns.Contains("name") ? [new Condition { Value = new Value { Column = "name" }, Known = true }] : [];
        var tables = new List<TableMapping>();
        if (columns.Contains("unit"))
        {
            tables.Add(new TableMapping
            {
                Table = "units",
                When = [new Condition { Value = new Value { Column = "unit" }, Known = true }],
                Fields = Fields(("code", new Value { Column = "unit" }), ("name", new Value { Column = "unit" }), ("class", new Value { Text = "department" })),
            });
        }

        var project = new List<(string, Value)> { ("id", id) };
        project.AddRange(ProjectFields.Where(columns.Contains).Select(name => (name, new Value { Column = name })));
        project.Add(("class", columns.Contains("class")
            ? new Value { Lookup = new Value { Column = "class" }, In = KnownColumns.Classes, Else = new Value { Text = "continuing" } }
            : new Value { Text = "continuing" }));
        tables.Add(new TableMapping { Table = "projects", When = named, Fields = Fields([.. project]) });
        if (columns.Contains("month_plan"))
        {
            tables.Add(new TableMapping
            {
                Table = "plans",
                When = named,
                Each = "month_plan",
                Fields = Fields(("project", id), ("month", Month()), ("planned", new Value { Column = "month_plan" })),
            });
        }

        if (columns.Contains("ytd") && columns.Contains("report_month") && columns.Contains("submitted_on"))
        {
            var fields = new List<(string, Value)>
            {
                ("project", id), ("month", new Value { Column = "report_month" }), ("invested", new Value { Column = columns.Contains("invested") ? "invested" : "ytd" }),
                ("ytd", new Value { Column = "ytd" }), ("submitted_on", new Value { Column = "submitted_on" }),
                ("verified", columns.Contains("verified") ? new Value { First = [new Value { Column = "verified" }, new Value { Text = "false" }] } : new Value { Text = "false" }),
            };
            if (columns.Contains("progress"))
            {
                fields.Add(("progress", new Value { Column = "progress" }));
            }

            tables.Add(new TableMapping { Table = "reports", When = [.. named, new Condition { Value = new Value { Column = "ytd" }, Known = true }], Fields = Fields([.. fields]) });
        }

        if (columns.Contains("milestone") && columns.Contains("milestone_planned"))
        {
            var fields = new List<(string, Value)> { ("project", id), ("name", new Value { Column = "milestone" }), ("planned_on", new Value { Column = "milestone_planned" }) };
            if (columns.Contains("milestone_achieved"))
            {
                fields.Add(("achieved_on", new Value { Column = "milestone_achieved" }));
            }

            tables.Add(new TableMapping { Table = "milestones", When = [.. named, new Condition { Value = new Value { Column = "milestone" }, Known = true }], Fields = Fields([.. fields]) });
        }

        return tables;
    }

    private static Value Month() => new()
    {
        Join = [new Value { Season = true }, new Value { Pad = new Value { Member = true }, Digits = 2 }],
        With = "-",
    };

    private static Dictionary<string, Value> Fields(params (string Name, Value Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);
}
