using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>What the public board shows, as JSON: read only, of editions the public may see, with codes that are the same in every language.</summary>
public static class PublicApi
{
    private const int UsualSize = 100;
    private const int LargestSize = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var api = endpoints.MapGroup("/api").WithMetadata(new PublicAttribute());
        Say(api.MapGet("/rounds", Rounds).Produces<RoundList>(), OpenWords.CallRounds);
        var round = api.MapGroup("/rounds/{season:int}/{round:int}");
        Say(round.MapGet("", OneRound).Produces<PublicRound>(), OpenWords.CallRound);
        Say(round.MapGet("/standings", Standings).Produces<StandingList>(), OpenWords.CallStandings);
        Say(round.MapGet("/units", Units).Produces<UnitList>(), OpenWords.CallUnits);
        Say(round.MapGet("/projects/{project}", Project).Produces<PublicProject>(), OpenWords.CallProject);
    }

    /// <summary>Puts an endpoint into the OpenAPI document.</summary>
    internal static void Say(RouteHandlerBuilder endpoint, Phrase what) => endpoint
        .WithSummary(what.En).WithDescription(what.Zh).WithTags("public").WithMetadata(new DescribedAttribute())
        .Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<IResult> Rounds(int? season, int? page, int? size, HttpContext http, RoundStandings standings, CancellationToken cancel)
    {
        var found = (await standings.Rounds(cancel)).InForce.Where(head => season is null || head.Season == season).ToList();
        if (Paging(page, size) is not { } paging)
        {
            return Tagged.Wrong(OpenWords.WrongPage);
        }

        return Tagged.IsKnown(http, $"rounds {season} {paging} {string.Join(' ', found.Select(head => head.BundleHash))}") ? Tagged.NotModified
            : Results.Json(new RoundList(paging.Page, paging.Pages(found.Count), found.Count, [.. found.Skip(paging.Skip).Take(paging.Size).Select(Of)]), Json);
    }

    private static Task<IResult> OneRound(int season, int round, HttpContext http, RoundStandings standings, CancellationToken cancel) =>
        Answer(new(http, standings, season, round), "round", (head, _) => Task.FromResult<IResult>(Results.Json(Of(head), Json)), cancel);

    private static Task<IResult> Standings(
        [AsParameters] StandingsAsked asked, HttpContext http, RoundStandings standings, SaimaDb db, CancellationToken cancel) =>
        Paging(asked.Page, asked.Size) is not { } paging ? Task.FromResult(Tagged.Wrong(OpenWords.WrongPage))
        : Answer(new(http, standings, asked.Season, asked.Round), $"standings {asked.Lane}|{asked.Flag}|{asked.Unit}|{paging}", async (head, _) =>
        {
            var rows = db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == head.Id && (asked.Lane == null || row.Lane == asked.Lane) && (asked.Unit == null || row.Unit == asked.Unit));
            if (asked.Flag is { } code)
            {
                if (Enum.GetValues<Engines.Scoring.Flag>().Where(flag => Numbers.Code(flag) == code).ToList() is not [var flag])
                {
                    return Tagged.Wrong(OpenWords.WrongFlag);
                }

                rows = rows.Where(row => row.Flag == flag);
            }

            var total = await rows.CountAsync(cancel);
            var measures = (await standings.Rules(head, cancel)).Rules.Measures.Select(measure => measure.Code).ToList();
            var page = await rows.OrderBy(row => row.Position).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancel);
            return Results.Json(new StandingList(paging.Page, paging.Pages(total), total, [.. page.Select(row => Of(row, measures))]), Json);
        }, cancel);

    private static Task<IResult> Units(int season, int round, HttpContext http, RoundStandings standings, CancellationToken cancel) =>
        Answer(new(http, standings, season, round), "units", async (head, _) =>
        {
            var units = await standings.Units(head, cancel);
            return Results.Json(new UnitList(units.Count, [.. units.Select(unit => new PublicUnit(
                unit.Rank, unit.Class.ToString().ToLowerInvariant(), unit.Unit, unit.Name, Millionths(unit.Score), unit.Projects, new(unit.Red, unit.Yellow, unit.Snail, unit.None, unit.Exempt)))]), Json);
        }, cancel);

    private static Task<IResult> Project(int season, int round, string project, HttpContext http, RoundStandings standings, CancellationToken cancel) =>
        Answer(new(http, standings, season, round), $"project {project}", async (head, rounds) =>
        {
            if (await standings.Project(head.Id, project, cancel) is not { } row)
            {
                return Tagged.Missing(gone: false);
            }

            var heads = rounds.Of(season);
            var through = await standings.Through([.. heads.Select(one => one.Id)], project, cancel);
            var measures = (await standings.Rules(head, cancel)).Rules.Measures.Select(measure => measure.Code).ToList();
            return Results.Json(new PublicProject(Of(row, measures), [.. heads.Where(one => through.ContainsKey(one.Id)).Select(one => (one, place: through[one.Id])).Select(pair => new ProjectRound(
                pair.one.Season, pair.one.Round, pair.place.Lane, pair.place.Rank, Numbers.Code(pair.place.Flag), Millionths(pair.place.Score), Millionths(pair.place.Deviation)))]), Json);
        }, cancel);

    private static async Task<IResult> Answer(RoundAsked asked, string what, Func<RoundHead, PublishedRounds, Task<IResult>> make, CancellationToken cancel)
    {
        var rounds = await asked.Standings.Rounds(cancel);
        return rounds.Find(asked.Season, asked.Round) is not { } head ? Tagged.Missing(rounds.FindWithdrawn(asked.Season, asked.Round) is not null)
            : Tagged.IsKnown(asked.Http, $"{what} {string.Join(' ', rounds.Of(asked.Season).Select(one => one.BundleHash))} {head.BundleHash}") ? Tagged.NotModified
            : await make(head, rounds);
    }

    private static PublicRound Of(RoundHead head) => new(
        head.Season, head.Round, head.Edition, head.CutOff, head.PublishedAt, head.RuleSetCode, head.RuleSetHash, head.BundleHash, head.Projects, new(head.Red, head.Yellow, head.Snail, head.None, head.Exempt));

    private static PublicStanding Of(StandingRow row, List<string> measures) => new(
        row.Position, row.Rank, row.Lane, row.Project, row.Name, row.Unit, Numbers.Code(row.Flag), row.Reasons.Split('|', StringSplitOptions.RemoveEmptyEntries), Millionths(row.Score),
        row.AnnualPlan, row.PlannedCumulative, row.YearToDate, Millionths(row.Deviation), [.. RoundRows.Points(row).Select((points, at) => new MeasurePoints(measures[at], Millionths(points)))]);

    private static decimal? Millionths(long? value) => value is { } known ? known / 1_000_000m : null;

    private static Paged? Paging(int? page, int? size) => page is < 1 or > 1_000_000 || size is < 1 or > LargestSize ? null : new(page ?? 1, size ?? UsualSize);

    private sealed record RoundAsked(HttpContext Http, RoundStandings Standings, int Season, int Round);

    private sealed record Paged(int Page, int Size)
    {
        public int Skip => (Page - 1) * Size;

        public int Pages(int rows) => Math.Max(1, (rows + Size - 1) / Size);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page}/{Size}");
    }
}

/// <summary>Which rows of a round's standings are asked for.</summary>
public sealed record StandingsAsked(int Season, int Round, string? Lane, string? Flag, string? Unit, int? Page, int? Size);

/// <summary>An endpoint that the OpenAPI document describes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DescribedAttribute : Attribute;
