using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Saima.Web;

namespace Saima.Testing;

/// <summary>The web site on a database, listening on a port of its own.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly string? _own;

    private Site(WebApplication app, string? own)
    {
        (_app, _own) = (app, own);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Follows nothing and remembers nothing.</summary>
    public HttpClient Client { get; }

    /// <param name="also">What this site has besides.</param>
    /// <param name="folder">Where uploads are kept; empty for a folder that goes with the site.</param>
    public static async Task<Site> Start(TestDatabase database, Action<WebApplicationBuilder>? also = null, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        var own = folder is null ? Path.Combine(Path.GetTempPath(), $"saima-data-{Guid.NewGuid():N}") : null;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls", "http://127.0.0.1:0", "--db", database.Db, "--SAIMA_DATA", folder ?? own!],
            ApplicationName = typeof(SaimaWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        also?.Invoke(builder);
        SaimaWeb.AddTo(builder);
        var app = builder.Build();
        SaimaWeb.Use(app);
        await app.StartAsync();
        return new(app, own);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        if (Directory.Exists(_own))
        {
            Directory.Delete(_own, recursive: true);
        }
    }
}
