using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saima.Modules.Races.Log;

/// <summary>What the log says of a published edition: one line of JSON, the same bytes for the same edition.</summary>
/// <param name="Bundle">SHA-256 of the bundle, lower-case hex, as are the others.</param>
/// <param name="Manifest">SHA-256 of the manifest inside it.</param>
/// <param name="RuleSet">SHA-256 of its rule set.</param>
/// <param name="Supersedes">SHA-256 of the bundle it corrects.</param>
/// <param name="PublishedAt">To the second.</param>
public sealed record EditionEntry(int Season, int Round, int Edition, string Bundle, string Manifest, string RuleSet, string? Supersedes, DateTimeOffset PublishedAt)
{
    private const string Schema = "saima-log-entry/1";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteNumber("season", Season);
            json.WriteNumber("round", Round);
            json.WriteNumber("edition", Edition);
            json.WriteString("bundle", Bundle);
            json.WriteString("manifest", Manifest);
            json.WriteString("ruleSet", RuleSet);
            json.WriteString("supersedes", Supersedes);
            json.WriteString("publishedAt", PublishedAt.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads an entry; nothing if it is of another kind.</summary>
    public static EditionEntry? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes), new() { MaxDepth = 4 });
            var root = document.RootElement;
            return root.GetProperty("schema").GetString() == Schema
                ? new(
                    root.GetProperty("season").GetInt32(), root.GetProperty("round").GetInt32(), root.GetProperty("edition").GetInt32(), root.GetProperty("bundle").GetString()!,
                    root.GetProperty("manifest").GetString()!, root.GetProperty("ruleSet").GetString()!, root.GetProperty("supersedes").GetString(),
                    DateTimeOffset.ParseExact(root.GetProperty("publishedAt").GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }
}
