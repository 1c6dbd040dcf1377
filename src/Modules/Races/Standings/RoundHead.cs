using Saima.Modules.Races.Disclosures;

namespace Saima.Modules.Races.Standings;

/// <summary>A published round without its documents.</summary>
public sealed record RoundHead
{
    public required long Id { get; init; }

    public required int Season { get; init; }

    public required int Round { get; init; }

    public required int Edition { get; init; }

    /// <summary>Why it corrects the edition before.</summary>
    public string? Reason { get; init; }

    public required DateOnly CutOff { get; init; }

    public required DateOnly Deadline { get; init; }

    public required string RuleSetCode { get; init; }

    public required string RuleSetHash { get; init; }

    public required string BundleHash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required int Projects { get; init; }

    public required int Red { get; init; }

    public required int Yellow { get; init; }

    public required int Snail { get; init; }

    public required int Exempt { get; init; }

    public required int None { get; init; }

    /// <summary>The decision in force about showing it; empty if there is none.</summary>
    public Disclosure? Decision { get; init; }

    /// <summary>Projects by flag code in the order flags are shown.</summary>
    public IReadOnlyList<(string Code, int Count)> Flags => [("red", Red), ("yellow", Yellow), ("snail", Snail), ("none", None), ("exempt", Exempt)];

    public string BundleFile => FormattableString.Invariant($"saima-{Season}-r{Round}-e{Edition}.zip");

    /// <summary>Name of another file of this round.</summary>
    public string FileName(string file) => FormattableString.Invariant($"saima-{Season}-r{Round}-e{Edition}-{file}");
}
