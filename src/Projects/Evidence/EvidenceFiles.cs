using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Ui;

namespace Saima.Projects.Evidence;

/// <summary>Hands evidence out: the original only as a download that no browser runs, a photo's thumbnail as it was drawn anew.</summary>
public static class EvidenceFiles
{
    private const string Sandbox = "default-src 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/evidence/{id:long}/file", Original).WithMetadata(new DeskAttribute { Units = true });
        endpoints.MapGet("/evidence/{id:long}/thumbnail", Thumbnail).WithMetadata(new DeskAttribute { Units = true });
    }

    private static async Task<IResult> Original(long id, HttpContext http, SaimaDb db, EvidenceStore store, TimeProvider time, CancellationToken cancel)
    {
        var (one, refused) = await Find(id, http, db, cancel);
        if (one is null)
        {
            return refused ?? Results.NotFound();
        }

        var content = await store.Open(one.Hash, cancel);
        if (content.Refusal is { } lost)
        {
            return Sentence(lost);
        }

        await RecordLook.Run(db, time.GetUtcNow(), http.Actor()!.Name, RecordLook.Exported, $"evidence/{id}", cancel: cancel);
        Guard(http);
        return Results.File(content.Value!, one.MediaType, one.Name);
    }

    private static async Task<IResult> Thumbnail(long id, HttpContext http, SaimaDb db, EvidenceStore store, CancellationToken cancel)
    {
        var (one, refused) = await Find(id, http, db, cancel);
        if (one is null)
        {
            return refused ?? Results.NotFound();
        }

        var picture = await store.OpenThumbnail(one.Hash, cancel);
        if (picture.Refusal is { } lost)
        {
            return Sentence(lost);
        }

        Guard(http);
        http.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.File(picture.Value!, "image/webp");
    }

    private static async Task<(ProjectEvidence? One, IResult? Refused)> Find(long id, HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        var one = await db.Set<ProjectEvidence>().AsNoTracking().SingleOrDefaultAsync(evidence => evidence.Id == id, cancel);
        return one is null ? (null, null)
            : await ReadEvidence.For(db, http.Actor()!, one.Season, one.Project, cancel) is { Sees: true } ? (one, null)
            : (null, Results.StatusCode(StatusCodes.Status403Forbidden));
    }

    // What was there is gone until somebody restores it; what does not answer may answer later.
    private static IResult Sentence(Refusal refusal) => Results.Text(
        $"{refusal.Message.In(CultureInfo.CurrentUICulture)} {refusal.Remedy.In(CultureInfo.CurrentUICulture)}", "text/plain", Encoding.UTF8,
        refusal.Code == EvidenceStore.Away ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status410Gone);

    private static void Guard(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Sandbox;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
    }
}
