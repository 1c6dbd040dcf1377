using Saima.Ui;
using Saima.Ui.Maps;

namespace Saima.Web;

/// <summary>Nothing from elsewhere, no script but our own files and those only where a page says so, and in nobody's frame.</summary>
public sealed class SecurityHeaders(RequestDelegate next, MapTiles tiles)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'; manifest-src 'self'";

    private const string Scripted = Policy + "; script-src 'self'; worker-src 'self'";

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            var page = http.GetEndpoint()?.Metadata;
            var policy = page?.GetMetadata<ScriptedAttribute>() is null ? Policy : Scripted;
            // What hands out files of others says something stricter itself.
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : page?.GetMetadata<MappedAttribute>() is null ? policy : policy.Replace("img-src 'self' data:", "img-src 'self' data:" + tiles.Hosts, StringComparison.Ordinal);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
