using System.Globalization;

namespace Saima.Modules.Races.Cohorts;

/// <summary>The lists of a comparison by the name they have in addresses.</summary>
public static class CohortLists
{
    public const int PageSize = 50;

    public static IReadOnlyList<string> All { get; } = ["joined", "left", "moved", "unranked"];

    /// <summary>The list somebody asked for; the first for what is none.</summary>
    public static string Known(string? asked) => asked is not null && All.Contains(asked, StringComparer.Ordinal) ? asked : All[0];

    public static IReadOnlyList<CohortChange> Of(CohortComparison comparison, string which)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return which switch
        {
            "left" => comparison.Left,
            "moved" => comparison.Moved,
            "unranked" => comparison.Unranked,
            _ => comparison.Joined,
        };
    }

    public static string At(string address, string which, int page) => string.Create(CultureInfo.InvariantCulture, $"{address}?moved={which}{(page > 1 ? $"&page={page}" : "")}#changes");
}
