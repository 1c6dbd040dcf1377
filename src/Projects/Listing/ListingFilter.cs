using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Saima.Projects.Listing;

/// <summary>What of a season's projects is asked for, in which order, and which page of it: all of it is in the address, so that it can be saved and shared.</summary>
/// <param name="Facets">Values asked for, by the key of the facet.</param>
/// <param name="Columns">Optional columns that are shown; empty for the usual ones.</param>
public sealed record ListingFilter(
    string? Search, string? Unit, string? Town, string? Class, string? Size, IReadOnlyDictionary<string, string> Facets, ListingOrder Order, bool Descending, int Page, IReadOnlyList<string> Columns)
{
    public const int PageSize = 50;
    private const int LongestSearch = 100;

    /// <summary>Everything, in the usual order and columns.</summary>
    public static ListingFilter Nothing { get; } = new(null, null, null, null, null, new Dictionary<string, string>(), ListingOrder.Project, false, 1, []);

    /// <summary>Without any condition, in the same order and columns.</summary>
    public ListingFilter Widest => Nothing with { Order = Order, Descending = Descending, Columns = Columns };

    public bool IsNarrow => Search is not null || Unit is not null || Town is not null || Class is not null || Size is not null || Facets.Count > 0;

    /// <summary>From the address; what makes no sense is as if it were not there.</summary>
    public static ListingFilter From(IQueryCollection query, IEnumerable<string> facets)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(facets);
        string? Text(string key) => query[key].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestSearch)] : null;
        return new(
            Text("q"), Text("unit"), Text("town"), Text("class"), Text("size"),
            facets.Select(key => (Key: key, Value: Text(key))).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!),
            Enum.TryParse<ListingOrder>(Text("sort"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : ListingOrder.Project,
            Text("dir") == "desc",
            int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
            [.. query["col"].Where(column => !string.IsNullOrEmpty(column)).Select(column => column!).Distinct()]);
    }

    /// <summary>Keys and values for the address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query()
    {
        foreach (var (key, value) in new[] { ("q", Search), ("unit", Unit), ("town", Town), ("class", Class), ("size", Size) }.Concat(Facets.Select(facet => (facet.Key, (string?)facet.Value))))
        {
            if (value is not null)
            {
                yield return new(key, value);
            }
        }

        foreach (var column in Columns)
        {
            yield return new("col", column);
        }

        if (Order != ListingOrder.Project)
        {
            yield return new("sort", Order.ToString().ToLowerInvariant());
        }

        if (Descending)
        {
            yield return new("dir", "desc");
        }

        if (Page > 1)
        {
            yield return new("page", Page.ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>What a list is ordered by.</summary>
public enum ListingOrder
{
    Project,
    Name,
    Unit,
    Total,
    Plan,
    Start,
    Completion,
}
