using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Saima.Kernel.Refusals;

namespace Saima.Ui.Notices;

/// <summary>What the next page says once, after a form was sent and the browser led elsewhere; a <see cref="Toast"/> shows it. No script is needed.</summary>
public static class Flash
{
    private const string Cookie = "flash";
    private const int Longest = 1500;

    public static void Say(HttpContext http, Phrase phrase)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(phrase);
        var bytes = Encoding.UTF8.GetBytes($"{phrase.Zh}\n{phrase.En}");
        if (bytes.Length <= Longest)
        {
            http.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(bytes), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1), IsEssential = true });
        }
    }

    /// <summary>What is to be said, and is not said again.</summary>
    public static Phrase? Take(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } kept || kept.Length > 2 * Longest || http.Response.HasStarted)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(kept)).Split('\n') is [var zh, var en] ? new(zh, en) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
