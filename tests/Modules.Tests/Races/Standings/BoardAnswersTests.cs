using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Modules.Races;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Standings;

public sealed class BoardAnswersTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_not_there_is_a_friendly_404_in_the_readers_language(string kind)
    {
        var site = await board.On(kind);
        string[] addresses =
        [
            "/nothing", "/seasons/2023/rounds/7", "/seasons/1999/rounds/1", "/seasons/x/rounds/1", "/seasons/2023/rounds/1/lanes/sideways", "/seasons/2023/rounds/1/units/U999",
            "/seasons/2023/rounds/1/projects/P999", "/seasons/2023/rounds/9/units", "/rules/0123", "/rules/0123.json", $"/bundles/{new string('0', 64)}.zip",
            "/seasons/2023/rounds/9/bundle.zip", "/seasons/2023/rounds/9/standings.csv", "/not-found",
        ];
        foreach (var address in addresses)
        {
            using var answer = await site.Client.GetAsync(address, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("没有这个页面", customMessage: address);
            using var english = await site.Client.GetAsync(address + "?lang=en", Cancel);
            SampleBoard.Text(await english.Content.ReadAsStringAsync(Cancel)).ShouldContain("There is no such page", customMessage: address);
        }
    }

    [Theory]
    [InlineData("/", null, null, "zh-Hans")]
    [InlineData("/", "de-DE,de;q=0.9", null, "zh-Hans")]
    [InlineData("/", "en-US,en;q=0.9", null, "en")]
    [InlineData("/", "zh-CN,zh;q=0.9,en;q=0.5", null, "zh-Hans")]
    [InlineData("/", "en-US", "lang=zh-Hans", "zh-Hans")]
    [InlineData("/?lang=en", "zh-CN", "lang=zh-Hans", "en")]
    [InlineData("/?lang=zh-Hans", "en", "lang=en", "zh-Hans")]
    [InlineData("/?lang=tlh", null, null, "zh-Hans")]
    public async Task A_page_speaks_the_language_asked_for_and_Chinese_otherwise(string address, string? accepted, string? cookie, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        using var answer = await (await board.On("sqlite")).Client.SendAsync(request, Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        html.ShouldContain($"<html lang=\"{language}\"");
        SampleBoard.Text(html).ShouldContain(language == "en" ? "Race of major projects, 2023" : "2023 年重大项目赛马晾晒");
        answer.Headers.TryGetValues("Set-Cookie", out var set);
        (set is not null).ShouldBe(address is "/?lang=en" or "/?lang=zh-Hans");
    }

    [Fact]
    public async Task Large_text_stays_chosen()
    {
        var site = await board.On("sqlite");
        using var answer = await site.Client.GetAsync("/?text=large", Cancel);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("class=\"large\"");
        answer.Headers.GetValues("Set-Cookie").Single().ShouldStartWith("text=large");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/latest") { Headers = { { "Cookie", "text=large" } } };
        (await (await site.Client.SendAsync(again, Cancel)).Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty();
        using var round = new HttpRequestMessage(HttpMethod.Get, "/seasons/2023/rounds/6") { Headers = { { "Cookie", "text=large" } } };
        (await (await site.Client.SendAsync(round, Cancel)).Content.ReadAsStringAsync(Cancel)).ShouldContain("class=\"large\"");
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/nothing", "text/html")]
    [InlineData("/health", "text/plain")]
    [InlineData("/seasons/2023/rounds/6/bundle.zip", "application/zip")]
    [InlineData("/_content/Saima.Ui/saima.css", "text/css")]
    [InlineData("/_content/Saima.Ui/lib/tabler.min.css", "text/css")]
    [InlineData("/_content/Saima.Ui/lib/icons.svg", "image/svg+xml")]
    public async Task Every_answer_forbids_scripts_frames_and_guessing(string address, string type)
    {
        using var answer = await (await board.On("sqlite")).Client.GetAsync(address, Cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("script-src");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_answered_with_304()
    {
        var site = await board.On("sqlite");
        using var first = await site.Client.GetAsync("/seasons/2023/rounds/6", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/seasons/2023/rounds/6") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var same = await site.Client.SendAsync(again, Cancel);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await same.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        using var other = new HttpRequestMessage(HttpMethod.Get, "/seasons/2023/rounds/6?lang=en") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await site.Client.SendAsync(other, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/seasons/2023/rounds/6/bundle.zip")]
    public async Task The_head_of_an_answer_can_be_asked_for_alone(string address)
    {
        var site = await board.On("sqlite");
        using var whole = await site.Client.GetAsync(address, Cancel);
        using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(whole.Headers.ETag);
        (await head.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_can_be_changed_from_outside(string method)
    {
        var site = await board.On("sqlite");
        foreach (var address in new[] { "/", "/seasons/2023/rounds/6", "/seasons/2023/rounds/6/bundle.zip", "/rules" })
        {
            using var answer = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Cancel);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, address);
        }
    }

    [Fact]
    public async Task The_first_visit_loads_less_than_200_KiB()
    {
        var site = await board.On("sqlite");
        var sum = 0;
        foreach (var address in new[] { "/seasons/2023/rounds/6", "/_content/Saima.Ui/saima.css", "/_content/Saima.Ui/lib/tabler.min.css", "/_content/Saima.Ui/lib/icons.svg", "/_content/Saima.Ui/icon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br, gzip" } } };
            using var answer = await site.Client.SendAsync(request, Cancel);
            sum += (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;
        }

        sum.ShouldBeLessThan(200 * 1024);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_empty_platform_says_what_to_do(string kind)
    {
        await using var database = TestDatabase.Create(kind);
        await using var site = await Site.Start(database);
        var text = SampleBoard.Text(await site.Client.GetStringAsync("/", Cancel));
        text.ShouldContain("还没有公布任何一轮");
        text.ShouldContain("./saima sample load");
        (await site.Client.GetAsync("/latest", Cancel)).Headers.Location!.OriginalString.ShouldBe("/");
        (await site.Client.GetAsync("/rules", Cancel)).Headers.Location!.OriginalString.ShouldBe("/");
        (await site.Client.GetStringAsync("/health", Cancel)).ShouldBe("ok");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_goes_wrong_is_a_page_with_a_number_and_no_innards(string kind)
    {
        await using var database = TestDatabase.Create(kind);
        await using var site = await Site.Start(database);
        await database.Open().Database.ExecuteSqlRawAsync("ALTER TABLE races_round RENAME TO races_gone", Cancel);
        using var answer = await site.Client.GetAsync("/", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        SampleBoard.Text(html).ShouldContain("页面暂时打不开");
        html.ShouldNotContain("races_round");
        html.ShouldNotContain("Exception");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_hostile_name_is_only_text(string kind)
    {
        const string Hostile = "\"><script>alert(1)</script>' onmouseover='x";
        await using var database = TestDatabase.Create(kind);
        await SampleDistrict.Load(database);
        await database.Open().Set<StandingRow>().Where(row => row.Project == "P027").ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, Hostile), Cancel);
        await database.Open().Set<UnitRow>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Name, Hostile), Cancel);
        await using var site = await Site.Start(database);
        var unit = (await database.Open().Set<StandingRow>().FirstAsync(row => row.Project == "P027", Cancel)).Unit;
        foreach (var address in new[]
        {
            "/", "/seasons/2023/rounds/6", "/seasons/2023/rounds/6/units", $"/seasons/2023/rounds/6/units/{unit}", "/seasons/2023/rounds/6/projects/P027",
            "/seasons/2023/rounds/6?q=" + Uri.EscapeDataString(Hostile), "/seasons/2023/rounds/6?flag=" + Uri.EscapeDataString(Hostile) + "&x=" + Uri.EscapeDataString(Hostile),
        })
        {
            var html = await site.Client.GetStringAsync(address, Cancel);
            html.ShouldNotContain("<script", customMessage: address);
            html.ShouldNotContain("' onmouseover", customMessage: address);
        }

        SampleBoard.Text(await site.Client.GetStringAsync("/seasons/2023/rounds/6/projects/P027", Cancel)).ShouldContain(Hostile);
    }

    [Fact]
    public async Task Rules_of_the_sample_are_the_default_ones()
    {
        var database = await board.Database("sqlite");
        (await database.Open().Set<SettledRound>().Select(round => round.RuleSetHash).Distinct().SingleAsync(Cancel)).ShouldBe(RuleSetDocument.Default.Hash);
    }
}
