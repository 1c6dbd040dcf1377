namespace Saima.Engines.Scoring;

/// <summary>How large a rule set may be; inside these every product of the rules is exact and every reason has a bit.</summary>
public static class RuleLimits
{
    /// <summary>Flag rows: one bit each in <see cref="Settlement.Reasons"/>.</summary>
    public const int FlagRows = 64;

    /// <summary>Lanes.</summary>
    public const int Lanes = 255;

    /// <summary>Measures.</summary>
    public const int Measures = 64;

    /// <summary>Weight of one measure.</summary>
    public const int Weight = 1_000_000;

    /// <summary>Points of one measure, millionths: 1,000,000 points.</summary>
    public const long LargestPoints = 1_000_000_000_000;

    /// <summary>Different kinds of findings and previous reason codes asked for, taken together.</summary>
    public const int NamedFacts = 40;

    /// <summary>How deep conditions may be nested.</summary>
    public const int Depth = 32;
}
