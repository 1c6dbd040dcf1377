namespace Saima.Bench;

/// <summary>The round that everybody settles: the sixth, which counts all twelve months. No previous round is given.</summary>
internal static class RoundUnderTest
{
    public const int Season = 2023;
    public const int Round = 6;

    /// <summary>Fifth working day after 31 December 2023, with 1 January off.</summary>
    public static readonly DateOnly Deadline = new(2024, 1, 8);

    /// <summary>The peer's SQL for this round.</summary>
    public static string Sql(string peer, string folder, string target) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", peer + ".sql"))
            .Replace("$dir", folder, StringComparison.Ordinal)
            .Replace("$out", target, StringComparison.Ordinal)
            .Replace("$cutoff", "2023-12-31", StringComparison.Ordinal)
            .Replace("$opening", "2023-11-01", StringComparison.Ordinal)
            .Replace("$deadline", "2024-01-08", StringComparison.Ordinal)
            .Replace("$january", "2023-01", StringComparison.Ordinal)
            .Replace("$december", "2023-12", StringComparison.Ordinal)
            .Replace("$month", "2023-12", StringComparison.Ordinal)
            .Replace("$year", "2023", StringComparison.Ordinal)
            .Replace("$m", "12", StringComparison.Ordinal);
}
