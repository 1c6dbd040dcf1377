using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NJsonSchema;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Accounts.Tokens;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;
using Saima.Ui;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.OpenData;

public sealed class ApiTests(SampleBoard board)
{
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["season"] = "2023",
        ["round"] = "6",
        ["project"] = "P031",
        ["table"] = "projects",
        ["kind"] = "scatter",
        ["edition"] = "1",
        ["hash"] = RuleSetDocument.Default.Hash,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_call_of_the_document_answers_as_its_schema_says(string kind)
    {
        var site = await board.On(kind);
        var text = await site.Anonymous.GetStringAsync("/openapi/v1.json", Cancel);
        var read = OpenApiDocument.Parse(text, "json");
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Document!.Paths.Count.ShouldBeGreaterThan(14);
        var document = JsonNode.Parse(text)!;
        var bearer = await Token(site);
        foreach (var (template, item) in document["paths"]!.AsObject())
        {
            item!.AsObject().Select(method => method.Key).ShouldBe(["get"], template);
            var call = item["get"]!;
            var address = Examples.Aggregate(template, (path, part) => path.Replace($"{{{part.Key}}}", part.Value));
            if (address.Contains('{', StringComparison.Ordinal))
            {
                template.ShouldBe("/map/layers/{name}.geojson", "a new kind of part needs an example");
                continue;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (call["security"] is not null)
            {
                request.Headers.Authorization = new("Bearer", bearer);
            }

            using var answer = await site.Anonymous.SendAsync(request, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            var content = call["responses"]!["200"]!["content"]?.AsObject();
            content?.Select(one => one.Key).ShouldContain(answer.Content.Headers.ContentType!.MediaType, address);
            if (content?["application/json"]?["schema"] is { } schema)
            {
                (await Schema(document, schema)).Faults(await answer.Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty(address);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_standings_are_paged_narrowed_and_the_same_in_every_language(string kind)
    {
        var site = await board.On(kind);
        var all = await Json(site, "/api/rounds/2023/6/standings?size=500");
        all["total"]!.GetValue<int>().ShouldBe(90);
        var pages = new List<string>();
        for (var page = 1; page <= 9; page++)
        {
            pages.AddRange((await Json(site, $"/api/rounds/2023/6/standings?size=10&page={page}"))["items"]!.AsArray().Select(row => row!["project"]!.GetValue<string>()));
        }

        pages.ShouldBe(all["items"]!.AsArray().Select(row => row!["project"]!.GetValue<string>()));
        (await Json(site, "/api/rounds/2023/6/standings?flag=red"))["total"]!.GetValue<int>().ShouldBe(56);
        (await site.Anonymous.GetStringAsync("/api/rounds/2023/6/units?lang=en", Cancel)).ShouldBe(await site.Anonymous.GetStringAsync("/api/rounds/2023/6/units?lang=zh-Hant", Cancel));
        foreach (var (address, status) in new[] { ("/api/rounds/2023/6/standings?size=501", 400), ("/api/rounds/2023/6/standings?page=0", 400), ("/api/rounds/2023/6/standings?flag=green", 400), ("/api/rounds/2099/1", 404), ("/api/rounds/2023/6/projects/NOBODY", 404) })
        {
            using var answer = await site.Anonymous.GetAsync(address, Cancel);
            ((int)answer.StatusCode).ShouldBe(status, address);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", address);
        }
    }

    [Fact]
    public async Task A_form_of_the_page_leads_to_the_call_it_stands_for()
    {
        var site = await board.On("sqlite");
        using var answer = await site.Anonymous.GetAsync("/api/try/standings?season=2023&round=6&flag=red&lane=", Cancel);
        answer.Headers.Location!.OriginalString.ShouldBe("/api/rounds/2023/6/standings?flag=red");
        using var elsewhere = await site.Anonymous.GetAsync("/api/try/project?season=2023&round=6&project=" + Uri.EscapeDataString("//evil.example/"), Cancel);
        elsewhere.Headers.Location!.OriginalString.ShouldStartWith("/api/rounds/2023/6/projects/%2F%2Fevil");
    }

    private static async Task<JsonNode> Json(Site site, string address) => JsonNode.Parse(await site.Anonymous.GetStringAsync(address, Cancel))!;

    // Schemas of the document refer to each other below another name than a schema's own.
    private static Task<JsonSchema> Schema(JsonNode document, JsonNode schema)
    {
        // Beside a reference nothing else is read.
        var root = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = document["components"]!["schemas"]!.DeepClone() };
        return JsonSchema.FromJsonAsync(root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal), Cancel);
    }

    private static async Task<string> Token(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var administrator = new Actor("security", "安全管理员", [new(Role.SecurityAdministrator, null)]);
        var order = new TokenOrder("openapi", [.. ForProgramsAttribute.Scopes], DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30), 600, "测试");
        return (await IssueToken.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), TimeProvider.System, administrator, order, Cancel)).Value!.Secret;
    }
}
