using System.Text.Json;
using System.Text.Json.Serialization;

namespace Saima.Projects.Imports;

/// <summary>A value is written as an object, or shortly as a column's name.</summary>
internal sealed class ValueJson : JsonConverter<Value>
{
    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new Value { Column = reader.GetString() };
        }

        return Shape.Of(JsonSerializer.Deserialize<Shape>(ref reader, options) ?? throw new JsonException("a value may not be null"));
    }

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
    {
        if (value.Column is { } column)
        {
            writer.WriteStringValue(column);
            return;
        }

        JsonSerializer.Serialize(writer, Shape.From(value), options);
    }

    /// <summary>The same members without the converter, which would call itself for ever.</summary>
    private sealed record Shape(
        string? Column = null, string? Text = null, bool Season = false, bool Member = false, bool Sheet = false,
        IReadOnlyList<Value>? First = null, IReadOnlyList<Value>? Join = null, string? With = null, Value? Hash = null,
        Value? Month = null, Value? Part = null, string? Pattern = null, Value? Pad = null, int? Digits = null, Value? Lookup = null,
        IReadOnlyDictionary<string, string>? In = null, IReadOnlyList<Case>? Case = null, Value? Else = null)
    {
        public static Value Of(Shape s) => new()
        {
            Column = s.Column,
            Text = s.Text,
            Season = s.Season,
            Member = s.Member,
            Sheet = s.Sheet,
            First = s.First,
            Join = s.Join,
            With = s.With,
            Hash = s.Hash,
            Month = s.Month,
            Part = s.Part,
            Pattern = s.Pattern,
            Pad = s.Pad,
            Digits = s.Digits ?? 2,
            Lookup = s.Lookup,
            In = s.In,
            Case = s.Case,
            Else = s.Else,
        };

        public static Shape From(Value v) => new(
            v.Column, v.Text, v.Season, v.Member, v.Sheet, v.First, v.Join, v.With, v.Hash, v.Month, v.Part, v.Pattern, v.Pad,
            v.Pad is null ? null : v.Digits, v.Lookup, v.In, v.Case, v.Else);
    }
}
