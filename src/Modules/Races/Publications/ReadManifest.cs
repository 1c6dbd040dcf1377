using System.Globalization;
using System.Text.Json;

namespace Saima.Modules.Races.Publications;

/// <summary>Reads a manifest; whatever is not one gives nothing.</summary>
internal static class ReadManifest
{
    public const long Largest = 1 << 20;

    public static BundleManifest? From(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 8 });
            return From(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static BundleManifest? From(JsonElement root)
    {
        if (root.GetProperty("schema").GetString() != BundleFormat.Schema)
        {
            return null;
        }

        var (rules, previous, counts) = (root.GetProperty("ruleSet"), root.GetProperty("previous"), root.GetProperty("counts"));
        var manifest = new BundleManifest
        {
            Engine = Text(root, "engine"),
            Season = Number(root, "season"),
            Round = Number(root, "round"),
            CutOff = Day(root, "cutOff"),
            Deadline = Day(root, "deadline"),
            DeadlineFromCalendar = root.TryGetProperty("deadlineFrom", out var from) && (from.GetString() == BundleManifest.Calendar ? true : throw new FormatException("deadlineFrom")),
            Edition = Number(root, "edition"),
            Supersedes = root.GetProperty("supersedes").GetString(),
            RuleSetCode = Text(rules, "code"),
            RuleSetVersion = Number(rules, "version"),
            RuleSetHash = Text(rules, "sha256"),
            Previous = previous.GetProperty("given").GetBoolean()
                ? new(Number(previous, "season"), Number(previous, "round"), Number(previous, "edition"), Text(previous, "sha256"))
                : null,
            Counts = new(
                Number(counts, "projects"), Number(counts, "takingPart"), Number(counts, "units"), Number(counts, "red"),
                Number(counts, "yellow"), Number(counts, "snail"), Number(counts, "exempt"), Number(counts, "none")),
            Entries =
            [
                .. root.GetProperty("entries").EnumerateArray()
                    .Select(entry => new EntryReference(Text(entry, "name"), entry.GetProperty("size").GetInt64(), Text(entry, "sha256"))),
            ],
        };
        return manifest is { Season: >= 1900 and <= 2199, Round: >= 1 and <= 6, Edition: >= 1 } ? manifest : null;
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static DateOnly Day(JsonElement of, string name) =>
        DateOnly.ParseExact(Text(of, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
