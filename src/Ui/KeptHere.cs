using Microsoft.AspNetCore.Http;

namespace Saima.Ui;

/// <summary>What a person lets a device keep, to be shown without a network. On a device that several use it goes when the person signs out, or when somebody else signs in.</summary>
public static class KeptHere
{
    /// <summary>On a page that the device may keep: whose it is.</summary>
    public const string Header = "Saima-Keep";

    private const string Cookie = "saima-kept";
    private static readonly TimeSpan Lives = TimeSpan.FromDays(365);

    /// <summary>Lets the device of who reads this page keep it.</summary>
    public static void Allow(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var person = http.Actor()!.Id;
        http.Response.Headers[Header] = person;
        if (http.Request.Cookies[Cookie] == person)
        {
            return;
        }

        http.Response.Cookies.Append(Cookie, person, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = Lives, IsEssential = true });
    }

    /// <summary>Whether something of another person than the one who is signed in may still be there.</summary>
    public static bool IsOfSomebodyElse(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Cookies[Cookie] is { Length: > 0 } person && http.Actor() is { } actor && actor.Id != person;
    }

    /// <summary>Has the browser throw away what is kept, if anything is.</summary>
    public static void Forget(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies[Cookie] is { Length: > 0 })
        {
            http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
            http.Response.Cookies.Delete(Cookie);
        }
    }
}
