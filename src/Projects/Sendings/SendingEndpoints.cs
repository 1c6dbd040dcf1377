using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Reporting;
using Saima.Ui;

namespace Saima.Projects.Sendings;

/// <summary>Where a device sends what was filled in without a network, and the worker that keeps its pages.</summary>
internal static class SendingEndpoints
{
    private const long PhotoBytes = (20L << 20) + (1 << 20);

    // A new build is a new worker, which throws away what the one before it kept of the platform.
    private static readonly string Worker = $"import '/_content/Saima.Projects/offline/worker.js?v={typeof(SendingEndpoints).Module.ModuleVersionId:N}';\n";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SendingLinks.Worker, Keep).WithMetadata(new PublicAttribute(), new ScriptedAttribute());
        endpoints.MapGet(SendingLinks.Token, Token).WithMetadata(new DeskAttribute(Role.Reporter));
        endpoints.MapPost(SendingLinks.Report, Report).WithMetadata(new DeskAttribute(Role.Reporter), new ChangedByAttribute(Role.Reporter), new RequireAntiforgeryTokenAttribute());
        endpoints.MapPost(SendingLinks.Photo, Photo).WithMetadata(new DeskAttribute(Role.Reporter), new ChangedByAttribute(Role.Reporter), new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(PhotoBytes));
    }

    private static IResult Keep(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["Service-Worker-Allowed"] = ReportLinks.Root;
        return Results.Text(Worker, "text/javascript");
    }

    // A page that was kept holds a token of long ago.
    private static IResult Token(HttpContext http, IAntiforgery antiforgery)
    {
        var token = antiforgery.GetAndStoreTokens(http).RequestToken;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { person = http.Actor()!.Id, token });
    }

    private static async Task<IResult> Report(HttpContext http, SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        if (await Form(http, cancel) is not { } form)
        {
            return Stale();
        }

        if (form["person"] != http.Actor()!.Id)
        {
            return Say(SendingRefusals.OtherPerson);
        }

        if (!Guid.TryParse(form["key"], out var key) || !int.TryParse(form["season"], CultureInfo.InvariantCulture, out var season) || !Month.TryParse(form["month"], out var month) || month.Year != season
            || !int.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen))
        {
            return Say(SendingRefusals.Unreadable);
        }

        var order = new ReportSending(key, season, month, form["project"].ToString(), seen, ReadFiling.Fields.ToDictionary(field => field, field => form[field].ToString().ReplaceLineEndings("\r\n")));
        var outcome = await SendReport.Run(db, time, http.Actor()!, order, cancel);
        if (outcome.Value is { } done)
        {
            return Results.Json(new { text = In(FilingWords.Submitted(done)) });
        }

        return outcome.Refusal!.Code is "MOVED_MEANWHILE" or "NO_SUCH_STEP" && await SendReport.Moved(db, http.Actor()!, order, cancel) is { } moved
            ? Results.Json(new { text = In(outcome.Refusal.Message), now = new { moved.Seen, state = In(moved.State), moved.Open, moved.Texts } }, statusCode: StatusCodes.Status409Conflict)
            : Say(outcome.Refusal);
    }

    private static async Task<IResult> Photo(HttpContext http, SaimaDb db, EvidenceStore store, TimeProvider time, CancellationToken cancel)
    {
        if (await Form(http, cancel) is not { } form)
        {
            return Stale();
        }

        if (form["person"] != http.Actor()!.Id)
        {
            return Say(SendingRefusals.OtherPerson);
        }

        if (!Guid.TryParse(form["key"], out var key) || !int.TryParse(form["season"], CultureInfo.InvariantCulture, out var season) || !Month.TryParse(form["month"], out var month) || form.Files["photo"] is not { } file)
        {
            return Say(SendingRefusals.Unreadable);
        }

        var outcome = await SendPhoto.Run(db, store, time, http.Actor()!, new(key, season, month, form["project"].ToString(), file), cancel);
        return outcome.Refusal is { } refusal ? Say(refusal) : Results.Json(new { ids = outcome.Value });
    }

    private static async Task<IFormCollection?> Form(HttpContext http, CancellationToken cancel) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancel) : null;

    // With a body, or a page would be shown for it that reads the form.
    private static IResult Stale() => Results.Json(new { code = "STALE_FORM" }, statusCode: StatusCodes.Status400BadRequest);

    private static IResult Say(Refusal refusal) => Results.Json(
        new { code = refusal.Code, text = $"{In(refusal.Message)} {In(refusal.Remedy)}", problems = refusal.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => new { field = problem.Column, text = $"{In(problem.Message)} {In(problem.Remedy)}" }) },
        statusCode: StatusCodes.Status422UnprocessableEntity);

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
