using System.Net;
using Saima.Cli;
using Saima.Modules.Races.Life;
using Saima.Modules.Tests.Races.Life;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Standings;

public sealed class KeptPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_kept_page_is_gone_as_soon_as_another_process_publishes(string kind)
    {
        await using var database = TestDatabase.Create(kind);
        await using var site = await Site.Start(database);
        await Command(database, "import", SampleDistrict.Folder, "--season", "2023");
        await new Walk(database, 1).To(RoundPhase.Published);
        await Task.Delay(TimeSpan.FromMilliseconds(250), Cancel);
        (await Said(site, "/")).ShouldContain("全年累计（1 轮）");
        (await Said(site, "/")).ShouldContain("全年累计（1 轮）");
        await new Walk(database, 2).To(RoundPhase.Review);
        (await Said(site, "/")).ShouldContain("全年累计（1 轮）");
        await new Walk(database, 2).To(RoundPhase.Published);
        await Task.Delay(TimeSpan.FromMilliseconds(250), Cancel);
        (await Said(site, "/")).ShouldContain("全年累计（2 轮）");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Kept_pages_are_kept_apart_by_language_size_of_text_and_encoding(string kind)
    {
        await using var database = TestDatabase.Create(kind);
        await SampleDistrict.Load(database);
        await using var site = await Site.Start(database);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await Said(site, "/", language: "zh-CN")).ShouldContain("重大项目赛马晾晒");
            (await Said(site, "/", language: "zh-TW")).ShouldContain("重大項目賽馬晾曬");
            (await Said(site, "/", language: "en-GB")).ShouldContain("Race of major projects");
            (await Said(site, "/", cookie: "text=large")).ShouldContain("标准版");
            (await Said(site, "/", cookie: "lang=en")).ShouldContain("Race of major projects");
            (await Said(site, "/")).ShouldContain("大字版");
            using var plain = new HttpRequestMessage(HttpMethod.Get, "/");
            using var packed = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "br" } } };
            using var plainAnswer = await site.Anonymous.SendAsync(plain, Cancel);
            using var packedAnswer = await site.Anonymous.SendAsync(packed, Cancel);
            plainAnswer.Content.Headers.ContentEncoding.ShouldBeEmpty();
            packedAnswer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
            plainAnswer.Headers.ETag.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_page_is_kept_but_not_what_was_searched_for_nor_what_is_missing()
    {
        await using var database = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(database);
        await using var site = await Site.Start(database);
        (await Kept(site, "/seasons/2023/rounds/6?flag=red")).ShouldBeTrue();
        (await Kept(site, "/seasons/2023/rounds/6?q=a")).ShouldBeFalse();
        (await Kept(site, "/seasons/2023/rounds/6?other=1")).ShouldBeFalse();
        (await Kept(site, "/projects/2023", site.Client)).ShouldBeFalse();
        (await Kept(site, "/seasons/2023/rounds/6", site.Client)).ShouldBeFalse("a page of somebody who is signed in names them");
        using var missing = await site.Anonymous.GetAsync("/seasons/2023/rounds/7", Cancel);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // What is kept carries its age.
    private static async Task<bool> Kept(Site site, string address, HttpClient? reader = null)
    {
        using var first = await (reader ?? site.Anonymous).GetAsync(address, Cancel);
        using var second = await (reader ?? site.Anonymous).GetAsync(address, Cancel);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        return second.Headers.Age is not null;
    }

    private static async Task<string> Said(Site site, string address, string? language = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task Command(TestDatabase database, params string[] arguments)
    {
        using var output = new StringWriter();
        (await CommandLine.Run([.. arguments, "--db", database.Db], output, output, Cancel)).ShouldBe(0, output.ToString());
    }
}
