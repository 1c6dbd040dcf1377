using Saima.Modules.Races.RuleSets;

namespace Saima.Browser.Tests.Board;

/// <summary>One of every kind of page, the longest names and most reasons among them.</summary>
internal static class EveryPage
{
    public static IReadOnlyList<string> Addresses { get; } =
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
        "/nothing",
        "/error",
        "/projects",
        "/projects/2023?q=nobody",
        "/projects/2023/P038",
        "/projects/2023/P001",
        "/projects/2023/P038/edit",
        "/projects/create?season=2023",
        "/verify",
        "/rounds",
        "/rounds/2023/5/1",
        "/import",
        "/changes",
        "/changes/1",
        "/rounds/2023/6",
        "/rounds/2023/calendar",
        "/rounds/rules",
        "/rounds/rules/add",
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
    ];
}
