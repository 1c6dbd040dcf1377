using Saima.Kernel.Refusals;

namespace Saima.Projects.Listing;

/// <summary>投资规模: a band of total investment.</summary>
/// <param name="Code">As in addresses.</param>
/// <param name="From">元, at least.</param>
/// <param name="Below">元, less than.</param>
public sealed record SizeBand(string Code, Phrase Title, long From, long Below)
{
    private const long HundredMillion = 100_000_000;

    public static IReadOnlyList<SizeBand> All { get; } =
    [
        new("0-1", new("1 亿元以下", "below 100 million"), long.MinValue, HundredMillion),
        new("1-5", new("1–5 亿元", "100–500 million"), HundredMillion, 5 * HundredMillion),
        new("5-10", new("5–10 亿元", "500 million–1 billion"), 5 * HundredMillion, 10 * HundredMillion),
        new("10-50", new("10–50 亿元", "1–5 billion"), 10 * HundredMillion, 50 * HundredMillion),
        new("50-", new("50 亿元及以上", "5 billion and more"), 50 * HundredMillion, long.MaxValue),
    ];

    public bool Holds(long totalInvestment) => totalInvestment >= From && totalInvestment < Below;
}
