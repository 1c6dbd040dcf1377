using Saima.Kernel.Refusals;

namespace Saima.Projects.Listing;

/// <summary>A column people may show or hide.</summary>
/// <param name="Usual">Shown if nobody chose.</param>
public sealed record ListingColumn(string Key, Phrase Title, bool Usual, bool Number = false, ListingOrder? Order = null);

/// <summary>The columns of the list; the project itself is always shown.</summary>
public static class ListingColumns
{
    public static IReadOnlyList<ListingColumn> Own { get; } =
    [
        new("unit", ListingWords.Unit, true, Order: ListingOrder.Unit),
        new("town", ListingWords.Town, false),
        new("class", ListingWords.Class, true),
        new("code", ListingWords.Code, false),
        new("total", ListingWords.Total, true, Number: true, ListingOrder.Total),
        new("plan", ListingWords.Plan, true, Number: true, ListingOrder.Plan),
        new("start", ListingWords.Start, true, Order: ListingOrder.Start),
        new("completion", ListingWords.Completion, true, Order: ListingOrder.Completion),
    ];

    /// <summary>Own columns and one for each facet.</summary>
    public static IReadOnlyList<ListingColumn> All(IEnumerable<ProjectFacet> facets) => [.. Own, .. facets.Select(facet => new ListingColumn(facet.Key, facet.Title, true))];

    public static IReadOnlyList<ListingColumn> Shown(IReadOnlyList<ListingColumn> all, ListingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var chosen = all.Where(column => filter.Columns.Contains(column.Key)).ToList();
        return chosen.Count > 0 ? chosen : [.. all.Where(column => column.Usual)];
    }
}
