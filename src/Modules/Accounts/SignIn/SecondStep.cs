using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Saima.Modules.Accounts.SignIn;

/// <summary>Remembers for five minutes, in a sealed cookie, whose password was right while the second factor is asked for.</summary>
public sealed class SecondStep(IDataProtectionProvider protection)
{
    private const string Cookie = "saima-second";
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("saima.second-step").ToTimeLimitedDataProtector();

    /// <param name="by">What stood for the password; empty for the password itself.</param>
    public void Ask(HttpContext http, Guid person, string target, string by = "")
    {
        ArgumentNullException.ThrowIfNull(http);
        // Lax: on the way back from the provider the browser comes from another site.
        http.Response.Cookies.Append(Cookie, seal.Protect($"{person}\n{target}\n{by}", Lives), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
    }

    /// <summary>Whose code is asked for, and where the person wanted to go; empty if the time is over.</summary>
    public (Guid Person, string Target, string By)? Waiting(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } sealed_)
        {
            return null;
        }

        try
        {
            return seal.Unprotect(sealed_).Split('\n') is [var id, var target, var by] && Guid.TryParse(id, out var person) ? (person, target, by) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static void Forget(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Delete(Cookie);
    }
}
