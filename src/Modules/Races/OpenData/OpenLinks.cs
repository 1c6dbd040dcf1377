using Microsoft.AspNetCore.WebUtilities;

namespace Saima.Modules.Races.OpenData;

/// <summary>Addresses of what is handed out as data.</summary>
public static class OpenLinks
{
    /// <summary>What there is, in plain words.</summary>
    public const string Open = "/open";

    public const string Feed = "/feed.atom";

    public const string Oc4ids = "/open/oc4ids.json";

    /// <summary>Where the board for another site's frame is put together.</summary>
    public const string EmbedCode = "/open/embed";

    /// <summary>The calls of the interface with a form each.</summary>
    public const string Api = "/api";

    public const string OpenApi = "/openapi/v1.json";

    public static string Oc4idsOf(string project) => $"/open/oc4ids/{Uri.EscapeDataString(project)}.json";

    public static string PackageDescription(int season, int round) => RacesLinks.Round(season, round) + "/datapackage.json";

    public static string Package(int season, int round) => RacesLinks.Round(season, round) + "/datapackage.zip";

    /// <summary>The board of a round for another site's frame; the newest round where none is named.</summary>
    public static string Embed(int? season, int? round, IReadOnlyDictionary<string, string?>? look = null) =>
        QueryHelpers.AddQueryString(season is { } year && round is { } number ? "/embed" + RacesLinks.Round(year, number) : "/embed/latest", look ?? new Dictionary<string, string?>());
}
