using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Saima.Modules.Accounts.People;
using Saima.Ui;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>Gives a browser that wants to sign in with a passkey something to have signed. Whose it is shows only with the answer, so that nobody learns who has one.</summary>
internal static class AskPasskey
{
    private const string Cookie = "saima-passkey";
    private const int NonceBytes = 16;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(AccountsLinks.Passkey, Ask).WithMetadata(new PublicAttribute());

    /// <summary>What tells this browser from others.</summary>
    public static string Browser(HttpContext http) => http.Request.Cookies[Cookie] ?? "";

    private static async Task<IResult> Ask(HttpContext http, PasskeySite site, PasskeyChallenge challenge, IPasskeyHandler<Person> handler)
    {
        if (!site.On(http.Request))
        {
            return Results.NotFound();
        }

        var browser = Browser(http);
        if (browser.Length != NonceBytes * 2)
        {
            browser = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
            http.Response.Cookies.Append(Cookie, browser, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, Path = AccountsLinks.SignIn });
        }

        var asked = await handler.MakeRequestOptionsAsync(null, http);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Asked(JsonSerializer.Deserialize<JsonElement>(asked.RequestOptionsJson), challenge.Seal(PasskeyChallenge.Use, browser, asked.AssertionState!)));
    }

    /// <param name="Options">For the browser.</param>
    /// <param name="State">Sealed; comes back with the answer.</param>
    private sealed record Asked([property: JsonPropertyName("options")] JsonElement Options, [property: JsonPropertyName("state")] string State);
}
