using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.OpenData;

public sealed class Oc4idsTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_public_projects_are_valid_by_the_schema_of_the_standard(string kind)
    {
        var site = await board.On(kind);
        var json = await site.Anonymous.GetStringAsync("/open/oc4ids.json", Cancel);
        await Valid(json);
        var package = JsonNode.Parse(json)!;
        var projects = package["projects"]!.AsArray();
        projects.Count.ShouldBe(90);
        projects.Select(project => project!["id"]!.GetValue<string>()).ShouldBeUnique();
        var one = projects.Single(project => project!["id"]!.GetValue<string>() == "oc4ids-example-P031")!;
        one["budget"]!["amount"]!["currency"]!.GetValue<string>().ShouldBe("CNY");
        one["documents"]!.AsArray().Count.ShouldBe(2);
        projects.Select(project => project!["status"]!.GetValue<string>()).Distinct().Order().ShouldBe(["completion", "implementation", "preparation"]);
        foreach (var url in one["documents"]!.AsArray().Select(document => document!["url"]!.GetValue<string>()))
        {
            (await site.Anonymous.GetAsync(new Uri(url), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK, url);
        }

        await Valid(await site.Anonymous.GetStringAsync("/open/oc4ids/P031.json", Cancel));
        (await site.Anonymous.GetAsync("/open/oc4ids/NOBODY.json", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_schema_finds_a_fault()
    {
        var schema = await Schemas.Read("oc4ids-0.9-project-schema.json");
        schema.Faults("""{"id":"x","status":"begun"}""").ShouldNotBeEmpty();
        schema.Faults("""{"id":"x","period":{"startDate":"yesterday"}}""").ShouldNotBeEmpty();
        schema.Faults("""{"title":"x"}""").ShouldNotBeEmpty();
    }

    private static async Task Valid(string json)
    {
        // The package's schema names the projects' by an address; both are here.
        var package = JsonNode.Parse(Schemas.Text("oc4ids-0.9-project-package-schema.json"))!;
        package["properties"]!["projects"]!.AsObject().Remove("items");
        (await JsonSchema.FromJsonAsync(package.ToJsonString(), Cancel)).Faults(json).ShouldBeEmpty();
        var schema = await Schemas.Read("oc4ids-0.9-project-schema.json");
        using var document = JsonDocument.Parse(json);
        foreach (var project in document.RootElement.GetProperty("projects").EnumerateArray())
        {
            schema.Faults(project.GetRawText()).ShouldBeEmpty(project.GetProperty("id").GetString());
        }
    }
}
