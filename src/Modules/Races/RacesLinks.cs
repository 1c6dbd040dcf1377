using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races;

/// <summary>Addresses of this module's pages and downloads.</summary>
public static class RacesLinks
{
    public const string Home = "/";

    public static string Round(int season, int round) => string.Create(CultureInfo.InvariantCulture, $"/seasons/{season}/rounds/{round}");

    /// <summary>The newest round, whichever it is.</summary>
    public const string Latest = "/latest";

    /// <summary>The rules in force, whichever they are.</summary>
    public const string RulesInForce = "/rules";

    /// <summary>The rounds desk.</summary>
    public const string Rounds = "/rounds";

    public static string RoundsOf(int season) => string.Create(CultureInfo.InvariantCulture, $"/rounds/{season}");

    /// <summary>The calendar of a season, to be edited.</summary>
    public static string Calendar(int season) => RoundsOf(season) + "/calendar";

    /// <summary>One round on the desk: its frozen data and what changed since.</summary>
    public static string RoundOnDesk(int season, int round) => string.Create(CultureInfo.InvariantCulture, $"/rounds/{season}/{round}");

    /// <summary>An edition as it was settled, published or not.</summary>
    public static string Edition(int season, int round, int edition, int page = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"/rounds/{season}/{round}/{edition}{(page > 1 ? $"?page={page}" : "")}");

    /// <summary>The rule sets that are kept, for the desk.</summary>
    public const string RuleSets = "/rounds/rules";

    public const string AddRuleSet = "/rounds/rules/add";

    public static string RuleSet(string hash) => $"{RuleSets}/{hash}";

    public static string RuleSetDocument(string hash) => $"{RuleSets}/{hash}.json";

    /// <summary>Two rule sets side by side; all sentences, or those that differ.</summary>
    public static string CompareRuleSets(string old, string now, bool all = false) => $"{RuleSets}/{old}/against/{now}{(all ? "?all=yes" : "")}";

    /// <summary>A rule set tried on an edition that was settled by another.</summary>
    public static string Trial(string hash, SettledRound round, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(round);
        return string.Create(CultureInfo.InvariantCulture, $"{RuleSets}/{hash}/trial/{round.Season}/{round.Round}/{round.Edition}{(page > 1 ? $"?page={page}" : "")}");
    }

    public static string TrialWorkbook(string hash, SettledRound round) => Trial(hash, round) + ".xlsx";

    /// <summary>Where anybody hands in a bundle and is told whether it is right.</summary>
    public const string Verify = "/verify";

    public static string SeasonOf(int season) => string.Create(CultureInfo.InvariantCulture, $"/?season={season}");

    public static string Lane(int season, int round, string lane) => $"{Round(season, round)}/lanes/{Uri.EscapeDataString(lane)}";

    /// <summary>The standings of a round or of one lane of it, narrowed; what is empty does not narrow.</summary>
    public static string Standings(RoundHead round, StandingFilter filter, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(filter);
        var query = new Dictionary<string, string?>();
        foreach (var (key, value) in new[] { ("flag", filter.Flag), ("unit", filter.Unit), ("moved", filter.Moved), ("q", filter.Search), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query[key] = value;
            }
        }

        var path = filter.Lane is { } lane ? Lane(round.Season, round.Round, lane) : Round(round.Season, round.Round);
        return QueryHelpers.AddQueryString(path, query) + "#standings";
    }

    public static string Units(int season, int round) => $"{Round(season, round)}/units";

    public static string Unit(int season, int round, string unit, int page = 1) =>
        $"{Round(season, round)}/units/{Uri.EscapeDataString(unit)}" + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "");

    public static string Project(int season, int round, string project) => $"{Round(season, round)}/projects/{Uri.EscapeDataString(project)}";

    public static string Rules(string hash) => $"/rules/{hash}";

    /// <summary>The rule set document as it was issued.</summary>
    public static string RulesDocument(string hash) => $"/rules/{hash}.json";

    /// <summary>A bundle by its fingerprint: this address never says anything else.</summary>
    public static string Bundle(string hash) => $"/bundles/{hash}.zip";

    /// <summary>The bundle of the edition in force.</summary>
    public static string Bundle(int season, int round) => $"{Round(season, round)}/bundle.zip";

    public static string StandingsCsv(int season, int round) => $"{Round(season, round)}/standings.csv";

    public static string StandingsWorkbook(int season, int round) => $"{Round(season, round)}/standings.xlsx";

    public static string UnitsCsv(int season, int round) => $"{Round(season, round)}/units.csv";

    /// <summary>The templates of circulars, briefs and decks.</summary>
    public const string Templates = "/rounds/templates";

    public static string Template(Circulars.TemplateKind kind, int? version = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Templates}/{Circulars.TemplateSections.Code(kind)}{(version is { } one ? $"?version={one}" : "")}");

    /// <summary>A preview as a file.</summary>
    public static string Preview(string id) => $"{Templates}/preview/{id}";

    /// <summary>Circular and meeting pack of a round on the desk.</summary>
    public static string Circular(int season, int round) => RoundOnDesk(season, round) + "/circular";

    /// <summary>A file made from an edition: <c>circular.docx</c>, <c>annex.xlsx</c>, <c>deck.pptx</c>, <c>briefs/units/S05.docx</c> and so on.</summary>
    public static string EditionFile(int season, int round, int edition, string file) => $"{Edition(season, round, edition)}/{file}";

    /// <summary>A file of an issued circular, for the desk.</summary>
    public static string IssuedCircular(long id, string format) => string.Create(CultureInfo.InvariantCulture, $"/rounds/circulars/{id}.{format}");

    /// <summary>The circular issued on the edition in force, for everybody.</summary>
    public static string PublishedCircular(int season, int round, string format) => $"{Round(season, round)}/circular.{format}";

    /// <summary>The briefs of an edition.</summary>
    public static string Briefs(int season, int round, int edition, int page = 1) => $"{Edition(season, round, edition)}/briefs" + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "");

    public static string ProjectBrief(int season, int round, int edition, string project) => $"{Briefs(season, round, edition)}/projects/{Uri.EscapeDataString(project)}";

    public static string UnitBrief(int season, int round, int edition, string unit) => $"{Briefs(season, round, edition)}/units/{Uri.EscapeDataString(unit)}";

    /// <summary>The brief of a project of a published round.</summary>
    public static string PublishedProjectBrief(int season, int round, string project) => Project(season, round, project) + "/brief";

    public static string PublishedUnitBrief(int season, int round, string unit) => Unit(season, round, unit) + "/brief";
}
