using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Standings;
using Saima.Projects.Packages;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>Each round as a Data Package: its description, its tables one by one, and all of it as a zip.</summary>
public static class PackageDownloads
{
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var round = endpoints.MapGroup("/seasons/{season:int}/rounds/{round:int}").WithMetadata(new PublicAttribute(), new RecordedAttribute(RecordLook.Exported));
        PublicApi.Say(round.MapGet("/datapackage.json", Describe).Produces<object>(200, "application/json"), OpenWords.CallPackage);
        PublicApi.Say(round.MapGet("/datapackage.zip", Whole).Produces<byte[]>(200, "application/zip"), OpenWords.CallPackageZip);
        PublicApi.Say(round.MapGet("/data/{table}.csv", Table).Produces<string>(200, "text/csv"), OpenWords.CallTable);
    }

    private static Task<IResult> Describe(int season, int round, HttpContext http, RoundStandings standings, SaimaDb db, PublicAddress about, CancellationToken cancel) =>
        Answer(new(http, standings, db, season, round), "description", (head, rules, tables) => Results.Bytes(RoundPackage.Describe(head, rules, tables, about), "application/json; charset=utf-8"), cancel);

    private static Task<IResult> Whole(int season, int round, HttpContext http, RoundStandings standings, SaimaDb db, PublicAddress about, CancellationToken cancel) =>
        Answer(new(http, standings, db, season, round), "zip", (head, rules, tables) =>
        {
            using var into = new MemoryStream();
            using (var zip = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true))
            {
                Add(zip, RoundPackage.Description, RoundPackage.Describe(head, rules, tables, about));
                foreach (var entry in TableSchemas.Of(rules).Select(table => table.Entry))
                {
                    if (tables.Bytes(entry) is { } content)
                    {
                        Add(zip, entry, content);
                    }
                }
            }

            return Results.Bytes(into.ToArray(), "application/zip", head.FileName("datapackage.zip"));
        }, cancel);

    private static Task<IResult> Table(int season, int round, string table, HttpContext http, RoundStandings standings, SaimaDb db, CancellationToken cancel) =>
        PackageTable.All.Any(one => one.Name == table)
            ? Answer(new(http, standings, db, season, round), table, (head, _, tables) => tables.Bytes($"data/{table}.csv") is { } content
                ? Results.Bytes(content, "text/csv; charset=utf-8", head.FileName($"{table}.csv")) : Tagged.Missing(gone: false), cancel)
            : Task.FromResult(Tagged.Missing(gone: false));

    private static async Task<IResult> Answer(Asked asked, string what, Func<RoundHead, RuleSet, RoundTables, IResult> make, CancellationToken cancel)
    {
        var rounds = await asked.Standings.Rounds(cancel);
        if (rounds.Find(asked.Season, asked.Round) is not { } head)
        {
            return Tagged.Missing(rounds.FindWithdrawn(asked.Season, asked.Round) is not null);
        }

        if (Tagged.IsKnown(asked.Http, $"{what} {head.BundleHash}"))
        {
            return Tagged.NotModified;
        }

        using var tables = await RoundTables.Open(asked.Db, head, cancel);
        return make(head, (await asked.Standings.Rules(head, cancel)).Rules, tables);
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Timestamp;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private sealed record Asked(HttpContext Http, RoundStandings Standings, SaimaDb Db, int Season, int Round);
}
