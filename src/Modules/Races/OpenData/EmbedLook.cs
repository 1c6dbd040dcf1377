using System.Globalization;
using Microsoft.AspNetCore.Http;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>How the board looks in another site's frame, as its address says.</summary>
/// <param name="Rows">Projects of each lane.</param>
public sealed record EmbedLook(int Rows, string Theme, string Language)
{
    /// <summary>Query key of <see cref="Rows"/>.</summary>
    public const string Size = "size";

    private const int Usual = 5;

    /// <summary>Choices of <see cref="Rows"/> and how high a frame they need, in pixels.</summary>
    public static IReadOnlyList<(int Rows, int Height)> Sizes { get; } = [(3, 480), (5, 640), (10, 1000)];

    public int Height => Sizes.First(size => size.Rows == Rows).Height;

    public static EmbedLook Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rows = int.TryParse(request.Query[Size], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Sizes.Any(size => size.Rows == asked) ? asked : Usual;
        var (theme, language) = (request.Query[Preferences.Theme].ToString(), request.Query[Preferences.Language].ToString());
        return new(rows, Preferences.Themes.Contains(theme) ? theme : Preferences.Auto, Preferences.Languages.Any(one => one.Code == language) ? language : Preferences.Languages[0].Code);
    }

    public IReadOnlyDictionary<string, string?> Query => new Dictionary<string, string?>
    {
        [Size] = Rows.ToString(CultureInfo.InvariantCulture),
        [Preferences.Theme] = Theme,
        [Preferences.Language] = Language,
    };
}
