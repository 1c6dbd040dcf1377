using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saima.Modules.Races.Publications;

/// <summary>What a bundle says of itself. It names every other entry by size and SHA-256, and the bundles it builds on by theirs.</summary>
public sealed record BundleManifest
{
    public required string Engine { get; init; }

    public required int Season { get; init; }

    public required int Round { get; init; }

    public required DateOnly CutOff { get; init; }

    /// <summary>Last day on which the month's report was on time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>The deadline is a day of the season's calendar, which is the publisher's word; else it follows from rules and holidays.</summary>
    public bool DeadlineFromCalendar { get; init; }

    /// <summary>From 1; a correction is the next one.</summary>
    public required int Edition { get; init; }

    /// <summary>SHA-256 of the bundle of the edition this one corrects.</summary>
    public required string? Supersedes { get; init; }

    public required string RuleSetCode { get; init; }

    public required int RuleSetVersion { get; init; }

    public required string RuleSetHash { get; init; }

    /// <summary>The previous round's bundle; empty says that none was given.</summary>
    public required PreviousReference? Previous { get; init; }

    public required BundleCounts Counts { get; init; }

    /// <summary>Every entry but the manifest, in order.</summary>
    public required IReadOnlyList<EntryReference> Entries { get; init; }

    internal const string Calendar = "calendar";

    /// <summary>The manifest's one form: the same statement is always the same bytes.</summary>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", BundleFormat.Schema);
        json.WriteString("engine", Engine);
        json.WriteNumber("season", Season);
        json.WriteNumber("round", Round);
        json.WriteString("cutOff", Day(CutOff));
        json.WriteString("deadline", Day(Deadline));
        if (DeadlineFromCalendar)
        {
            json.WriteString("deadlineFrom", Calendar);
        }

        json.WriteNumber("edition", Edition);
        json.WriteString("supersedes", Supersedes);
        json.WriteStartObject("ruleSet");
        json.WriteString("code", RuleSetCode);
        json.WriteNumber("version", RuleSetVersion);
        json.WriteString("sha256", RuleSetHash);
        json.WriteEndObject();
        json.WriteStartObject("previous");
        json.WriteBoolean("given", Previous is not null);
        if (Previous is not null)
        {
            json.WriteNumber("season", Previous.Season);
            json.WriteNumber("round", Previous.Round);
            json.WriteNumber("edition", Previous.Edition);
            json.WriteString("sha256", Previous.Sha256);
        }

        json.WriteEndObject();
        json.WriteStartObject("counts");
        foreach (var (name, count) in Counts.Named)
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.WriteStartArray("entries");
        foreach (var entry in Entries)
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            json.WriteNumber("size", entry.Size);
            json.WriteString("sha256", entry.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>One entry as the manifest names it.</summary>
public sealed record EntryReference(string Name, long Size, string Sha256);

/// <summary>The previous round's bundle as the manifest names it.</summary>
public sealed record PreviousReference(int Season, int Round, int Edition, string Sha256);

/// <summary>Projects in the data, those that take part, units, and the flags given.</summary>
public sealed record BundleCounts(int Projects, int TakingPart, int Units, int Red, int Yellow, int Snail, int Exempt, int None)
{
    internal IReadOnlyList<(string Name, int Count)> Named =>
    [
        ("projects", Projects), ("takingPart", TakingPart), ("units", Units),
        ("red", Red), ("yellow", Yellow), ("snail", Snail), ("exempt", Exempt), ("none", None),
    ];
}
