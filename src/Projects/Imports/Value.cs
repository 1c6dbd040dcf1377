using System.Text.Json.Serialization;

namespace Saima.Projects.Imports;

/// <summary>How a field gets its value: exactly one of the ways below. A bare text in the file is a column's name.</summary>
[JsonConverter(typeof(ValueJson))]
public sealed record Value
{
    /// <summary>Column or family of the source, or a value of <see cref="Mapping.Cells"/>.</summary>
    public string? Column { get; init; }

    /// <summary>The same text for every row.</summary>
    public string? Text { get; init; }

    /// <summary>The season's year.</summary>
    public bool Season { get; init; }

    /// <summary>Name of the family's member, e.g. <c>3</c> for the column 3月.</summary>
    public bool Member { get; init; }

    /// <summary>Sheet the row stands on.</summary>
    public bool Sheet { get; init; }

    /// <summary>The first that is known.</summary>
    public IReadOnlyList<Value>? First { get; init; }

    /// <summary>Parts put together with <see cref="With"/>; unknown if any part is.</summary>
    public IReadOnlyList<Value>? Join { get; init; }

    public string? With { get; init; }

    /// <summary>Eight hexadecimal digits of the SHA-256 of the text without case and repeated spaces: a short key for a long description.</summary>
    public Value? Hash { get; init; }

    /// <summary>Month of a date, <c>yyyy-MM</c>.</summary>
    public Value? Month { get; init; }

    /// <summary>What the first group of <see cref="Pattern"/> finds.</summary>
    public Value? Part { get; init; }

    public string? Pattern { get; init; }

    /// <summary>Number filled with zeros to this many digits.</summary>
    public Value? Pad { get; init; }

    public int Digits { get; init; } = 2;

    /// <summary>Words of the source → words of the package.</summary>
    public Value? Lookup { get; init; }

    public IReadOnlyDictionary<string, string>? In { get; init; }

    /// <summary>The first case whose conditions hold.</summary>
    public IReadOnlyList<Case>? Case { get; init; }

    /// <summary>Where no case holds or no word is found.</summary>
    public Value? Else { get; init; }
}

public sealed record Case
{
    [JsonRequired]
    public IReadOnlyList<Condition> When { get; init; } = [];

    [JsonRequired]
    public Value Then { get; init; } = new();
}

/// <summary>A condition on one value; every part that is given must hold.</summary>
public sealed record Condition
{
    [JsonRequired]
    public Value Value { get; init; } = new();

    /// <summary>Whether the value is known.</summary>
    public bool? Known { get; init; }

    /// <summary>One of these words, to the letter.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>A regular expression that finds something in it.</summary>
    public string? Matches { get; init; }

    /// <summary>Year of a date or month: a number, or <c>season</c>.</summary>
    public string? Year { get; init; }

    /// <summary>A number not below this.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>A number below this.</summary>
    public decimal? Below { get; init; }

    /// <summary>A date not after that value.</summary>
    public Value? NotAfter { get; init; }
}
