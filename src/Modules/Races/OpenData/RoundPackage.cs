using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Saima.Engines.Scoring;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races.OpenData;

/// <summary>Describes a round's tables as a Data Package (v2, and v1 for older readers). It says nothing of where the site is, so that it is the same bytes everywhere.</summary>
internal static class RoundPackage
{
    public const string Description = "datapackage.json";

    /// <param name="tables">The bundle it describes.</param>
    public static byte[] Describe(RoundHead head, RuleSet rules, RoundTables tables, PublicAddress about)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"saima-{head.Season}-r{head.Round}-e{head.Edition}"));
            json.WriteString("id", $"urn:sha256:{head.BundleHash}");
            json.WriteString("title", string.Create(CultureInfo.InvariantCulture, $"{head.Season} 年第 {head.Round} 轮重大项目赛马 / Round {head.Round} of {head.Season}"));
            json.WriteString("description", "榜单、责任单位榜和据以计算的封存数据，与结果包里的文件逐字节相同。 Standings, unit table and the frozen data they follow from, byte for byte as in the bundle.");
            json.WriteString("version", string.Create(CultureInfo.InvariantCulture, $"{head.Edition}.0.0"));
            json.WriteString("created", head.PublishedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            json.WriteString("path", about.Licence);
            json.WriteString("title", "数据许可 / Licence of the data");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("contributors");
            json.WriteStartObject();
            json.WriteString("title", about.Publisher);
            json.WriteString("role", "publisher");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("sources");
            json.WriteStartObject();
            json.WriteString("title", $"结果包 / Bundle, SHA-256 {head.BundleHash}");
            json.WriteString("path", "bundle.zip");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("resources");
            foreach (var table in TableSchemas.Of(rules))
            {
                if (tables.Bytes(table.Entry) is { } content)
                {
                    Resource(json, table, content);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Resource(Utf8JsonWriter json, TableShape table, byte[] content)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("type", "table");
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("title", table.Title);
        json.WriteString("path", table.Entry);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", content.Length);
        json.WriteString("hash", $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in table.Fields)
        {
            Field(json, field);
        }

        json.WriteEndArray();
        Names(json, "primaryKey", table.Key);
        Names(json, "missingValues", [""]);
        if (table.Foreign.Count > 0)
        {
            json.WriteStartArray("foreignKeys");
            foreach (var (column, other, key) in table.Foreign)
            {
                json.WriteStartObject();
                Names(json, "fields", [column]);
                json.WriteStartObject("reference");
                json.WriteString("resource", other);
                Names(json, "fields", [key]);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, TableField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("title", field.Title);
        if (field.Description.Length > 0)
        {
            json.WriteString("description", field.Description);
        }

        json.WriteString("type", field.Type);
        if (field.Type == "boolean")
        {
            Names(json, "trueValues", ["true"]);
            Names(json, "falseValues", ["false"]);
        }

        json.WriteStartObject("constraints");
        json.WriteBoolean("required", field.Required);
        if (field.Unique)
        {
            json.WriteBoolean("unique", true);
        }

        if (field.Minimum is { } least)
        {
            json.WritePropertyName("minimum");
            json.WriteRawValue(least);
        }

        if (field.Words is { Count: > 0 } words)
        {
            Names(json, "enum", words);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string property, IReadOnlyList<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
