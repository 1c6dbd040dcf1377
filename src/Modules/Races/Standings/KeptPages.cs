using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Saima.Modules.Races.OpenData;
using Saima.Ui;

namespace Saima.Modules.Races.Standings;

/// <summary>
/// The public pages are kept as they were sent, until another edition is published or one is taken down, in whichever process, or the day ends: a page is never older than a fifth of a second.
/// What is searched for and what nobody knows is not kept.
/// </summary>
public sealed class KeptPages : IOutputCachePolicy
{
    public const string Policy = "board";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly string[] Known = ["season", "flag", "unit", "moved", "page", EmbedLook.Size, Preferences.Theme, Preferences.Language];

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        var kept = http.Actor() is null && HttpMethods.IsGet(http.Request.Method) && http.Request.Query.Keys.All(key => Known.Contains(key, StringComparer.Ordinal));
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (kept, kept, kept, true);
        if (!kept)
        {
            return;
        }

        var published = await http.RequestServices.GetRequiredService<PublishedStamp>().Read(cancellation);
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = new StringValues(Known);
        context.CacheVaryByRules.HeaderNames = new StringValues("Accept-Encoding");
        context.CacheVaryByRules.VaryByValues["published"] = published;
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        foreach (var key in Preferences.Keys)
        {
            context.CacheVaryByRules.VaryByValues[key] = http.Request.Cookies[key] ?? "";
        }
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answer = context.HttpContext.Response;
        context.AllowCacheStorage &= answer.StatusCode == StatusCodes.Status200OK && answer.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }
}
