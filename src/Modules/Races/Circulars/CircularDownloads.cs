using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Standings;
using Saima.Ui;
using Saima.Ui.Papers;

namespace Saima.Modules.Races.Circulars;

/// <summary>The files of circulars, briefs and decks. On the desk they are made when asked for; the public gets what was issued, byte for byte, and briefs of published rounds as Word.</summary>
public static class CircularDownloads
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var desk = endpoints.MapGroup("/rounds").WithMetadata(new DeskAttribute(), new RecordedAttribute(RecordLook.Exported));
        desk.MapGet("/templates/preview/{id}", (string id, Previews previews) => previews.Find(id) is { } file ? Results.Bytes(file.Bytes, Previews.ContentType(file.Name), file.Name) : Results.NotFound());
        desk.MapGet("/circulars/{id:long}.{format:regex(^(docx|pdf)$)}", Issued);
        var edition = desk.MapGroup("/{season:int}/{round:int}/{edition:int}");
        edition.MapGet("/circular.{format:regex(^(docx|pdf)$)}", ([AsParameters] Asked asked, string format) => asked.Paper(TemplateKind.Circular, format, "circular", (figures, template) => Task.FromResult<Outcome<Paper>?>(ComposeCircular.Run(figures, template, null))));
        edition.MapGet("/annex.xlsx", Annex);
        edition.MapGet("/deck.{format:regex(^(pptx|pdf)$)}", Deck);
        edition.MapGet("/briefs/projects/{id}.{format:regex(^(docx|pdf)$)}", ([AsParameters] Asked asked, string id, string format) => asked.Paper(TemplateKind.Project, format, id, (figures, template) => Project(asked, figures, template, id)));
        edition.MapGet("/briefs/units/{id}.{format:regex(^(docx|pdf)$)}", ([AsParameters] Asked asked, string id, string format) => asked.Paper(TemplateKind.Unit, format, id, (figures, template) => Task.FromResult(Unit(figures, template, id))));
        edition.MapGet("/briefs/{what:regex(^(projects|units)\\.(zip|pdf)$)}", Batch);
        var board = endpoints.MapGroup("/seasons/{season:int}/rounds/{round:int}").WithMetadata(new PublicAttribute(), new RecordedAttribute(RecordLook.Exported));
        board.MapGet("/circular.{format:regex(^(docx|pdf)$)}", Published);
        board.MapGet("/projects/{id}/brief.docx", (int season, int round, string id, SaimaDb db, PaperPress press, RoundStandings standings, CancellationToken cancel) => PublishedBrief(new(season, round, 0, db, press, cancel), standings, id, TemplateKind.Project));
        board.MapGet("/units/{id}/brief.docx", (int season, int round, string id, SaimaDb db, PaperPress press, RoundStandings standings, CancellationToken cancel) => PublishedBrief(new(season, round, 0, db, press, cancel), standings, id, TemplateKind.Unit));
    }

    /// <summary>A refusal of a file as a page of text: who asked for a file sees why there is none.</summary>
    private static IResult Say(Refusal refusal) => Results.Text($"{refusal.Message.In(CultureInfo.CurrentUICulture)} {refusal.Remedy.In(CultureInfo.CurrentUICulture)}", "text/plain; charset=utf-8", statusCode: StatusCodes.Status409Conflict);

    private static async Task<Outcome<Paper>?> Project(Asked asked, EditionFigures figures, ShelvedTemplate template, string id) =>
        await BriefFigures.OfProjects(asked.Db, figures, [id], asked.Cancel) is [var found] ? ComposeCircular.Brief(found, template) : (Outcome<Paper>?)null;

    private static Outcome<Paper>? Unit(EditionFigures figures, ShelvedTemplate template, string id) =>
        BriefFigures.OfUnit(figures, id) is { } found ? ComposeCircular.Brief(found, template) : (Outcome<Paper>?)null;

    private static async Task<IResult> PublishedBrief(Asked asked, RoundStandings standings, string id, TemplateKind kind)
    {
        if ((await standings.Rounds(asked.Cancel)).Find(asked.Season, asked.Round) is not { } head)
        {
            return Results.NotFound();
        }

        var ofEdition = asked with { Edition = head.Edition };
        return await ofEdition.Paper(kind, "docx", id, async (figures, template) => kind == TemplateKind.Project ? await Project(ofEdition, figures, template, id) : Unit(figures, template, id));
    }

    private static async Task<IResult> Published(int season, int round, string format, HttpContext http, SaimaDb db, RoundStandings standings, CancellationToken cancel)
    {
        if ((await standings.Rounds(cancel)).Find(season, round) is not { } head || await standings.Issued(head, cancel) is not { } issued)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, no-cache";
        return await CircularShelf.File(db, issued.Id, format, cancel) is { } bytes ? File(bytes, format, head.FileName($"circular.{format}"), $"{issued.Sha256}-{format}") : Results.NotFound();
    }

    private static async Task<IResult> Issued(long id, string format, SaimaDb db, PaperPress press, CancellationToken cancel)
    {
        if (await db.Set<Circular>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.IssuedAt != null, cancel) is not { } issued)
        {
            return Results.NotFound();
        }

        if (await CircularShelf.File(db, id, format, cancel) is { } bytes)
        {
            return File(bytes, format, $"circular.{format}", $"{issued.Sha256}-{format}");
        }

        var paper = CircularShelf.PaperOf(issued);
        var printed = await press.Print.Run(PaperHtml.File(paper.Title, [paper], press.Fonts), cancel);
        return printed.Value is { } pdf ? File(pdf, "pdf", "circular.pdf", null) : Say(printed.Refusal!);
    }

    private static async Task<IResult> Annex([AsParameters] Asked asked)
    {
        if (await EditionFigures.Read(asked.Db, asked.Season, asked.Round, asked.Edition, asked.Cancel) is not { } figures)
        {
            return Results.NotFound();
        }

        using var content = new MemoryStream();
        StandingsWorkbook.Write(figures.Rows, figures.Units, figures.Rules, content);
        return Results.Bytes(content.ToArray(), Workbook, asked.FileName("annex.xlsx"));
    }

    private static async Task<IResult> Deck([AsParameters] Asked asked, string format)
    {
        if (await EditionFigures.Read(asked.Db, asked.Season, asked.Round, asked.Edition, asked.Cancel) is not { } figures)
        {
            return Results.NotFound();
        }

        var composed = ComposeDeck.Run(figures, await TemplateShelf.InForce(asked.Db, TemplateKind.Deck, asked.Press.Today, asked.Cancel));
        if (composed.Value is not { } deck)
        {
            return Say(composed.Refusal!);
        }

        var fonts = asked.Press.Fonts;
        if (format == "pptx")
        {
            return Results.Bytes(DeckWriter.Write(deck, fonts), DeckWriter.ContentType, asked.FileName("deck.pptx"));
        }

        var printed = await asked.Press.Print.Run(PaperHtml.File(deck, fonts), asked.Cancel);
        return printed.Value is { } pdf ? File(pdf, "pdf", asked.FileName("deck.pdf"), null) : Say(printed.Refusal!);
    }

    private static async Task<IResult> Batch(int season, int round, int edition, string what, SaimaDb db, BriefWork work, CancellationToken cancel)
    {
        var head = await db.Set<SettledRound>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == season && one.Round == round && one.Edition == edition, cancel);
        return head is not null && work.Of(head.Id, what)?.File is { } bytes
            ? Results.Bytes(bytes, what.EndsWith(".pdf", StringComparison.Ordinal) ? ChromiumPrint.ContentType : "application/zip", string.Create(CultureInfo.InvariantCulture, $"saima-{season}-r{round}-e{edition}-{what}"))
            : Results.NotFound();
    }

    private static IResult File(byte[] bytes, string format, string name, string? tag) =>
        Results.Bytes(bytes, format == "pdf" ? ChromiumPrint.ContentType : WordWriter.ContentType, name, entityTag: tag is null ? null : new EntityTagHeaderValue($"\"{tag}\""));

    /// <summary>The edition a file is asked of.</summary>
    internal sealed record Asked(int Season, int Round, int Edition, SaimaDb Db, PaperPress Press, CancellationToken Cancel)
    {
        public string FileName(string file) => string.Create(CultureInfo.InvariantCulture, $"saima-{Season}-r{Round}-e{Edition}-{file}");

        public async Task<IResult> Paper(TemplateKind kind, string format, string name, Func<EditionFigures, ShelvedTemplate, Task<Outcome<Paper>?>> compose)
        {
            if (await EditionFigures.Read(Db, Season, Round, Edition, Cancel) is not { } figures
                || await compose(figures, await TemplateShelf.InForce(Db, kind, Press.Today, Cancel)) is not { } composed)
            {
                return Results.NotFound();
            }

            if (composed.Value is not { } paper)
            {
                return Say(composed.Refusal!);
            }

            var fonts = Press.Fonts;
            if (format == "docx")
            {
                return File(WordWriter.Write(paper, fonts), format, FileName($"{name}.docx"), null);
            }

            var printed = await Press.Print.Run(PaperHtml.File(paper.Title, [paper], fonts), Cancel);
            return printed.Value is { } pdf ? File(pdf, format, FileName($"{name}.pdf"), null) : Say(printed.Refusal!);
        }
    }
}
