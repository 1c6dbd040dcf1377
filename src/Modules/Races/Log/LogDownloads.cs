using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Ui;

namespace Saima.Modules.Races.Log;

/// <summary>The log as files, for programs of anybody: C2SP tlog-tiles.</summary>
public static class LogDownloads
{
    internal const string Text = "text/plain; charset=utf-8";
    internal const string Bytes = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var log = endpoints.MapGroup(RacesLinks.Log).WithMetadata(new PublicAttribute());
        log.MapGet("/checkpoint", NewestCheckpoint);
        log.MapGet("/vkey", Keys);
        log.MapGet("/tile/{**path}", Tile);
    }

    private static async Task<IResult> NewestCheckpoint(HttpContext http, SaimaDb db, LogKeys keys, TimeProvider time, CancellationToken cancel)
    {
        Open(http, "no-cache");
        var signed = await SignLog.Run(db, keys, time, cancel);

        // What cannot be signed now was perhaps signed before: who checks is to see that.
        return (signed.Value ?? await PublishedLog.Newest(db, cancel)) is { } checkpoint ? Results.Text(checkpoint.Note, Text, Encoding.UTF8) : Results.NotFound();
    }

    private static async Task<IResult> Keys(HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        Open(http, "no-cache");
        var keys = (await LogKeys.All(db, cancel)).FindAll(key => key.Until is null);
        return keys.Count == 0 ? Results.NotFound() : Results.Text(string.Concat(keys.Select(key => key.Public + "\n")), Text, Encoding.UTF8);
    }

    private static async Task<IResult> Tile(string path, HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        if (LogTile.Parse("tile/" + path) is not { } tile || await PublishedLog.Read(db, tile, cancel) is not { } content)
        {
            Open(http, "no-cache");
            return Results.NotFound();
        }

        Open(http, "public, max-age=31536000, immutable");
        return Results.Bytes(content, Bytes);
    }

    private static void Open(HttpContext http, string caching)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = caching;
    }
}
