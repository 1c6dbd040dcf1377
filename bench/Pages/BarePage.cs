using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Saima.Bench.Pages;

/// <summary>The peer: an ASP.NET page that answers the same bytes from memory and does nothing else.</summary>
internal static class BarePage
{
    public static int Run(string file, string address)
    {
        var bytes = File.ReadAllBytes(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        app.MapGet("/page", (HttpContext http) =>
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(bytes, "text/html; charset=utf-8");
        });
        app.Run(address);
        return 0;
    }
}
