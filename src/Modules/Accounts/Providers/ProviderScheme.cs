using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Saima.Modules.Accounts.SignIn;

namespace Saima.Modules.Accounts.Providers;

/// <summary>How the provider is asked: by code with PKCE, for nothing but the subject; no token of it is kept.</summary>
internal static class ProviderScheme
{
    public const string Bind = "bind";
    public const string Return = "return";
    private const string Issuer = "issuer";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Configure(OpenIdConnectOptions options, IdentityProvider provider)
    {
        options.Authority = provider.Authority!.ToString();
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        (options.ClientId, options.ClientSecret) = (provider.Client, provider.Secret);
        (options.ResponseType, options.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        options.CallbackPath = AccountsLinks.ProviderAnswer;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.BackchannelTimeout = Patience;
        options.Scope.Clear();
        options.Scope.Add("openid");
        // The answer comes back as a visit, so that these need not be open to every site.
        (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy) = (CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.SameAsRequest);
        options.Events = new()
        {
            OnRedirectToIdentityProvider = context =>
            {
                context.ProtocolMessage.UiLocales = CultureInfo.CurrentUICulture.Name;
                if (context.Properties.Items.ContainsKey(Bind))
                {
                    // On a shared computer somebody else may still be signed in at the provider.
                    context.ProtocolMessage.Prompt = OpenIdConnectPrompt.Login;
                }

                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                context.Properties!.Items[Issuer] = context.Principal!.FindFirstValue("iss");
                return Task.CompletedTask;
            },
            OnAccessDenied = context => Lead(context.HandleResponse, context.Response, "denied"),
            OnRemoteFailure = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<SignInLimit>().Failed(context.HttpContext);
                return Lead(context.HandleResponse, context.Response, "failed");
            },
        };
    }

    /// <summary>Who the provider says somebody is.</summary>
    public static ProviderIdentity? Answered(AuthenticateResult answer) =>
        answer is { Succeeded: true } ? ProviderIdentity.Of(answer.Properties.Items.TryGetValue(Issuer, out var issuer) ? issuer : null, answer.Principal.FindFirstValue("sub")) : null;

    private static Task Lead(Action handled, HttpResponse response, string fault)
    {
        response.Redirect(AccountsLinks.ProviderFault(fault));
        handled();
        return Task.CompletedTask;
    }
}
