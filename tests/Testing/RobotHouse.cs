using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Saima.Testing;

/// <summary>What a robot was told.</summary>
public sealed record RobotCall(string Path, string Query, IReadOnlyDictionary<string, string> Heads, string Body);

/// <summary>A real web server on a port of its own that robots are called at: keeps every call and answers as it is told to.</summary>
public sealed class RobotHouse : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RobotHouse(WebApplication app)
    {
        _app = app;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public ConcurrentQueue<RobotCall> Calls { get; } = [];

    /// <summary>Answers to the next calls; then 200 and <c>errcode</c> 0.</summary>
    public ConcurrentQueue<(int Status, string Body)> Answers { get; } = [];

    /// <summary>How long it thinks.</summary>
    public TimeSpan Thinks { get; set; }

    public static async Task<RobotHouse> Open()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls", "http://127.0.0.1:0"], ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        RobotHouse? house = null;
        app.MapFallback(http => house!.Answer(http));
        await app.StartAsync();
        return house = new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue(new(http.Request.Path, http.Request.QueryString.Value ?? "", http.Request.Headers.ToDictionary(head => head.Key, head => head.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        if (Thinks > TimeSpan.Zero)
        {
            await Task.Delay(Thinks, http.RequestAborted);
        }

        var (status, text) = Answers.TryDequeue(out var next) ? next : (200, """{"errcode":0,"errmsg":"ok"}""");
        http.Response.StatusCode = status;
        if (status is >= 300 and < 400)
        {
            http.Response.Headers.Location = "/elsewhere";
        }

        await http.Response.WriteAsync(text);
    }
}
