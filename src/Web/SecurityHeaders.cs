using Saima.Ui;
using Saima.Ui.Maps;

namespace Saima.Web;

/// <summary>Nothing from elsewhere, no script but our own files and those only where a page says so, and in nobody's frame but what is made for it.</summary>
public sealed class SecurityHeaders(RequestDelegate next, MapTiles tiles, EmbedHosts embedders)
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
            var embeddable = page?.GetMetadata<EmbeddableAttribute>() is not null;
            var policy = page?.GetMetadata<ScriptedAttribute>() is null ? Policy : Scripted;
            policy = embeddable ? policy.Replace("frame-ancestors 'none'", "frame-ancestors " + embedders.Ancestors, StringComparison.Ordinal) : policy;
            policy = page?.GetMetadata<FramingAttribute>() is null ? policy : policy + "; frame-src 'self'";
            // What hands out files of others says something stricter itself.
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : page?.GetMetadata<MappedAttribute>() is null ? policy : policy.Replace("img-src 'self' data:", "img-src 'self' data:" + tiles.Hosts, StringComparison.Ordinal);
            headers.XContentTypeOptions = "nosniff";
            // A list of sites is beyond this header; browsers that know the policy above heed that alone.
            headers.XFrameOptions = embeddable ? default : "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
