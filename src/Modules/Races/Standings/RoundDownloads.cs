using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;
using Saima.Ui;

namespace Saima.Modules.Races.Standings;

/// <summary>
/// The files of a published round. Their entity tag is the fingerprint of the bundle they come from, so whoever has a file asks in one short query
/// whether it is still in force.
/// </summary>
public static class RoundDownloads
{
    private const string Zip = "application/zip";
    private const string Csv = "text/csv; charset=utf-8";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var board = endpoints.MapGroup("").WithMetadata(new PublicAttribute());
        board.MapGet("/latest", Latest);
        board.MapGet("/rules", RulesInForce);
        board.MapGet("/rules/{hash}.json", RulesDocument);
        board.MapGet("/bundles/{hash}.zip", OneBundle).WithMetadata(new RecordedAttribute(RecordLook.Exported));
        // Whoever is signed in is recorded; a visitor has no name.
        var round = board.MapGroup("/seasons/{season:int}/rounds/{round:int}").WithMetadata(new RecordedAttribute(RecordLook.Exported));
        round.MapGet("/bundle.zip", BundleInForce);
        round.MapGet("/standings.csv", (int season, int round, HttpContext http, SaimaDb db, CancellationToken cancel) => Entry(new(http, db, season, round), BundleFormat.Standings, cancel));
        round.MapGet("/units.csv", (int season, int round, HttpContext http, SaimaDb db, CancellationToken cancel) => Entry(new(http, db, season, round), BundleFormat.Units, cancel));
        round.MapGet("/standings.xlsx", StandingsAsWorkbook);
    }

    private static async Task<IResult> Latest(SaimaDb db, TimeProvider time, CancellationToken cancel) =>
        Results.Redirect((await PublishedRounds.Read(db, time, cancel)).InForce is [var latest, ..] ? RacesLinks.Round(latest.Season, latest.Round) : RacesLinks.Home);

    private static async Task<IResult> RulesInForce(SaimaDb db, TimeProvider time, CancellationToken cancel) =>
        Results.Redirect((await PublishedRounds.Read(db, time, cancel)).InForce is [var latest, ..] ? RacesLinks.Rules(latest.RuleSetHash) : RacesLinks.Home);

    private static async Task<IResult> RulesDocument(string hash, SaimaDb db, TimeProvider time, KnownRounds known, CancellationToken cancel) =>
        (await PublishedRounds.Read(db, time, cancel)).WithRules(hash) is [var round, ..]
            ? Results.Bytes((await known.Rules(db, round, cancel)).Canonical, "application/json; charset=utf-8", entityTag: Tag(hash))
            : Results.NotFound();

    private static async Task<IResult> OneBundle(string hash, HttpContext http, SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        var rounds = await PublishedRounds.Read(db, time, cancel);
        if (rounds.Find(hash) is not { } round)
        {
            return Results.StatusCode(rounds.Withdrawn.Any(one => one.BundleHash == hash) ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound);
        }

        // Never says anything else, yet may be taken down: whoever keeps it asks whether it still may be shown.
        http.Response.Headers.CacheControl = "public, no-cache";
        return IsKnown(http, hash) ? NotModified(http, hash)
            : Results.Bytes(await RoundArchive.Bytes(db, round.Id, cancel), Zip, round.BundleFile, enableRangeProcessing: true, entityTag: Tag(hash));
    }

    private static Task<IResult> BundleInForce(int season, int round, HttpContext http, SaimaDb db, CancellationToken cancel) =>
        File(new(http, db, season, round), "", async head => Results.Bytes(
            await RoundArchive.Bytes(db, head.Id, cancel), Zip, head.BundleFile, enableRangeProcessing: true, entityTag: Tag(head.BundleHash)), cancel);

    private static Task<IResult> Entry(Asked asked, string entry, CancellationToken cancel) => File(asked, "-" + entry, async head =>
    {
        using var zip = new ZipArchive(new MemoryStream(await RoundArchive.Bytes(asked.Db, head.Id, cancel)));
        using var content = new MemoryStream();
        await using var stream = await zip.GetEntry(entry)!.OpenAsync(cancel);
        await stream.CopyToAsync(content, cancel);
        return Results.Bytes(content.ToArray(), Csv, head.FileName(entry), entityTag: Tag(head.BundleHash + "-" + entry));
    }, cancel);

    private static Task<IResult> StandingsAsWorkbook(int season, int round, HttpContext http, SaimaDb db, KnownRounds known, CancellationToken cancel) =>
        File(new(http, db, season, round), "-standings.xlsx", async head =>
        {
            var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == head.Id).OrderBy(row => row.Position).ToListAsync(cancel);
            var units = await db.Set<UnitRow>().AsNoTracking().Where(row => row.RoundId == head.Id).OrderBy(row => row.Position).ToListAsync(cancel);
            using var content = new MemoryStream();
            StandingsWorkbook.Write(rows, units, (await known.Rules(db, head, cancel)).Rules, content);
            return Results.Bytes(content.ToArray(), Workbook, head.FileName("standings.xlsx"), entityTag: Tag(head.BundleHash + "-standings.xlsx"));
        }, cancel);

    private static async Task<IResult> File(Asked asked, string part, Func<RoundHead, Task<IResult>> make, CancellationToken cancel)
    {
        var rounds = await PublishedRounds.Read(asked.Db, asked.Http.RequestServices.GetRequiredService<TimeProvider>(), cancel);
        if (rounds.Find(asked.Season, asked.Round) is not { } head)
        {
            return Results.StatusCode(rounds.FindWithdrawn(asked.Season, asked.Round) is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
        }

        asked.Http.Response.Headers.CacheControl = "public, no-cache";
        return IsKnown(asked.Http, head.BundleHash + part) ? NotModified(asked.Http, head.BundleHash + part) : await make(head);
    }

    private static bool IsKnown(HttpContext http, string tag) =>
        http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(one => one.Tag == Tag(tag).Tag);

    private static IResult NotModified(HttpContext http, string tag)
    {
        http.Response.GetTypedHeaders().ETag = Tag(tag);
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    private static EntityTagHeaderValue Tag(string text) => new($"\"{text}\"");

    /// <summary>The round a file is asked of.</summary>
    private sealed record Asked(HttpContext Http, SaimaDb Db, int Season, int Round);
}
