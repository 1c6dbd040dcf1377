using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Saima.Modules.Races.Inspections;

/// <summary>Addresses of inspections, cases and the draw.</summary>
public static class InspectionLinks
{
    public static string List(int season, int round) => RacesLinks.RoundOnDesk(season, round) + "/inspections";

    public static string List(int season, int round, InspectionFilter filter, int page)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return List(season, round) + QueryString.Create(new Dictionary<string, string?>
        {
            ["q"] = filter.Search,
            ["state"] = filter.State?.ToString(),
            ["ground"] = filter.Ground?.ToString(),
            ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public static string Workbook(int season, int round) => List(season, round) + ".xlsx";

    public static string One(int season, int round, string project) => $"{List(season, round)}/{Uri.EscapeDataString(project)}";

    public static string One(Inspection one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return One(one.Season, one.Round, one.Project);
    }

    public static string Case(FalsificationCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return string.Create(CultureInfo.InvariantCulture, $"{RacesLinks.RoundOnDesk(one.Season, one.Round)}/cases/{one.Id}");
    }

    /// <summary>How the sample came about, for everybody.</summary>
    public static string Draw(int season, int round) => RacesLinks.Round(season, round) + "/draw";

    /// <summary>A word of an address; numbers are none.</summary>
    public static T? Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && char.IsAsciiLetter(text![0]) ? value : null;
}
