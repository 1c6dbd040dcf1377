using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Saima.Modules.Accounts.Sessions;
using Saima.Ui;

namespace Saima.Modules.Accounts.Providers;

/// <summary>Leads somebody to the provider: to sign in, or to bind the account of a session whose password was typed once more.</summary>
internal static partial class AskProvider
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(AccountsLinks.Provider, SignIn).WithMetadata(new PublicAttribute());
        endpoints.MapGet(AccountsLinks.BindProvider, Bind).WithMetadata(new SignedInAttribute());
    }

    private static Task<IResult> SignIn(HttpContext http, IdentityProvider provider, IOptionsMonitor<OpenIdConnectOptions> options) =>
        Lead(http, provider, options, new() { Items = { [ProviderScheme.Return] = AccountsLinks.Local(http.Request.Query["return"]) } });

    private static async Task<IResult> Bind(HttpContext http, IdentityProvider provider, BindTicket tickets, IOptionsMonitor<OpenIdConnectOptions> options) =>
        SignedIn.SessionOf(http.User) is { } session && tickets.Fits(http.Request.Query["ticket"], session)
            ? await Lead(http, provider, options, new() { Items = { [ProviderScheme.Bind] = session.ToString() } })
            : Results.Redirect(AccountsLinks.Own);

    private static async Task<IResult> Lead(HttpContext http, IdentityProvider provider, IOptionsMonitor<OpenIdConnectOptions> options, AuthenticationProperties properties)
    {
        if (!provider.On)
        {
            return Results.NotFound();
        }

        try
        {
            await options.Get(IdentityProvider.Scheme).ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
        }
        catch (InvalidOperationException fault)
        {
            Unreachable(http.RequestServices.GetRequiredService<ILogger<IdentityProvider>>(), provider.Authority!, fault);
            return Results.Redirect(AccountsLinks.ProviderFault("unreachable"));
        }

        properties.RedirectUri = AccountsLinks.ProviderDone;
        return Results.Challenge(properties, [IdentityProvider.Scheme]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider {Authority} does not say how it is asked")]
    private static partial void Unreachable(ILogger log, Uri authority, Exception fault);
}
