using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Saima.Projects.Listing;

namespace Saima.Projects;

/// <summary>Addresses of the projects desk.</summary>
public static class ProjectsLinks
{
    public const string Register = "/projects";

    public static string List(int season, ListingFilter filter) => Text($"/projects/{season}") + Query(filter);

    public static string Season(int season) => Text($"/projects/{season}");

    public static string Workbook(int season, ListingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Text($"/projects/{season}.xlsx") + Query(filter with { Page = 1 });
    }

    public static string Chart(int season, ListingFilter filter, string? by = null) => Text($"/projects/{season}/chart") + Query(filter, by is null ? null : ("by", by));

    /// <summary>Figures of the charts.</summary>
    public static string ChartFigures(int season, ListingFilter filter, string kind, string by) => Text($"/projects/{season}/chart/{kind}.json") + Query(filter, ("by", by));

    public static string Map(int season, ListingFilter filter) => Text($"/projects/{season}/map") + Query(filter);

    /// <summary>Points of the map.</summary>
    public static string MapPoints(int season, ListingFilter filter) => Text($"/projects/{season}/map.json") + Query(filter);

    public static string Layer(string name) => $"/map/layers/{Uri.EscapeDataString(name)}.geojson";

    public static string Place(int season, string project) => Project(season, project) + "/place";

    public static string Views(int season) => Text($"/projects/{season}/views");

    public static string Project(int season, string project) => Text($"/projects/{season}/{Uri.EscapeDataString(project)}");

    public static string Edit(int season, string project) => Project(season, project) + "/edit";

    public static string Plan(int season, string project) => Project(season, project) + "/plan";

    public static string Create(int season) => Text($"/projects/create?season={season}");

    public const string Import = "/import";

    public static string Upload(Guid id) => Text($"/import/{id}");

    public static string UploadProblems(Guid id, int page) => Text($"/import/{id}?page={page}") + "#problems";

    public static string Annotated(Guid id) => Text($"/import/{id}/annotated.xlsx");

    public static string Mapping(Guid id) => Text($"/import/{id}/mapping.json");

    public static string WholeRegister(int season) => Text($"/import/season/{season}.xlsx");

    public static string AddFact(int season, string? project, string table) => Facts(season, project, table) + "/add";

    public static string EditFact(int season, string? project, string table, string key) => Facts(season, project, table) + "/edit" + new QueryBuilder { { "key", key } };

    public static string Units(int season) => Text($"/units/{season}");

    /// <summary>A unit, or the list of them, after it was saved.</summary>
    public static string FactSaved(int season, string? project, long? change) =>
        project is null ? Units(season) + (change is { } number ? Text($"?saved={number}") : "?saved=none") : Saved(season, project, change);

    private static string Facts(int season, string? project, string table) => project is null ? Units(season) : $"{Project(season, project)}/{table}";

    public const string Changes = "/changes";

    public static string Change(long id) => Text($"/changes/{id}");

    /// <summary>The project after it was saved; the change can be undone there.</summary>
    public static string Saved(int season, string project, long? change) => Project(season, project) + (change is { } number ? Text($"?saved={number}") : "?saved=none");

    /// <summary>What follows the question mark, with it; empty if nothing is asked for.</summary>
    public static string Query(ListingFilter filter) => Query(filter, null);

    private static string Query(ListingFilter filter, (string Key, string Value)? more)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new QueryBuilder(filter.Query());
        if (more is { } pair)
        {
            query.Add(pair.Key, pair.Value);
        }

        return query.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
