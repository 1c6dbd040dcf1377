using System.Globalization;
using Saima.Kernel.Chinese;

namespace Saima.Projects.Listing;

/// <summary>The current projects of a season in memory, read-only: a search through a hundred thousand of them takes milliseconds, on whichever database.</summary>
public sealed class SeasonListing
{
    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
    private readonly Lazy<int[]>[] orders;

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
        var words = TraditionalChinese.Simplified(filter.Search ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new List<ListedProject>();
        foreach (var at in orders[(int)filter.Order].Value)
        {
            var project = Projects[at];
            if ((filter.Unit is null || project.Unit == filter.Unit)
                && (filter.Town is null || project.Town == filter.Town)
                && (filter.Class is null || project.Class == filter.Class)
                && (filter.Size is null || band?.Holds(project.TotalInvestment) is true)
                && filter.Facets.All(wanted => facets.TryGetValue(wanted.Key, out var reading) && reading.ByProject.GetValueOrDefault(project.Project) == wanted.Value)
                && Array.TrueForAll(words, word => Says(project, word)))
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

    private static bool Says(ListedProject project, string word) =>
        project.Haystack.Contains(word, StringComparison.Ordinal) || (word.All(char.IsAsciiLetterLower) && PinyinInitials.Match(project.Initials, word));

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
