using System.Text.Json;

namespace Saima.Projects.Packages;

/// <summary>Writes <c>datapackage.json</c> with the schema of every table.</summary>
internal static class PackageDescription
{
    public static void Write(IReadOnlyList<PackageTable> tables, Stream into)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "saima-data-package");
            json.WriteStartArray("resources");
            foreach (var table in tables)
            {
                Resource(json, table);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        buffer.WriteTo(into);
    }

    private static void Resource(Utf8JsonWriter json, PackageTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Zh);
        json.WriteString("path", $"{table.Name}.csv");
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("title", column.Zh);
            json.WriteString("type", column.Kind switch
            {
                CellKind.Money => "number",
                CellKind.Date => "date",
                CellKind.Month => "yearmonth",
                CellKind.YesNo => "boolean",
                _ => "string",
            });
            json.WriteStartObject("constraints");
            json.WriteBoolean("required", column.Required);
            if (column.Words is { } words)
            {
                json.WriteStartArray("enum");
                foreach (var (code, _) in words)
                {
                    json.WriteStringValue(code);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("primaryKey");
        foreach (var key in table.Key)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
