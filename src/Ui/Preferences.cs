using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Saima.Ui;

/// <summary>How a visitor wants to read: asked for in the address, remembered in a cookie. No account and no script is needed.</summary>
public static class Preferences
{
    /// <summary>Query key and cookie of the language.</summary>
    public const string Language = "lang";

    /// <summary>Query key and cookie of the size of the text.</summary>
    public const string Text = "text";

    public const string Large = "large";

    public const string Normal = "normal";

    /// <summary>Everything a visitor can choose, by its query key and cookie: pages kept for others are kept apart by it.</summary>
    public static IReadOnlyList<string> Keys { get; } = [Language, Text, Theme];

    /// <summary>The languages of every page, each by its own name; the first is for whoever asks for none of them.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages { get; } = [("zh-Hans", "简体"), ("zh-Hant", "繁體"), ("en", "English")];

    /// <summary>Query key and cookie of light or dark pages.</summary>
    public const string Theme = "theme";

    /// <summary>As the visitor's system wishes.</summary>
    public const string Auto = "auto";

    public const string Light = "light";

    public const string Dark = "dark";

    public static IReadOnlyList<string> Themes { get; } = [Auto, Light, Dark];

    /// <summary>One of <see cref="Themes"/>.</summary>
    public static string ThemeOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var asked = http.Request.Query[Theme].ToString();
        var wish = Themes.Contains(asked) ? asked : http.Request.Cookies[Theme];
        return wish is Light or Dark ? wish : Auto;
    }

    public static bool IsLarge(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var asked = http.Request.Query[Text].ToString();
        return (asked.Length > 0 ? asked : http.Request.Cookies[Text]) == Large;
    }

    /// <summary>The address of this page with one preference changed.</summary>
    public static string Switch(HttpContext http, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(http);
        var query = http.Request.Query.Where(pair => pair.Key != key).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query[key] = value;
        return QueryHelpers.AddQueryString(http.Request.Path.ToUriComponent(), query);
    }
}
