using Microsoft.AspNetCore.Http;
using Saima.Kernel.Data;

namespace Saima.Projects.Listing;

/// <summary>What an address of the desk asks for, and the projects that fit: the list, the chart and the map show the same ones.</summary>
/// <param name="Seasons">Seasons that have projects, the newest first.</param>
/// <param name="Readings">What the facets say, by key.</param>
/// <param name="All">Every project that fits, in the order asked for.</param>
public sealed record FoundProjects(
    IReadOnlyList<int> Seasons, SeasonListing Listing, ListingFilter Filter, IReadOnlyDictionary<string, FacetReading> Readings, IReadOnlyList<ListedProject> All)
{
    public int Pages => Math.Max(1, (All.Count + ListingFilter.PageSize - 1) / ListingFilter.PageSize);

    public int Page => Math.Min(Filter.Page, Pages);

    /// <summary>The projects of the page asked for, or of the last there is.</summary>
    public IReadOnlyList<ListedProject> OnPage => [.. All.Skip((Page - 1) * ListingFilter.PageSize).Take(ListingFilter.PageSize)];

    /// <summary>The flag of a project where a module lends one.</summary>
    public string? FlagOf(IReadOnlyList<ProjectFacet> facets, string project)
    {
        ArgumentNullException.ThrowIfNull(facets);
        return facets.FirstOrDefault(facet => facet.IsFlag) is { } flag ? Readings[flag.Key].ByProject.GetValueOrDefault(project) : null;
    }

    /// <param name="season">Empty for the newest.</param>
    /// <returns>Nothing if the register does not have the season.</returns>
    public static async Task<FoundProjects?> Read(SaimaDb db, Listings listings, HttpContext http, int? season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(listings);
        ArgumentNullException.ThrowIfNull(http);
        var seasons = await Listings.Seasons(db, cancel);
        if (seasons.Count == 0 || (season is { } asked && !seasons.Contains(asked)))
        {
            return null;
        }

        var filter = ListingFilter.From(http.Request.Query, listings.Facets.Select(facet => facet.Key));
        var listing = await listings.Of(db, season ?? seasons[0], cancel);
        var readings = await listings.Readings(db, listing.Season, cancel);
        var found = new FoundProjects(seasons, listing, filter, readings, listing.Find(filter, readings));
        return found with { Filter = filter with { Page = found.Page } };
    }
}
