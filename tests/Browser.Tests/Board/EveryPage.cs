using Saima.Kernel.Identity;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;

namespace Saima.Browser.Tests.Board;

/// <summary>One of every kind of page, the longest names and most reasons among them.</summary>
internal static class EveryPage
{
    private static IReadOnlyList<string> Addresses { get; } =
    [
        "/",
        "/seasons/2023/rounds/4?flag=yellow",
        "/seasons/2023/rounds/6?q=nobody",
        "/seasons/2023/rounds/3/lanes/start",
        "/seasons/2023/rounds/6/units",
        "/seasons/2023/rounds/6/units/S05",
        "/seasons/2023/rounds/5/projects/P027",
        "/seasons/2023/rounds/6/projects/P001",
        "/rules",
        "/open",
        "/open/embed",
        "/embed/seasons/2023/rounds/6",
        "/api",
        "/nothing",
        "/error",
        "/projects",
        "/projects/2023?q=nobody",
        "/projects/2023/P038",
        "/projects/2023/P001",
        "/projects/2023/P038/edit",
        "/projects/create?season=2023",
        "/verify",
        "/log",
        "/log/verify",
        "/rounds",
        "/rounds/2023/5/1",
        "/rounds/2023/5/1/disclosure",
        "/import",
        "/changes",
        "/changes/1",
        "/rounds/2023/6",
        "/rounds/2023/6/cohort?moved=unranked",
        "/seasons/2023/rounds/6/cohort",
        "/seasons/2023/rounds/5/editions/1",
        "/rounds/2023/calendar",
        "/rounds/rules",
        "/rounds/rules/add",
        "/rounds/templates",
        "/rounds/templates/circular",
        "/rounds/templates/deck",
        "/rounds/2023/6/circular",
        "/rounds/2023/6/1/briefs",
        "/rounds/2023/6/1/briefs/projects/P001",
        "/rounds/2023/6/1/briefs/units/S05",
        "/seasons/2023/rounds/6/projects/P001/brief",
        "/seasons/2023/rounds/6/units/S05/brief",
        $"/rounds/rules/{RuleSetDocument.Default.Hash}",
        $"/rounds/rules/{RuleSetDocument.Default.Hash}/against/{RuleSetDocument.Default.Hash}?all=yes",
        $"/rounds/rules/{RuleSetDocument.Default.Hash}/trial/2023/6/1",
        "/units/2023",
        "/units/2023/add",
        "/projects/2023/P038/reports/add",
        "/ui",
        "/projects/2023?flag=red&unit=S02&col=town&col=total",
        "/projects/2023/chart",
        "/projects/2023/map",
        "/projects/2023/P038/place",
        "/projects/2023/views?flag=red",
        "/reports?month=2023-12",
        "/reports?q=nobody",
        "/reports/2023/deadlines",
        "/reports/2023/2023-12/S05",
        "/reports/2023/2023-12/S05/P028",
        "/reports/statistics?month=2023-12",
        "/rounds/2023/6/objections",
        "/rounds/2023/6/review",
        "/rounds/2023/6/review/publish",
        "/sign-in",
        "/sign-in/provider/done",
        "/setup",
        "/account",
        "/inbox/settings",
        "/inbox/confirm/nothing",
        "/notices/stop/nothing",
    ];

    /// <summary>Pages of the administrators.</summary>
    private static IReadOnlyList<string> Administration { get; } = ["/people", "/people?q=nobody", "/people/add", "/people/units", "/people/units/add", "/people/units/S05", $"/people/{Site.IdOf("测试项目办")}", "/notices/deliveries", "/notices/deliveries?q=nobody", "/notices/robots"];

    /// <summary>Each page with somebody who may open it.</summary>
    public static IReadOnlyList<(Role Role, IReadOnlyList<string> Addresses)> ByRole { get; } =
        [(Role.ProjectOffice, Addresses), (Role.SystemAdministrator, Administration), (Role.SecurityAdministrator, [Administration[6], "/people/tokens", "/people/units/S05"]), (Role.AuditAdministrator, ["/ledger", "/ledger?q=nobody", "/ledger/1", "/ledger/2", "/ledger/check", "/people"]), (Role.Leader, ["/rounds", "/rounds/2023/6/1/disclosure", "/projects/2023/P038", "/people"]), (Role.Reporter, ["/projects/2023", "/projects/2023/P038", "/changes/1", "/people", "/reports/2023/2023-12/S05", "/reports/phone", "/projects/2023/P067/evidence", "/projects/2023/P067/plan", "/inbox", "/inbox/settings", "/rounds/2023/6/objections", "/rounds/2023/6/objections/add"]), (Role.StatisticsVerifier, ["/reports/statistics"])];
}
