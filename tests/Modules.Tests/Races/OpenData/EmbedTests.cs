using System.Net;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.OpenData;

public sealed class EmbedTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_for_a_frame_has_no_navigation_no_script_and_sets_no_cookie_whatever_is_chosen()
    {
        var site = await board.On("sqlite");
        using var answer = await site.Anonymous.GetAsync("/embed/seasons/2023/rounds/6?size=3&theme=dark&lang=en", Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        html.ShouldNotContain("<script");
        html.ShouldNotContain("site-head");
        html.ShouldContain("lang=\"en\"");
        html.ShouldContain("dark.css\" media=\"screen\"");
        SampleBoard.Text(html).ShouldContain("Red");
        (await site.Anonymous.GetStringAsync("/embed/latest?size=10&theme=dark&lang=en", Cancel)).Length.ShouldBeGreaterThan(html.Length);
        (await site.Anonymous.GetAsync("/embed/seasons/2023/rounds/7", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_sites_the_operator_names_may_show_it_and_no_other_page_in_a_frame()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var named = await Site.Start(data, builder => builder.Configuration["SAIMA_EMBED"] = "https://www.example.gov.cn, https://*.example.cn");
        (await Policy(named, "/embed/latest")).ShouldContain("frame-ancestors 'self' https://www.example.gov.cn https://*.example.cn;");
        (await Policy(named, "/")).ShouldContain("frame-ancestors 'none'");
        var site = await board.On("sqlite");
        (await Policy(site, "/embed/latest")).ShouldContain("frame-ancestors 'self';");
        (await Policy(site, "/open/embed")).ShouldContain("frame-src 'self'");
        await using var wrong = await Site.Start(data, builder => builder.Configuration["SAIMA_EMBED"] = "https://a.cn; script-src *");
        (await Policy(wrong, "/embed/latest")).ShouldContain("frame-ancestors 'self';");
    }

    [Fact]
    public async Task The_code_to_copy_shows_what_was_chosen()
    {
        var site = await board.On("sqlite");
        var html = WebUtility.HtmlDecode(await site.Anonymous.GetStringAsync("/open/embed?which=2023-4&size=3&look=dark&words=en", Cancel));
        html.ShouldContain($"<iframe src=\"{site.Address}embed/seasons/2023/rounds/4?size=3&amp;theme=dark&amp;lang=en\"");
        html.ShouldContain("class=\"embed-preview\" src=\"/embed/seasons/2023/rounds/4?size=3&theme=dark&lang=en\"");
    }

    private static async Task<string> Policy(Site site, string address)
    {
        using var answer = await site.Anonymous.GetAsync(address, Cancel);
        answer.Headers.Contains("X-Frame-Options").ShouldBe(!address.StartsWith("/embed", StringComparison.Ordinal), address);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
