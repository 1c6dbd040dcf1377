using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Saima.Web;

/// <summary>
/// Pages carry a fingerprint of what they say: a browser that has the page asks whether it changed and gets 304 where it did not.
/// They depend on the language, the size of text and the theme chosen, so caches keep them apart.
/// </summary>
public sealed class PageFingerprint(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!HttpMethods.IsGet(http.Request.Method) || !IsPage(http))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true && http.Response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)).AsSpan(0, 16))}\"";
            http.Response.Headers.ETag = tag;
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie");
            if (http.Request.Headers.IfNoneMatch.Contains(tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                http.Response.ContentType = null;
                http.Response.ContentLength = null;
                return;
            }
        }

        // Nothing was said yet: whoever stands further out may say it.
        if (page.Length == 0)
        {
            return;
        }

        page.Position = 0;
        await page.CopyToAsync(body, http.RequestAborted);
    }

    /// <summary>Downloads and style sheets have fingerprints of their own and are not held in memory.</summary>
    public static bool IsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/_content") && Path.GetExtension(http.Request.Path.Value ?? "").Length is 0;
}
