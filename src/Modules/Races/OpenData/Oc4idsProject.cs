using System.Globalization;
using System.Text.Json.Nodes;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races.OpenData;

/// <summary>What a bundle says of one project and the standings of it.</summary>
internal sealed record ProjectFacts(IReadOnlyDictionary<string, string> Project, IReadOnlyDictionary<string, string> Standing, IReadOnlyList<IReadOnlyDictionary<string, string>> Milestones, string UnitName);

/// <summary>A project of a published round by the Open Contracting for Infrastructure Data Standard 0.9. What the bundle does not say, such as the sector, is left out rather than guessed.</summary>
internal static class Oc4idsProject
{
    private const int YuanPerWan = 10_000;
    private const string Yuan = "CNY";

    /// <param name="full">Makes a full address of one on this site.</param>
    public static JsonObject Write(RoundHead head, ProjectFacts facts, string prefix, Func<string, string> full)
    {
        var (project, id) = (facts.Project, facts.Project["id"]);
        var authority = project["unit"];
        var written = new JsonObject
        {
            ["id"] = $"{prefix}-{id}",
            ["updated"] = Moment(head.PublishedAt),
            ["language"] = "zh",
            ["title"] = project["name"],
            ["status"] = Status(head, project),
            ["publicAuthority"] = new JsonObject { ["name"] = facts.UnitName, ["id"] = authority },
            ["budget"] = new JsonObject { ["description"] = "总投资", ["amount"] = Money(project["total_investment"]) },
            ["additionalClassifications"] = new JsonArray(new JsonObject { ["scheme"] = "saima-class", ["id"] = project["class"] }, new JsonObject { ["scheme"] = "saima-flag", ["id"] = facts.Standing["flag"] }),
            ["parties"] = new JsonArray(new JsonObject { ["id"] = authority, ["name"] = facts.UnitName, ["roles"] = new JsonArray("publicAuthority") }),
            ["forecasts"] = new JsonArray(Metric(head, "计划累计", facts.Standing["pc"])),
            ["metrics"] = new JsonArray(Metric(head, "自年初累计完成", facts.Standing["ytd"])),
            ["documents"] = Documents(head, id, full),
        };
        if (project["code"] is { Length: > 0 } code)
        {
            written["identifiers"] = new JsonArray(new JsonObject { ["id"] = code, ["scheme"] = "CN-TZXM" });
        }

        Period(written, "period", Either(project, "started_on", "planned_start"), Either(project, "completed_on", "planned_completion"));
        Period(written, "implementationPeriod", project["started_on"], project["completed_on"]);
        if (project["completed_on"] is { Length: > 0 } done)
        {
            written["completion"] = new JsonObject { ["endDate"] = Day(done) };
        }

        if (facts.Milestones.Count > 0)
        {
            written["milestones"] = new JsonArray([.. facts.Milestones.Select((milestone, at) => Milestone(head, milestone, at))]);
        }

        return written;
    }

    private static string Status(RoundHead head, IReadOnlyDictionary<string, string> project) =>
        Reached(head, project["completed_on"]) ? "completion" : Reached(head, project["started_on"]) ? "implementation" : "preparation";

    private static JsonObject Milestone(RoundHead head, IReadOnlyDictionary<string, string> milestone, int at)
    {
        var met = milestone["achieved_on"];
        var written = new JsonObject
        {
            ["id"] = (at + 1).ToString(CultureInfo.InvariantCulture),
            ["title"] = milestone["name"],
            ["type"] = "delivery",
            ["dueDate"] = Day(milestone["planned_on"]),
            ["status"] = met.Length > 0 ? "met" : Reached(head, milestone["planned_on"]) ? "notMet" : "scheduled",
            ["dateModified"] = Day(Text(head.CutOff)),
        };
        if (met.Length > 0)
        {
            written["dateMet"] = Day(met);
        }

        return written;
    }

    private static JsonObject Metric(RoundHead head, string title, string amount) => new()
    {
        ["id"] = "financialProgress",
        ["title"] = title,
        ["observations"] = new JsonArray(new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{head.Season}-r{head.Round}"),
            ["period"] = new JsonObject { ["startDate"] = Day(Text(new DateOnly(head.Season, 1, 1))), ["endDate"] = Day(Text(head.CutOff)) },
            ["value"] = Money(amount),
        }),
    };

    private static JsonArray Documents(RoundHead head, string project, Func<string, string> full) =>
    [
        Document("board", "physicalProgressReport", "本轮赛马结果和理由", full(RacesLinks.Project(head.Season, head.Round, project)), "text/html", head),
        Document("bundle", "physicalProgressReport", "结果包，可据以复算", full(RacesLinks.Bundle(head.BundleHash)), "application/zip", head),
    ];

    private static JsonObject Document(string id, string type, string title, string url, string format, RoundHead head) => new()
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{head.Season}-r{head.Round}-e{head.Edition}-{id}"),
        ["documentType"] = type,
        ["title"] = title,
        ["url"] = url,
        ["datePublished"] = Moment(head.PublishedAt),
        ["format"] = format,
        ["language"] = "zh",
    };

    private static void Period(JsonObject into, string name, string start, string end)
    {
        var period = new JsonObject();
        if (start.Length > 0)
        {
            period["startDate"] = Day(start);
        }

        if (end.Length > 0)
        {
            period["endDate"] = Day(end);
        }

        if (start.Length > 0)
        {
            into[name] = period;
        }
    }

    private static JsonObject Money(string wan) => new() { ["amount"] = (long)(decimal.Parse(wan, CultureInfo.InvariantCulture) * YuanPerWan), ["currency"] = Yuan };

    private static string Either(IReadOnlyDictionary<string, string> project, string first, string second) => project[first] is { Length: > 0 } known ? known : project[second];

    private static bool Reached(RoundHead head, string day) => day.Length > 0 && string.CompareOrdinal(day, Text(head.CutOff)) <= 0;

    private static string Day(string day) => day + "T00:00:00+08:00";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
