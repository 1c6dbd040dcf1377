using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Standings;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>The public projects as an OC4IDS project package: each as the newest round the public may see says of it.</summary>
public static class Oc4idsFiles
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var open = endpoints.MapGroup("/open").WithMetadata(new PublicAttribute(), new RecordedAttribute(RecordLook.Exported));
        PublicApi.Say(open.MapGet("/oc4ids.json", All).Produces<object>(200, "application/json"), OpenWords.CallOc4ids);
        PublicApi.Say(open.MapGet("/oc4ids/{project}.json", One).Produces<object>(200, "application/json"), OpenWords.CallOc4idsOne);
    }

    private static Task<IResult> All(HttpContext http, SaimaDb db, RoundStandings standings, PublicAddress about, CancellationToken cancel) => Answer(http, db, standings, about, null, cancel);

    private static Task<IResult> One(string project, HttpContext http, SaimaDb db, RoundStandings standings, PublicAddress about, CancellationToken cancel) => Answer(http, db, standings, about, project, cancel);

    private static async Task<IResult> Answer(HttpContext http, SaimaDb db, RoundStandings standings, PublicAddress about, string? only, CancellationToken cancel)
    {
        var rounds = await standings.Rounds(cancel);
        // The newest round of each season: whoever is no longer in the race is as the last round of theirs left them.
        var heads = rounds.InForce.DistinctBy(head => head.Season).ToList();
        var root = about.Root(http.Request).AbsoluteUri;
        if (heads.Count == 0)
        {
            return Tagged.Missing(rounds.Withdrawn.Count > 0);
        }

        if (Tagged.IsKnown(http, $"oc4ids {only} {root} {string.Join(' ', heads.Select(head => head.BundleHash))}"))
        {
            return Tagged.NotModified;
        }

        var (projects, known) = (new JsonArray(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var head in heads)
        {
            foreach (var facts in await Read(db, head, cancel))
            {
                if ((only is null || facts.Project["id"] == only) && known.Add(facts.Project["id"]))
                {
                    projects.Add(Oc4idsProject.Write(head, facts, about.Prefix, path => about.Full(http.Request, path)));
                }
            }
        }

        return projects.Count == 0 ? Tagged.Missing(gone: false) : Results.Text(new JsonObject
        {
            ["uri"] = about.Full(http.Request, only is null ? OpenLinks.Oc4ids : OpenLinks.Oc4idsOf(only)),
            ["publishedDate"] = Oc4idsProject.Moment(heads.Max(head => head.PublishedAt)),
            ["version"] = "0.9",
            ["publisher"] = new JsonObject { ["name"] = about.Publisher, ["uri"] = root },
            ["license"] = about.Licence,
            ["publicationPolicy"] = about.Full(http.Request, OpenLinks.Open),
            ["projects"] = projects,
        }.ToJsonString(Json), "application/json", System.Text.Encoding.UTF8);
    }

    private static async Task<IReadOnlyList<ProjectFacts>> Read(SaimaDb db, RoundHead head, CancellationToken cancel)
    {
        using var tables = await RoundTables.Open(db, head, cancel);
        var projects = tables.Rows("data/projects.csv").ToDictionary(row => row["id"], StringComparer.Ordinal);
        var units = tables.Rows("data/units.csv").ToDictionary(row => row["code"], row => row["name"], StringComparer.Ordinal);
        var milestones = tables.Rows("data/milestones.csv").ToLookup(row => row["project"], StringComparer.Ordinal);
        return [.. tables.Rows("standings.csv").OrderBy(row => row["project"], StringComparer.Ordinal).Select(row => new ProjectFacts(
            projects[row["project"]], row, [.. milestones[row["project"]].OrderBy(one => one["planned_on"], StringComparer.Ordinal)], units.GetValueOrDefault(projects[row["project"]]["unit"], projects[row["project"]]["unit"])))];
    }
}
