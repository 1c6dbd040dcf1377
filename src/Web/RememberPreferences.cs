using Saima.Ui;

namespace Saima.Web;

/// <summary>What a visitor chose in the address stays chosen: language, size of the text, light or dark.</summary>
public sealed class RememberPreferences(RequestDelegate next)
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [Preferences.Language] = [.. Preferences.Languages.Select(language => language.Code)],
        [Preferences.Text] = [Preferences.Large, Preferences.Normal],
        [Preferences.Theme] = [.. Preferences.Themes],
    };

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        // A page inside another site's sets no cookies: what is chosen stays in its address.
        var embedded = http.GetEndpoint()?.Metadata.GetMetadata<EmbeddableAttribute>() is not null;
        foreach (var (key, values) in Known)
        {
            if (!embedded && http.Request.Query[key].ToString() is { Length: > 0 } value && values.Contains(value, StringComparer.Ordinal))
            {
                http.Response.Cookies.Append(key, value, new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                });
            }
        }

        return next(http);
    }
}
