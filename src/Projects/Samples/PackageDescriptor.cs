using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saima.Projects.Samples;

/// <summary>The <c>datapackage.json</c> and the header rows of a generated package.</summary>
internal static class PackageDescriptor
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Columns as <c>name type</c>, <c>*</c> = required; money is a number of 万元.</summary>
    private static readonly (string Table, string Title, string[] Columns)[] Tables =
    [
        ("projects", "项目",
        [
            "id string*", "name string*", "code string", "unit string*", "town string", "class string*", "total_investment number*", "annual_plan number*",
            "opening_cumulative number", "planned_start date", "started_on date", "included_on date", "planned_completion date", "completed_on date",
            "listed_on date", "suspended_from date", "suspended_to date", "suspension_reason string",
        ]),
        ("plans", "月度计划", ["project string*", "month yearmonth*", "planned number*"]),
        ("reports", "月报",
        [
            "project string*", "month yearmonth*", "invested number*", "ytd number*", "submitted_on date*", "verified boolean*", "progress string",
        ]),
        ("milestones", "节点", ["project string*", "name string*", "planned_on date*", "achieved_on date"]),
        ("issues", "问题", ["project string*", "title string*", "level string*", "raised_on date*", "due_on date*", "closed_on date"]),
        ("findings", "核查", ["project string*", "kind string*", "found_on date*"]),
        ("units", "单位", ["code string*", "name string*", "class string*"]),
        ("holidays", "节假日", ["date date*", "kind string*"]),
    ];

    /// <summary>Names of all tables, in the order of the descriptor.</summary>
    public static IEnumerable<string> TableNames => Tables.Select(table => table.Table);

    public static byte[] Header(string table) =>
        Encoding.UTF8.GetBytes(string.Join(',', Tables.Single(t => t.Table == table).Columns.Select(column => column.Split(' ')[0])) + "\n");

    public static byte[] Write(string name, string title, string description)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", name);
            json.WriteString("title", title);
            json.WriteString("description", description);
            json.WriteStartArray("resources");
            foreach (var (table, tableTitle, columns) in Tables)
            {
                Resource(json, table, tableTitle, columns);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Resource(Utf8JsonWriter json, string table, string title, string[] columns)
    {
        json.WriteStartObject();
        json.WriteString("name", table);
        json.WriteString("title", title);
        json.WriteString("path", table + ".csv");
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in columns)
        {
            var parts = column.TrimEnd('*').Split(' ');
            json.WriteStartObject();
            json.WriteString("name", parts[0]);
            json.WriteString("type", parts[1]);
            if (column.EndsWith('*'))
            {
                json.WriteStartObject("constraints");
                json.WriteBoolean("required", true);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
