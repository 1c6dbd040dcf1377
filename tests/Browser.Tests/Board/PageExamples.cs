using System.Text.RegularExpressions;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;

namespace Saima.Browser.Tests.Board;

/// <summary>An address of each page, by its route: where somebody who may open the page looks at it.</summary>
internal static partial class PageExamples
{
    /// <param name="evidence">A piece of evidence of P067.</param>
    /// <param name="upload">A file on the import desk.</param>
    /// <param name="case">Of <see cref="RoundInUse"/>.</param>
    public static IReadOnlyDictionary<string, string> All(long evidence, Guid upload, long @case)
    {
        var rules = RuleSetDocument.Default.Hash;
        return new[]
        {
            "/", "/account", "/changes", "/error", "/import", "/inbox", "/ledger", "/ledger/check", "/not-found", "/people", "/people/add", "/people/tokens", "/people/units", "/people/units/add", "/projects",
            "/reports", "/reports/statistics", "/rounds", "/rounds/rules", "/rounds/rules/add", "/rules", "/setup", "/sign-in", "/sign-in/code", "/sign-in/provider/done", "/ui", "/verify",
            "/api", "/embed/latest", "/inbox/settings", "/log", "/log/verify", "/notices/deliveries", "/notices/robots", "/open", "/open/embed", "/reports/phone", "/rounds/templates",
        }.ToDictionary(page => page).Concat(new Dictionary<string, string>
        {
            ["/changes/{Id:long}"] = "/changes/1",
            ["/import/{Id:guid}"] = $"/import/{upload}",
            ["/ledger/{Number:long}"] = "/ledger/1",
            ["/people/units/{Code}"] = "/people/units/S05",
            ["/people/{Id:guid}"] = $"/people/{Site.IdOf("测试项目办")}",
            ["/projects/create"] = "/projects/create?season=2023",
            ["/projects/{Season:int}"] = "/projects/2023",
            ["/projects/{Season:int}/chart"] = "/projects/2023/chart",
            ["/projects/{Season:int}/map"] = "/projects/2023/map",
            ["/projects/{Season:int}/views"] = "/projects/2023/views?flag=red",
            ["/projects/{Season:int}/{Project}"] = "/projects/2023/P067",
            ["/projects/{Season:int}/{Project}/edit"] = "/projects/2023/P038/edit",
            ["/projects/{Season:int}/{Project}/evidence"] = "/projects/2023/P067/evidence",
            ["/projects/{Season:int}/{Project}/evidence/{Id:long}"] = $"/projects/2023/P067/evidence/{evidence}",
            ["/projects/{Season:int}/{Project}/place"] = "/projects/2023/P067/place",
            ["/projects/{Season:int}/{Project}/plan"] = "/projects/2023/P067/plan",
            ["/projects/{Season:int}/{Project}/{Table}/add"] = "/projects/2023/P038/reports/add",
            ["/projects/{Season:int}/{Project}/{Table}/edit"] = "/projects/2023/P038/reports/edit?key=2023-04",
            ["/reports/{Season:int}/deadlines"] = "/reports/2023/deadlines",
            ["/reports/{Season:int}/{Month}/{Unit}"] = "/reports/2023/2023-12/S05",
            ["/reports/{Season:int}/{Month}/{Unit}/{Project}"] = "/reports/2023/2023-12/S05/P028",
            ["/rounds/rules/{Hash}"] = $"/rounds/rules/{rules}",
            ["/rounds/rules/{Hash}/trial/{Season:int}/{Round:int}/{Edition:int}"] = $"/rounds/rules/{rules}/trial/2023/6/1",
            ["/rounds/rules/{Old}/against/{New}"] = $"/rounds/rules/{rules}/against/{rules}?all=yes",
            ["/rounds/{Season:int}"] = "/rounds/2023",
            ["/rounds/{Season:int}/calendar"] = "/rounds/2023/calendar",
            ["/rounds/{Season:int}/{Round:int}"] = "/rounds/2023/6",
            ["/rounds/{Season:int}/{Round:int}/{Edition:int}"] = "/rounds/2023/5/1",
            ["/rules/{Hash}"] = $"/rules/{rules}",
            ["/seasons/{Season:int}/rounds/{Round:int}"] = "/seasons/2023/rounds/6",
            ["/seasons/{Season:int}/rounds/{Round:int}/lanes/{Lane}"] = "/seasons/2023/rounds/3/lanes/start",
            ["/seasons/{Season:int}/rounds/{Round:int}/projects/{Project}"] = "/seasons/2023/rounds/5/projects/P027",
            ["/seasons/{Season:int}/rounds/{Round:int}/units"] = "/seasons/2023/rounds/6/units",
            ["/seasons/{Season:int}/rounds/{Round:int}/units/{Unit}"] = "/seasons/2023/rounds/6/units/S05",
            ["/rounds/{Season:int}/{Round:int}/{Edition:int}/disclosure"] = "/rounds/2023/6/1/disclosure",
            ["/rounds/{Season:int}/{Round:int}/cohort"] = "/rounds/2023/6/cohort",
            ["/seasons/{Season:int}/rounds/{Round:int}/cohort"] = "/seasons/2023/rounds/6/cohort",
            ["/rounds/{Season:int}/{Round:int}/review/{Item}"] = "/rounds/2023/6/review/publish",
            ["/rounds/{Season:int}/{Round:int}/review"] = "/rounds/2023/6/review",
            ["/seasons/{Season:int}/rounds/{Round:int}/editions/{Edition:int}"] = "/seasons/2023/rounds/6/editions/1",
            ["/rounds/{Season:int}/{Round:int}/inspections/{Project}"] = $"/rounds/2023/6/inspections/{RoundInUse.Project}",
            ["/seasons/{Season:int}/rounds/{Round:int}/draw"] = "/seasons/2023/rounds/6/draw",
            ["/rounds/{Season:int}/{Round:int}/cases/{Id:long}"] = $"/rounds/2023/6/cases/{@case}",
            ["/rounds/{Season:int}/{Round:int}/inspections"] = "/rounds/2023/6/inspections",
            ["/rounds/{Season:int}/{Round:int}/objections/add"] = "/rounds/2023/6/objections/add",
            ["/rounds/{Season:int}/{Round:int}/objections"] = "/rounds/2023/6/objections",
            ["/rounds/{Season:int}/{Round:int}/objections/{Number}"] = $"/rounds/2023/6/objections/{RoundInUse.Number}",
            ["/seasons/{Season:int}/rounds/{Round:int}/projects/{Id}/brief"] = "/seasons/2023/rounds/6/projects/P001/brief",
            ["/rounds/templates/{Kind}"] = "/rounds/templates/circular",
            ["/rounds/{Season:int}/{Round:int}/{Edition:int}/briefs/units/{Id}"] = "/rounds/2023/6/1/briefs/units/S05",
            ["/rounds/{Season:int}/{Round:int}/{Edition:int}/briefs/projects/{Id}"] = "/rounds/2023/6/1/briefs/projects/P001",
            ["/seasons/{Season:int}/rounds/{Round:int}/units/{Id}/brief"] = "/seasons/2023/rounds/6/units/S05/brief",
            ["/rounds/{Season:int}/{Round:int}/{Edition:int}/briefs"] = "/rounds/2023/6/1/briefs",
            ["/rounds/{Season:int}/{Round:int}/circular"] = "/rounds/2023/6/circular",
            ["/embed/seasons/{Season:int}/rounds/{Round:int}"] = "/embed/seasons/2023/rounds/6",
            ["/notices/stop/{Token}"] = "/notices/stop/none",
            ["/inbox/confirm/{Token}"] = "/inbox/confirm/none",
            ["/units/{Season:int}"] = "/units/2023",
            ["/units/{Season:int}/add"] = "/units/2023/add",
            ["/units/{Season:int}/edit"] = "/units/2023/edit?key=S05",
        }).ToDictionary();
    }

    /// <summary>Routes without an example, and examples that are of another route.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> routes, IReadOnlyDictionary<string, string> examples) =>
        [.. routes.Where(route => !examples.TryGetValue(route, out var address) || !Regex.IsMatch(address.Split('?')[0], "^" + Parameter().Replace(route, "[^/]+") + "$"))];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
