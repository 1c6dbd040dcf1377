using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using NJsonSchema;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.RuleSets;

/// <summary>Faulty rule sets: each is the example with one thing changed.</summary>
public sealed class RuleSetCorpusTests
{
    private const string When = "$.flagRows[2].when";

    /// <summary>What the schema can say as well: path, JSON put there, code of the problem.</summary>
    public static TheoryData<string, string, string> Structural => new()
    {
        { "$.format", "\"saima-rule-set/2\"", "RULES_UNKNOWN_FORMAT" },
        { "$.code", "\"lower\"", "RULES_BAD_CODE" },
        { "$.code", "7", "RULES_WRONG_KIND" },
        { "$.version", "0", "RULES_OUT_OF_RANGE" },
        { "$.version", "1.5", "RULES_OUT_OF_RANGE" },
        { "$.title", "{\"en\":\"x\"}", "RULES_MISSING" },
        { "$.title", "{\"zh-Hans\":\"x\",\"en\":\"y\",\"英\":\"z\"}", "RULES_UNKNOWN_NAME" },
        { "$.issuer", "\"\"", "RULES_BAD_TEXT" },
        { "$.effectiveFrom", "\"2023-13-01\"", "RULES_BAD_DATE" },
        { "$.effectiveFrom", "null", "RULES_WRONG_KIND" },
        { "$.surprise", "1", "RULES_UNKNOWN_NAME" },
        { "$.deadlineWorkingDays", "-1", "RULES_OUT_OF_RANGE" },
        { "$.deadlineWorkingDays", "\"5\"", "RULES_WRONG_KIND" },
        { "$.overdueFromLevel", "\"L5\"", "RULES_UNKNOWN_WORD" },
        { "$.supersedes", "\"OLD\"", "RULES_WRONG_KIND" },
        { "$.lanes", "[]", "RULES_BAD_COUNT" },
        { "$.lanes", "{}", "RULES_WRONG_KIND" },
        { "$.lanes[0].code", "\"Bad Code\"", "RULES_BAD_CODE" },
        { "$.flagRows", "[]", "RULES_BAD_COUNT" },
        { "$.flagRows[0].flag", "\"none\"", "RULES_FLAG_NONE" },
        { "$.flagRows[0].flag", "\"green\"", "RULES_UNKNOWN_WORD" },
        { "$.flagRows[0].code", "\"A|B\"", "RULES_BAD_CODE" },
        { When, "{\"metric\":\"speed\",\"below\":1}", "RULES_UNKNOWN_WORD" },
        { When, "{\"metric\":\"deviation\"}", "RULES_BAD_CONDITION" },
        { When, "{\"metric\":\"deviation\",\"below\":1,\"atMost\":1}", "RULES_BAD_CONDITION" },
        { When, "{\"metric\":\"deviation\",\"equals\":1,\"below\":3}", "RULES_BAD_CONDITION" },
        { When, "{\"metric\":\"deviation\",\"defined\":true,\"below\":3}", "RULES_BAD_CONDITION" },
        { When, "{\"metric\":\"deviation\",\"defined\":1}", "RULES_WRONG_KIND" },
        { When, "{\"metric\":\"deviation\",\"below\":\"1\"}", "RULES_WRONG_KIND" },
        { When, "{\"metric\":\"deviation\",\"below\":1e400}", "RULES_BAD_NUMBER" },
        { When, "{\"metric\":\"deviation\",\"below\":1000000000001}", "RULES_BAD_NUMBER" },
        { When, "{\"all\":[]}", "RULES_BAD_COUNT" },
        { When, "{\"all\":{}}", "RULES_WRONG_KIND" },
        { When, "{}", "RULES_BAD_CONDITION" },
        { When, "{\"is\":\"started\",\"class\":\"new\"}", "RULES_BAD_CONDITION" },
        { When, "{\"is\":\"tall\"}", "RULES_UNKNOWN_WORD" },
        { When, "{\"class\":\"old\"}", "RULES_UNKNOWN_WORD" },
        { When, "{\"not\":[]}", "RULES_WRONG_KIND" },
        { When, "{\"wouldBe\":\"exempt\"}", "RULES_BAD_WOULD_BE" },
        { When, "{\"wouldBe\":\"none\"}", "RULES_BAD_WOULD_BE" },
        { When, "{\"previousFlag\":\"gold\"}", "RULES_UNKNOWN_WORD" },
        { When, "{\"found\":\"\"}", "RULES_BAD_TEXT" },
        { When, "true", "RULES_WRONG_KIND" },
        { "$.measures[0].weight", "0", "RULES_OUT_OF_RANGE" },
        { "$.measures[0].weight", "-40", "RULES_OUT_OF_RANGE" },
        { "$.measures[0].weight", "0.5", "RULES_OUT_OF_RANGE" },
        { "$.measures[0].cases", "[]", "RULES_BAD_COUNT" },
        { "$.measures[0].cases[0].points", "-1", "RULES_OUT_OF_RANGE" },
        { "$.measures[0].cases[0].points", "\"100\"", "RULES_WRONG_KIND" },
        { "$.measures[1].cases[0].points.corners", "[]", "RULES_BAD_COUNT" },
        { "$.measures[1].cases[0].points.corners[0]", "[0]", "RULES_WRONG_KIND" },
        { "$.measures[1].cases[0].points.metric", "\"speed\"", "RULES_UNKNOWN_WORD" },
    };

