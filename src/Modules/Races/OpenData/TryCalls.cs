using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Saima.Kernel.Refusals;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>A call of the interface as the page that tries it offers it.</summary>
/// <param name="Template">Address with what is filled in, in braces.</param>
/// <param name="Query">What may be asked besides.</param>
public sealed record TryCall(string Key, Phrase Title, string Template, params string[] Query)
{
    public static IReadOnlyList<TryCall> All { get; } =
    [
        new("rounds", OpenWords.CallRounds, "/api/rounds", "season", "page", "size"),
        new("round", OpenWords.CallRound, "/api/rounds/{season}/{round}"),
        new("standings", OpenWords.CallStandings, "/api/rounds/{season}/{round}/standings", "lane", "flag", "unit", "page", "size"),
        new("units", OpenWords.CallUnits, "/api/rounds/{season}/{round}/units"),
        new("project", OpenWords.CallProject, "/api/rounds/{season}/{round}/projects/{project}"),
        new("package", OpenWords.CallPackage, "/seasons/{season}/rounds/{round}/datapackage.json"),
        new("table", OpenWords.CallTable, "/seasons/{season}/rounds/{round}/data/{table}.csv"),
        new("oc4ids", OpenWords.CallOc4ids, OpenLinks.Oc4ids),
        new("oc4ids-one", OpenWords.CallOc4idsOne, "/open/oc4ids/{project}.json"),
        new("feed", OpenWords.CallFeed, OpenLinks.Feed),
    ];

    /// <summary>What has to be filled in.</summary>
    public IReadOnlyList<string> Parts { get; } = [.. Template.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)])];

    /// <summary>Leads from a form without a script to the address it stands for.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/api/try/{key}", (string key, HttpRequest request) => All.FirstOrDefault(call => call.Key == key) is { } call
            ? Results.LocalRedirect("~" + call.Filled(request.Query)) : Results.NotFound()).WithMetadata(new PublicAttribute());
    }

    private string Filled(IQueryCollection values)
    {
        var path = Parts.Aggregate(Template, (text, part) => text.Replace($"{{{part}}}", Uri.EscapeDataString(values[part].ToString().Trim() is { Length: > 0 } value ? value : "-"), StringComparison.Ordinal));
        return QueryHelpers.AddQueryString(path, Query.Where(name => values[name].ToString().Length > 0).ToDictionary(name => name, name => (string?)values[name].ToString()));
    }
}
