using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;
using Saima.Web;

namespace Saima.Testing;

/// <summary>The web site on a database, listening on a port of its own.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly string? _own;
    private readonly SemaphoreSlim _signing = new(1, 1);

    private Site(WebApplication app, string? own)
    {
        (_app, _own) = (app, own);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Anonymous = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        Anonymous.DefaultRequestHeaders.Accept.ParseAdd("text/html, */*");
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        Client.DefaultRequestHeaders.Accept.ParseAdd("text/html, */*");
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Somebody of the project office; follows nothing and remembers nothing else.</summary>
    public HttpClient Client { get; }

    /// <summary>A visitor.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>The cookie of <see cref="Client"/>.</summary>
    public string Cookie { get; private set; } = "";

    /// <summary>The id of a person made by <see cref="SignIn"/>.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>Signs somebody in without a password, as a session of the site's own; the person is made if there is none of that name.</summary>
    /// <param name="unit">Where the duty is held; empty for the whole district.</param>
    /// <returns>The cookie.</returns>
    public async Task<string> SignIn(string name, Role? role = Role.ProjectOffice, string? unit = null)
    {
        await _signing.WaitAsync();
        try
        {
            return await Begin(name, role, unit);
        }
        finally
        {
            _signing.Release();
        }
    }

    private async Task<string> Begin(string name, Role? role, string? unit)
    {
        await using var scope = Services.CreateAsyncScope();
        var (db, time) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        if (await db.Set<Person>().FirstOrDefaultAsync(one => one.Name == name) is not { } person)
        {
            person = new() { Id = IdOf(name), Name = name, UserName = $"u{Guid.NewGuid():N}", CreatedAt = time.GetUtcNow(), LockoutEnabled = true };
            person.NormalizedUserName = person.UserName.ToUpperInvariant();
            db.Add(person);
            if (role is { } held)
            {
                db.Add(new Duty { PersonId = person.Id, Role = held, Unit = unit ?? Duty.District, From = new(2000, 1, 1), GrantedBy = "test", GrantedAt = time.GetUtcNow(), Reason = "test" });
            }
        }

        var session = new Session { Id = Guid.NewGuid(), PersonId = person.Id, StartedAt = time.GetUtcNow(), SeenAt = time.GetUtcNow() };
        db.Add(session);
        await db.SaveChangesAsync();
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignedIn.Scheme);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.UserName!), new("session", session.Id.ToString())], SignedIn.Scheme);
        var ticket = new AuthenticationTicket(new(identity), new() { IssuedUtc = time.GetUtcNow(), ExpiresUtc = time.GetUtcNow().AddHours(12) }, SignedIn.Scheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    /// <param name="also">What this site has besides.</param>
    /// <param name="bare">Without anybody who has an account.</param>
    /// <param name="folder">Where uploads are kept; empty for a folder that goes with the site.</param>
    public static async Task<Site> Start(TestDatabase database, Action<WebApplicationBuilder>? also = null, string? folder = null, bool bare = false)
    {
        ArgumentNullException.ThrowIfNull(database);
        var own = folder is null ? Path.Combine(Path.GetTempPath(), $"saima-data-{Guid.NewGuid():N}") : null;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--urls", "http://127.0.0.1:0", "--db", database.Db, "--SAIMA_DATA", folder ?? own!, "--SAIMA_REMINDERS", "off"],
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
        var site = new Site(app, own);
        if (!bare && await HasTables(app))
        {
            site.Cookie = await site.SignIn("测试项目办");
            site.Client.DefaultRequestHeaders.Add("Cookie", site.Cookie);
        }

        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        _signing.Dispose();
        await _app.DisposeAsync();
        if (Directory.Exists(_own))
        {
            Directory.Delete(_own, recursive: true);
        }
    }

    // Some tests start the site on a database that has none.
    private static async Task<bool> HasTables(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
        try
        {
            _ = await db.Set<Person>().AnyAsync();
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