    /// <summary>What only the reader can say.</summary>
    public static TheoryData<string, string, string> Semantic => new()
    {
        { "$.lanes[1].code", "\"reserve\"", "RULES_DUPLICATE_CODE" },
        { "$.flagRows[1].code", "\"SUSPENDED\"", "RULES_DUPLICATE_CODE" },
        { "$.measures[1].code", "\"progress\"", "RULES_DUPLICATE_CODE" },
        { "$.measures[1].code", "\"ytd\"", "RULES_DUPLICATE_CODE" },
        { "$.laneChoice[0].lane", "\"nowhere\"", "RULES_UNKNOWN_LANE" },
        { "$.laneChoice[3].when", "{\"is\":\"started\"}", "RULES_LAST_LANE" },
        { "$.laneChoice[0]", "{\"lane\":\"start\"}", "RULES_UNREACHABLE_LANE" },
        { "$.effectiveFrom", "\"2023-02-29\"", "RULES_BAD_DATE" },
        { "$.effectiveTo", "\"2022-12-31\"", "RULES_BAD_DATE" },
        { When, "{\"metric\":\"deviation\",\"below\":0.0000001}", "RULES_BAD_NUMBER" },
        { When, "{\"metric\":\"deviation\",\"below\":1e-7}", "RULES_BAD_NUMBER" },
        { When, "{\"metric\":\"deviation\",\"atLeast\":2,\"below\":2}", "RULES_EMPTY_RANGE" },
        { "$.flagRows[0].when", "{\"not\":{\"wouldBe\":\"yellow\"}}", "RULES_BAD_WOULD_BE" },
        { "$.measures[1].cases[0].points.corners", "[[1,0],[1,100]]", "RULES_CORNERS" },
        { "$.measures[1].cases[0].points.corners", "[[1,0],[0.5,100]]", "RULES_CORNERS" },
    };

    /// <summary>What both accept.</summary>
    public static TheoryData<string, string> Fine => new()
    {
        { "$.code", "\"OTHER\"" },
        { "$.effectiveTo", "null" },
        { "$.supersedes", "{\"code\":\"OLD-1\",\"version\":4}" },
        { "$.title", "{\"zh-Hans\":\"一\",\"en\":\"one\",\"zh-Hant\":\"壹\"}" },
        { When, "{\"metric\":\"deviation\",\"atLeast\":-30.500000,\"below\":1e1}" },
        { When, "{\"metric\":\"overallRate\",\"defined\":false}" },
        { When, "{\"any\":[{\"not\":{\"found\":\"弄虚作假\"}},{\"previousReason\":\"X\"},{\"wouldBe\":\"red\"}]}" },
        { "$.measures[1].cases[0].points", "null" },
        { "$.measures[1].cases[0].points.corners", "[[-1,0],[0.000001,1000000]]" },
    };

