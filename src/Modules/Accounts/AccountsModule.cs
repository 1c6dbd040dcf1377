using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Saima.Contracts.Accounts;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Passkeys;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Providers;
using Saima.Modules.Accounts.Sessions;
using Saima.Modules.Accounts.Setup;
using Saima.Modules.Accounts.SignIn;
using Saima.Modules.Accounts.Tokens;
using Saima.Modules.Accounts.Units;

namespace Saima.Modules.Accounts;

public sealed class AccountsModule : SaimaModule
{
    private const int Failures = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CookieLives = TimeSpan.FromHours(12);

    public override string Name => "accounts";

    public override IReadOnlyList<MenuItem> Menu { get; } = [new(AccountWords.People, AccountsLinks.People, "users", 900) { For = [Role.SystemAdministrator, Role.SecurityAdministrator] }];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddPeople(services);
        services.AddSingleton<KnownPeople, FindPerson>();
        services.AddSingleton<KnownUnits, FindUnits>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<SecondStep>();
        services.AddRateLimiter(ProgramAccess.Limit);
        services.AddSingleton<BindTicket>();
        services.AddSingleton(provider => new SignInLimit(provider.GetRequiredService<TimeProvider>(), SignInLimit.MostOf(configuration)));
        AddPasskeys(services, PasskeySite.Of(configuration));
        AddSignIn(services, IdentityProvider.Of(configuration));
        services.AddDataProtection().SetApplicationName("saima").PersistKeysToFileSystem(new(Path.Combine(DataFolder.Of(configuration), "keys")));
        // Whoever can read the folder can read the database beside it; there is no better place for a key to the keys.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    public override void Use(IApplicationBuilder app)
    {
        // Before the provider's answers are read.
        app.UseMiddleware<LimitSignIns>();
        app.UseAuthentication();
        app.UseMiddleware<KnowActor>();
        app.UseRateLimiter();
    }

    public override async Task<Phrase?> Announce(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var setup = await SetupCode.IsOpen(scope.ServiceProvider.GetRequiredService<SaimaDb>(), cancel)
            ? AccountWords.Announce(services.GetRequiredService<SetupCode>().Text)
            : null;
        var said = new[] { setup, services.GetRequiredService<IdentityProvider>().Fault, services.GetRequiredService<PasskeySite>().Fault }.OfType<Phrase>().ToList();
        return said.Count == 0 ? null : new(string.Join('\n', said.Select(one => one.Zh)), string.Join('\n', said.Select(one => one.En)));
    }

    public override Task LoadSample(IServiceProvider services, CancellationToken cancel) => DemoPeople.Run(
        services.GetRequiredService<SaimaDb>(), services.GetRequiredService<UserManager<Person>>(), services.GetRequiredService<TimeProvider>(), "sample", cancel);

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PeopleWorkbook.Map(endpoints);
        AskProvider.Map(endpoints);
        AskPasskey.Map(endpoints);
    }

    public override void MapTables(ModelBuilder model) => AccountsData.Map(model);

    public override IEnumerable<Command> Commands(CommandHost host) => [PeopleCommand.Create(host)];

    private static void AddPasskeys(IServiceCollection services, PasskeySite site)
    {
        services.AddSingleton(site);
        services.AddSingleton<PasskeyChallenge>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyDesk>();
        services.Configure<IdentityPasskeyOptions>(site.Configure);
    }

    private static void AddSignIn(IServiceCollection services, IdentityProvider provider)
    {
        services.AddSingleton(provider);
        var schemes = services.AddAuthentication(SignedIn.Scheme);
        schemes.AddIdentityCookies(cookies =>
        {
            cookies.ExternalCookie!.Configure(cookie => cookie.Cookie.Name = "saima-provider");
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "saima";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = CookieLives;
                cookie.SlidingExpiration = true;
                // A session is looked up at every request; it says itself when it is over.
                cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
            });
        });
        if (provider.On)
        {
            schemes.AddOpenIdConnect(IdentityProvider.Scheme, options => ProviderScheme.Configure(options, provider));
        }
    }

    /// <summary>Identity on our own tables, for the site and for the command line.</summary>
    public static void AddPeople(IServiceCollection services) =>
        services.AddIdentityCore<Person>(options =>
        {
            // The rules are ours, so that each is told in a sentence.
            options.Password.RequiredLength = 1;
            (options.Password.RequireDigit, options.Password.RequireLowercase, options.Password.RequireNonAlphanumeric, options.Password.RequireUppercase) = (false, false, false, false);
            options.Lockout.MaxFailedAccessAttempts = Failures;
            options.Lockout.DefaultLockoutTimeSpan = LockedFor;
            options.User.RequireUniqueEmail = false;
        })
        .AddUserStore<PersonStore>()
        .AddPasswordValidator<PasswordRules>()
        .AddDefaultTokenProviders();
}
