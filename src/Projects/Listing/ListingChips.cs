using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Ui.Filters;

namespace Saima.Projects.Listing;

/// <summary>The conditions of a filter as people read them, each with the address of the list without it.</summary>
public static class ListingChips
{
    /// <param name="where">The address of the page under a filter.</param>
    public static IReadOnlyList<Chip> Of(
        SeasonListing listing, ListingFilter filter, IReadOnlyList<ProjectFacet> facets, IReadOnlyDictionary<string, FacetReading> readings, Func<ListingFilter, string> where)
    {
        ArgumentNullException.ThrowIfNull(listing);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(facets);
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(where);
        var first = filter with { Page = 1 };
        var chips = new List<Chip>();
        Add(ListingWords.Search, filter.Search, first with { Search = null });
        Add(ListingWords.Unit, filter.Unit is { } unit ? listing.Units.FirstOrDefault(one => one.Code == unit).Name ?? unit : null, first with { Unit = null });
        Add(ListingWords.Town, filter.Town, first with { Town = null });
        Add(ListingWords.Class, filter.Class is { } known ? Say(ListingWords.ClassOf(known)) : null, first with { Class = null });
        Add(ListingWords.Size, filter.Size is { } size ? SizeBand.All.FirstOrDefault(band => band.Code == size) is { } band ? Say(band.Title) : size : null, first with { Size = null });
        foreach (var (key, value) in filter.Facets)
        {
            var title = readings.GetValueOrDefault(key)?.Values.FirstOrDefault(one => one.Code == value)?.Title;
            Add(facets.Single(facet => facet.Key == key).Title, title is null ? value : Say(title), first with { Facets = filter.Facets.Where(facet => facet.Key != key).ToDictionary() });
        }

        return chips;

        void Add(Phrase label, string? value, ListingFilter without)
        {
            if (value is not null)
            {
                chips.Add(new(Say(label), value, where(without)));
            }
        }
    }

    private static string Say(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
