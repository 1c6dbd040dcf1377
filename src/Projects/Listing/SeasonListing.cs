using System.Globalization;
using System.Runtime.CompilerServices;
using Saima.Kernel.Chinese;

namespace Saima.Projects.Listing;

/// <summary>The current projects of a season in memory, read-only: a search through a hundred thousand of them takes milliseconds, on whichever database.</summary>
public sealed class SeasonListing
{
    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
    private readonly Lazy<int[]>[] orders;
    private readonly ConditionalWeakTable<FacetReading, string?[]> aligned = [];

    public SeasonListing(int season, long change, IEnumerable<ListedProject> projects)
    {
        (Season, Change) = (season, change);
        Projects = [.. projects.OrderBy(project => project.Project, StringComparer.Ordinal)];
        ByCode = Projects.ToDictionary(project => project.Project, StringComparer.Ordinal);
        Units = [.. Projects.GroupBy(project => (project.Unit, project.UnitName)).Select(unit => (unit.Key.Unit, unit.Key.UnitName, unit.Count())).OrderBy(unit => unit.UnitName, Pinyin.GetStringComparer(CompareOptions.None))];
        Towns = [.. Projects.Select(project => project.Town).OfType<string>().Distinct().Order(Pinyin.GetStringComparer(CompareOptions.None))];
        orders = [.. Enum.GetValues<ListingOrder>().Select(order => new Lazy<int[]>(() => Sorted(order)))];
    }

    public int Season { get; }

    /// <summary>The last change of the register that is in it.</summary>
    public long Change { get; }

    public IReadOnlyList<ListedProject> Projects { get; }

    public IReadOnlyDictionary<string, ListedProject> ByCode { get; }

    /// <summary>Units that have projects, by pinyin.</summary>
    public IReadOnlyList<(string Code, string Name, int Projects)> Units { get; }

    public IReadOnlyList<string> Towns { get; }

    /// <summary>The projects a filter lets through, in its order.</summary>
    /// <param name="facets">What the facets say, by key.</param>
    public IReadOnlyList<ListedProject> Find(ListingFilter filter, IReadOnlyDictionary<string, FacetReading> facets)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(facets);
        var band = filter.Size is null ? null : SizeBand.All.FirstOrDefault(band => band.Code == filter.Size);
        var search = new NameSearch(filter.Search);
        var wanted = filter.Facets.Select(one => (Values: facets.TryGetValue(one.Key, out var reading) ? aligned.GetValue(reading, Align) : null, one.Value)).ToList();
        if (wanted.Any(one => one.Values is null) || (filter.Size is not null && band is null))
        {
            return [];
        }

        var found = new List<ListedProject>();
        foreach (var at in orders[(int)filter.Order].Value)
        {
            var project = Projects[at];
            if ((filter.Unit is null || project.Unit == filter.Unit)
                && (filter.Town is null || project.Town == filter.Town)
                && (filter.Class is null || project.Class == filter.Class)
                && (band is null || band.Holds(project.TotalInvestment))
                && Has(wanted, at)
                && search.Finds(project.Haystack, project.Initials))
            {
                found.Add(project);
            }
        }

        if (filter.Descending)
        {
            found.Reverse();
        }

        return found;
    }

    private static bool Has(List<(string?[]? Values, string Value)> wanted, int at)
    {
        foreach (var (values, value) in wanted)
        {
            if (values![at] != value)
            {
                return false;
            }
        }

        return true;
    }

    // A value for each project in their order: a filter then compares and looks nothing up.
    private string?[] Align(FacetReading reading) => [.. Projects.Select(project => reading.ByProject.GetValueOrDefault(project.Project))];

    private int[] Sorted(ListingOrder order)
    {
        var rows = Enumerable.Range(0, Projects.Count);
        return order switch
        {
            ListingOrder.Name => [.. rows.OrderBy(at => Pinyin.GetSortKey(Projects[at].Name), Comparer<SortKey>.Create(SortKey.Compare))],
            ListingOrder.Unit => [.. rows.OrderBy(at => Pinyin.GetSortKey(Projects[at].UnitName), Comparer<SortKey>.Create(SortKey.Compare))],
            ListingOrder.Total => [.. rows.OrderBy(at => Projects[at].TotalInvestment)],
            ListingOrder.Plan => [.. rows.OrderBy(at => Projects[at].AnnualPlan)],
            ListingOrder.Start => [.. rows.OrderBy(at => Projects[at].StartedOn ?? Projects[at].PlannedStart ?? DateOnly.MaxValue)],
            ListingOrder.Completion => [.. rows.OrderBy(at => Projects[at].CompletedOn ?? Projects[at].PlannedCompletion ?? DateOnly.MaxValue)],
            _ => [.. rows],
        };
    }
}

file static class Collation
{
    public static IComparer<string> GetStringComparer(this CompareInfo compare, CompareOptions options) => Comparer<string>.Create((one, other) => compare.Compare(one, other, options));
}
