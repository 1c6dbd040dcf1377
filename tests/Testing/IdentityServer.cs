using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Saima.Testing;

/// <summary>An identity provider as a district has one: a real OpenIddict server on a port of its own, under another name than the site's.</summary>
public sealed class IdentityServer : IAsyncDisposable
{
    public const string Client = "saima";
    public const string Secret = "a secret of the tests";

    private readonly WebApplication _app;
    private readonly SqliteConnection _kept;

    private IdentityServer(WebApplication app, SqliteConnection kept)
    {
        (_app, _kept) = (app, kept);
        // To a browser localhost is another site than 127.0.0.1, as a provider is.
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    public Uri Address { get; }

    /// <summary>Issuer of its tokens.</summary>
    public string Issuer => Address.ToString();

    /// <summary>Who is signed in there; empty for somebody who cancels.</summary>
    public string? Subject { get; set; }

    /// <summary>Whether it shows a page with a link before it answers, as to somebody in a browser.</summary>
    public bool ShowsPage { get; set; }

    /// <summary>What the last request asked for.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    public static async Task<IdentityServer> Start()
    {
        var kept = new SqliteConnection("Data Source=:memory:");
        await kept.OpenAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls", "http://127.0.0.1:0"], ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(kept).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        var app = builder.Build();
        IdentityServer? server = null;
        app.UseAuthentication();
        app.MapGet("/authorize", (HttpContext http) => server!.Authorize(http));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        return server = new(app, kept);
    }

    /// <summary>What a site is told so that it asks this provider.</summary>
    public void Tell(WebApplicationBuilder site)
    {
        ArgumentNullException.ThrowIfNull(site);
        (site.Configuration["SAIMA_OIDC_AUTHORITY"], site.Configuration["SAIMA_OIDC_CLIENT"], site.Configuration["SAIMA_OIDC_SECRET"]) = (Address.ToString(), Client, Secret);
    }

    /// <summary>Registers the site as a client.</summary>
    public async Task Know(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = Client,
            ClientSecret = Secret,
            RedirectUris = { new(site.Address, "/sign-in/provider/answer") },
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _kept.DisposeAsync();
    }

    private IResult Authorize(HttpContext http)
    {
        Asked = http.GetOpenIddictServerRequest()!;
        if (Subject is null)
        {
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        if (ShowsPage && !http.Request.Query.ContainsKey("confirmed"))
        {
            return Results.Content($"<!doctype html><title>id</title><a href=\"{System.Net.WebUtility.HtmlEncode($"/authorize{http.Request.QueryString}&confirmed=yes")}\">{Subject}</a>", "text/html");
        }

        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, Subject));
        // A name that others have too; nothing may hang on it.
        identity.AddClaim(new Claim(Claims.PreferredUsername, "office").SetDestinations(Destinations.IdentityToken));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(Asked.GetScopes());
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
