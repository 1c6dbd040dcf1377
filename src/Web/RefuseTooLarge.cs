using Microsoft.AspNetCore.Http.Metadata;

namespace Saima.Web;

/// <summary>What states that it is larger than a page takes is answered with a page that says so, before any of it is read.</summary>
public sealed class RefuseTooLarge(RequestDelegate next)
{
    /// <summary>Bytes that a page takes which says nothing of it, as the server has it.</summary>
    private const long Usual = 30_000_000;

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint() is not { } page || !(http.Request.ContentLength > (page.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Usual)))
        {
            return next(http);
        }

        // The page that says so is only read, whatever was sent.
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
