using System.Text.Json;
using System.Text.Json.Serialization;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Objections;

/// <summary>Where a project stands in a round.</summary>
/// <param name="Rank">Inside the lane; empty without a score.</param>
/// <param name="Score">Millionths; empty without one.</param>
/// <param name="Reasons">Codes joined with <c>|</c>.</param>
public sealed record RoundPlace(Flag Flag, string Lane, int? Rank, long? Score, string Reasons);

/// <summary>What a correction does to the round, computed by settling the same data with it.</summary>
/// <param name="Before">In the edition objected to; empty where the project was not in it.</param>
/// <param name="After">With the correction.</param>
/// <param name="OthersMoved">Other projects whose flag, lane or rank differs then.</param>
public sealed record ObjectionEffect(RoundPlace? Before, RoundPlace? After, int OthersMoved)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The effect a decider saw.</summary>
    public static ObjectionEffect? Of(Objection objection)
    {
        ArgumentNullException.ThrowIfNull(objection);
        return objection.Effect is { } json ? JsonSerializer.Deserialize<ObjectionEffect>(json, Json) : null;
    }
}
