using Saima.Kernel.Refusals;
using Saima.Projects.Listing;
using Saima.Ui.Charts;
using Saima.Ui.Figures;
using Saima.Ui.Flags;

namespace Saima.Projects.Charts;

/// <summary>One project in a chart.</summary>
/// <param name="Flag">Code of its flag; empty if it has none.</param>
/// <param name="Done">元 this year; empty without reports.</param>
public sealed record ChartedProject(ListedProject Project, string? Flag, long? Done)
{
    /// <summary>Percent of the annual plan.</summary>
    public decimal? Rate => Done is { } done && Project.AnnualPlan > 0 ? Math.Round(100m * done / Project.AnnualPlan, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>Projects of one unit, town or class.</summary>
/// <param name="Filter">The list of them.</param>
/// <param name="Plans">Annual plans by flag's code, 元; under an empty code those without.</param>
public sealed record ChartedGroup(string Title, ListingFilter Filter, int Projects, long Plan, long Done, IReadOnlyDictionary<string, long> Plans);

/// <summary>The figures of the desk's charts: of the projects that fit a filter, and nothing else.</summary>
public sealed class ProjectFigures
{
    /// <summary>More points than that nobody can tell apart; the largest are drawn.</summary>
    public const int MostPoints = 3000;
    public const int MostGroups = 30;

    private readonly FoundProjects _found;

    public ProjectFigures(FoundProjects found, IReadOnlyList<ProjectFacet> facets, IReadOnlyDictionary<string, long> done)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(done);
        _found = found;
        var flag = facets.FirstOrDefault(facet => facet.IsFlag);
        var flags = flag is null ? null : found.Readings[flag.Key].ByProject;
        Planned = [.. found.All.Where(project => project.AnnualPlan > 0)
            .Select(project => new ChartedProject(project, flags?.GetValueOrDefault(project.Project), done.TryGetValue(project.Project, out var yuan) ? yuan : null))
            .OrderByDescending(one => one.Project.AnnualPlan)];
        Codes = [.. FlagWords.Codes.Append("").Where(code => Planned.Any(one => (one.Flag ?? "") == code))];
    }

    /// <summary>The ways projects are put together.</summary>
    public static IReadOnlyList<(string Code, Phrase Title)> Ways { get; } = [("unit", ListingWords.Unit), ("town", ListingWords.Town), ("class", ListingWords.Class)];

    /// <summary>Projects with a plan for the year, the largest first.</summary>
    public IReadOnlyList<ChartedProject> Planned { get; }

    /// <summary>Codes of the flags there are, in their order; an empty one for projects without.</summary>
    public IReadOnlyList<string> Codes { get; }

    public static Phrase TitleOf(string code) => code.Length == 0 ? ChartWords.NoFlag : FlagWords.Of(code);

    /// <summary>Units, towns or classes, the largest plan first.</summary>
    public IReadOnlyList<ChartedGroup> Groups(string way, Func<Phrase, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return
        [
            .. Planned.GroupBy(one => way switch { "town" => one.Project.Town ?? "", "class" => one.Project.Class, _ => one.Project.Unit })
                .Select(group => new ChartedGroup(
                    way switch { "town" => group.Key.Length > 0 ? Written.Name(group.Key) : say(ChartWords.NoTown), "class" => say(ListingWords.ClassOf(group.Key)), _ => Written.Name(group.First().Project.UnitName) },
                    way switch { "town" => group.Key.Length > 0 ? _found.Filter with { Town = group.Key, Page = 1 } : _found.Filter, "class" => _found.Filter with { Class = group.Key, Page = 1 }, _ => _found.Filter with { Unit = group.Key, Page = 1 } },
                    group.Count(),
                    group.Sum(one => one.Project.AnnualPlan),
                    group.Sum(one => one.Done ?? 0),
                    group.GroupBy(one => one.Flag ?? "").ToDictionary(flag => flag.Key, flag => flag.Sum(one => one.Project.AnnualPlan))))
                .OrderByDescending(group => group.Plan).ThenBy(group => group.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>Each project by its plan and how much of it is done.</summary>
    public ChartFigures Scatter(Func<Phrase, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var points = Planned.Where(one => one.Rate is not null).Take(MostPoints).ToList();
        return new("scatter", $"{say(ListingWords.Plan)} ({say(Written.AmountUnit)})", say(ChartWords.Rate) + " (%)")
        {
            Line = 100,
            Series = [.. Codes.Select(code => new ChartSeries(code, say(TitleOf(code)))
            {
                Points = [.. points.Where(one => (one.Flag ?? "") == code).Select(one => new ChartPoint(
                    (decimal)one.Project.AnnualPlan / Written.AmountWorth, one.Rate!.Value, Written.Name(one.Project.Name), ProjectsLinks.Project(_found.Listing.Season, one.Project.Project)))],
            })],
        };
    }

    /// <summary>Plans of units, towns or classes, by flag.</summary>
    public ChartFigures Bars(string way, Func<Phrase, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var groups = Groups(way, say).Take(MostGroups).ToList();
        return new("bars", $"{say(ListingWords.Plan)} ({say(Written.AmountUnit)})", say(Ways.Single(one => one.Code == way).Title))
        {
            Rows = [.. groups.Select(group => new ChartRow(group.Title, ProjectsLinks.List(_found.Listing.Season, group.Filter)))],
            Series = [.. Codes.Select(code => new ChartSeries(code, say(TitleOf(code))) { Values = [.. groups.Select(group => (decimal)group.Plans.GetValueOrDefault(code) / Written.AmountWorth)] })],
        };
    }
}
