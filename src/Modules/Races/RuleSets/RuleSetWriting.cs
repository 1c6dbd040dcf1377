using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Writes a rule set in its canonical form: members in the order of the schema, two blanks of indentation, LF, numbers without idle zeros.</summary>
internal static class RuleSetWriting
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(RuleSetDocument document)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
            WriteDocument(json, document);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteDocument(Utf8JsonWriter json, RuleSetDocument document)
    {
        var rules = document.Rules;
        json.WriteStartObject();
        json.WriteString("format", RuleSetReading.Format);
        json.WriteString("code", document.Code);
        json.WriteNumber("version", document.Version);
        WriteTexts(json, "title", document.Title);
        json.WriteString("issuer", document.Issuer);
        json.WriteString("documentNo", document.DocumentNo);
        json.WriteString("effectiveFrom", Day(document.EffectiveFrom));
        if (document.EffectiveTo is { } to)
            json.WriteString("effectiveTo", Day(to));
        if (document.Supersedes is { } old)
        {
            json.WriteStartObject("supersedes");
            json.WriteString("code", old.Code);
            json.WriteNumber("version", old.Version);
            json.WriteEndObject();
        }

        json.WriteNumber("deadlineWorkingDays", rules.DeadlineWorkingDays);
        json.WriteString("overdueFromLevel", string.Create(CultureInfo.InvariantCulture, $"L{rules.OverdueFromLevel}"));
        WriteList(json, "lanes", rules.Lanes, lane =>
        {
            json.WriteString("code", lane.Code);
            WriteTexts(json, "title", lane.Title);
        });
        WriteList(json, "laneChoice", rules.LaneChoice, choice =>
        {
            json.WriteString("lane", rules.Lanes[choice.Lane].Code);
            WriteWhen(json, choice.When);
        });
        WriteList(json, "flagRows", rules.FlagRows, row =>
        {
            json.WriteString("flag", RuleWords.Of(row.Flag));
            json.WriteString("code", row.Code);
            WriteWhen(json, row.When);
            WriteTexts(json, "sentence", row.Title);
        });
        WriteList(json, "measures", rules.Measures, measure =>
        {
            json.WriteString("code", measure.Code);
            WriteTexts(json, "title", measure.Title);
            json.WriteNumber("weight", measure.Weight);
            WriteList(json, "cases", measure.Cases, one => WriteCase(json, one));
        });
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> entries, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCase(Utf8JsonWriter json, MeasureCase one)
    {
        WriteWhen(json, one.When);
        json.WritePropertyName("points");
        if (one.Points is not { } curve)
        {
            json.WriteNullValue();
            return;
        }

        if (curve.Metric is not { } metric)
        {
            WriteMillionths(json, curve.Corners[0].Y);
            return;
        }

        json.WriteStartObject();
        json.WriteString("metric", RuleWords.Of(metric));
        json.WriteStartArray("corners");
        foreach (var corner in curve.Corners)
        {
            json.WriteStartArray();
            WriteMillionths(json, corner.X);
            WriteMillionths(json, corner.Y);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWhen(Utf8JsonWriter json, Condition? when)
    {
        if (when is null)
            return;
        json.WritePropertyName("when");
        WriteCondition(json, when);
    }

    private static void WriteCondition(Utf8JsonWriter json, Condition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case Condition.All all:
                WriteParts(json, "all", all.Parts);
                break;
            case Condition.Any any:
                WriteParts(json, "any", any.Parts);
                break;
            case Condition.Not { Part: Condition.Defined undefined }:
                json.WriteString("metric", RuleWords.Of(undefined.Metric));
                json.WriteBoolean("defined", false);
                break;
            case Condition.Not not:
                json.WritePropertyName("not");
                WriteCondition(json, not.Part);
                break;
            case Condition.Defined defined:
                json.WriteString("metric", RuleWords.Of(defined.Metric));
                json.WriteBoolean("defined", true);
                break;
            case Condition.Within within:
                WriteBounds(json, within);
                break;
            case Condition.Is state:
                json.WriteString("is", RuleWords.Of(state.State));
                break;
            case Condition.OfClass one:
                json.WriteString("class", RuleWords.Of(one.Class));
                break;
            case Condition.PreviousFlag flag:
                json.WriteString("previousFlag", RuleWords.Of(flag.Flag));
                break;
            case Condition.PreviousReason reason:
                json.WriteString("previousReason", reason.Code);
                break;
            case Condition.WouldBe would:
                json.WriteString("wouldBe", RuleWords.Of(would.Flag));
                break;
            case Condition.Found found:
                json.WriteString("found", found.Kind);
                break;
            default:
                throw new InvalidOperationException($"{condition.GetType().Name} has no written form.");
        }

        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, string name, IReadOnlyList<Condition> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
            WriteCondition(json, part);
        json.WriteEndArray();
    }

    private static void WriteBounds(Utf8JsonWriter json, Condition.Within within)
    {
        json.WriteString("metric", RuleWords.Of(within.Metric));
        if (within.Lower is { } same && within.Lower == within.Upper)
        {
            json.WritePropertyName("equals");
            WriteMillionths(json, same.Value);
            return;
        }

        if (within.Lower is { } lower)
        {
            json.WritePropertyName(lower.Inclusive ? "atLeast" : "above");
            WriteMillionths(json, lower.Value);
        }

        if (within.Upper is { } upper)
        {
            json.WritePropertyName(upper.Inclusive ? "atMost" : "below");
            WriteMillionths(json, upper.Value);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        json.WriteStartObject(name);
        foreach (var (language, text) in texts.OrderBy(text => text.Key == "zh-Hans" ? 0 : 1).ThenBy(text => text.Key, StringComparer.Ordinal))
            json.WriteString(language, text);
        json.WriteEndObject();
    }

    // Division of decimals leaves no idle zeros.
    private static void WriteMillionths(Utf8JsonWriter json, long value) => json.WriteNumberValue(value / 1_000_000m);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