    [Theory]
    [MemberData(nameof(Structural))]
    public async Task Schema_and_reader_refuse_the_same(string path, string json, string code)
    {
        var (text, refusal) = Changed(path, json);

        refusal!.Problems.ShouldContain(problem => problem.Code == code);
        (await Schema()).Validate(text).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Semantic))]
    public async Task The_reader_refuses_what_makes_no_sense(string path, string json, string code)
    {
        var (text, refusal) = Changed(path, json);

        refusal!.Problems.ShouldContain(problem => problem.Code == code);
        (await Schema()).Validate(text).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task Schema_and_reader_accept_the_same(string path, string json)
    {
        var (text, refusal) = Changed(path, json);

        refusal.ShouldBeNull();
        (await Schema()).Validate(text).ShouldBeEmpty();
        var canonical = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(text), "r.json").Value!.Canonical;
        (await Schema()).Validate(Encoding.UTF8.GetString(canonical)).ShouldBeEmpty();
        RuleSetDocument.Parse(canonical, "r.json").Value!.Canonical.ShouldBe(canonical);
    }

    [Fact]
    public async Task Both_shipped_rule_sets_fulfil_the_schema()
    {
        (await Schema()).Validate(Encoding.UTF8.GetString(RuleSetDocument.DefaultSource)).ShouldBeEmpty();
        (await Schema()).Validate(Encoding.UTF8.GetString(OtherDistrict.Source)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_member_is_required_and_none_may_be_of_another_kind()
    {
        foreach (var (name, _) in JsonNode.Parse(RuleSetDocument.DefaultSource)!.AsObject())
        {
            var without = JsonNode.Parse(RuleSetDocument.DefaultSource)!.AsObject();
            without.Remove(name);
            Refused(without.ToJsonString()).Problems.ShouldContain(problem => problem.Code == "RULES_MISSING" && problem.Message.En.Contains(name, StringComparison.Ordinal));
            Refused(Replaced($"$.{name}", "true")).Problems.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_document_of_random_bytes_or_with_a_byte_changed_never_throws() =>
        Gen.Select(Gen.Int[0, RuleSetDocument.DefaultSource.Length - 1], Gen.Byte, Gen.Bool).Sample((at, value, cut) =>
        {
            var bytes = RuleSetDocument.DefaultSource;
            bytes[at] = value;
            var outcome = RuleSetDocument.Parse(cut ? bytes.AsSpan(0, at) : bytes, "r.json");
            (outcome.Value is null).ShouldBe(outcome.Refusal is { Problems.Count: > 0 });
        }, iter: 1500);

    private static async Task<JsonSchema> Schema() => await JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(RuleSetDocument.Schema), TestContext.Current.CancellationToken);

    private static (string Text, Refusal? Refusal) Changed(string path, string json)
    {
        var text = Replaced(path, json);
        return (text, RuleSetDocument.Parse(Encoding.UTF8.GetBytes(text), "r.json").Refusal);
    }

    private static Refusal Refused(string text) => RuleSetDocument.Parse(Encoding.UTF8.GetBytes(text), "r.json").Refusal!;

    /// <summary>Puts the JSON text at the path as it stands: numbers keep their digits.</summary>
    private static string Replaced(string path, string json)
    {
        var root = JsonNode.Parse(RuleSetDocument.DefaultSource)!;
        var steps = path[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode at = root;
        foreach (var step in steps[..^1])
            at = step[0] == '[' ? at[int.Parse(step[1..^1], CultureInfo.InvariantCulture)]! : at[step]!;
        if (steps[^1][0] == '[')
            at[int.Parse(steps[^1][1..^1], CultureInfo.InvariantCulture)] = "@here@";
        else
            at[steps[^1]] = "@here@";
        return root.ToJsonString().Replace("\"@here@\"", json, StringComparison.Ordinal);
    }
}
