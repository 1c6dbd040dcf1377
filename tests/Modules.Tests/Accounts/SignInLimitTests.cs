using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Saima.Modules.Accounts.SignIn;
using Saima.Testing;
using Saima.Web;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class SignInLimitTests
{
    private static readonly IPAddress Office = IPAddress.Parse("10.1.2.3");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Fact]
    public void Only_failures_count_each_address_for_itself_and_for_a_quarter_of_an_hour()
    {
        var time = new FakeTimeProvider(new(2026, 1, 5, 8, 30, 0, TimeSpan.Zero));
        var limit = new SignInLimit(time, most: 3);
        for (var person = 0; person < 300; person++)
        {
            limit.Enter(Office).ShouldBeNull("a whole office signs in in the morning");
            limit.Leave(Office, failed: false);
        }

        for (var failure = 0; failure < 3; failure++)
        {
            limit.Enter(Office).ShouldBeNull();
            limit.Leave(Office, failed: true);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        limit.Enter(Office).ShouldBe(TimeSpan.FromMinutes(12), "until the first failure is a quarter of an hour old");
        limit.Enter(IPAddress.Parse("::ffff:10.1.2.3")).ShouldNotBeNull("the same address, written the newer way");
        limit.Enter(IPAddress.Parse("10.1.2.4")).ShouldBeNull();
        time.Advance(TimeSpan.FromMinutes(12));
        limit.Enter(Office).ShouldBeNull();
    }

    [Fact]
    public void Whoever_has_a_whole_network_is_one_and_asking_at_once_gets_nobody_around_the_count()
    {
        var limit = new SignInLimit(new FakeTimeProvider(), most: 1);
        limit.Enter(IPAddress.Parse("2001:db8:1:2::1")).ShouldBeNull();
        limit.Leave(IPAddress.Parse("2001:db8:1:2::1"), failed: true);
        limit.Enter(IPAddress.Parse("2001:db8:1:2:ffff::9")).ShouldNotBeNull();
        limit.Enter(IPAddress.Parse("2001:db8:1:3::1")).ShouldBeNull();
        Enumerable.Range(0, 1000).Count(_ => limit.Enter(Office) is null).ShouldBe(400);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task After_too_many_failures_the_address_is_told_in_words_to_wait_before_any_password_is_looked_at(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_SIGN_IN_FAILURES"] = "3");
        var form = await PostedForm.Open(site, "/sign-in", "sign-in", "");
        for (var time = 0; time < 3; time++)
        {
            (await form.Send(("user", $"nobody{time}"), ("password", "Wrong-horse-999"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        foreach (var answer in new[] { await form.Send(("user", "nobody"), ("password", "Wrong-horse-999")), await site.Anonymous.GetAsync("/sign-in/provider/answer", Cancel) })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
            SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("从这个网络地址登录失败的次数太多");
        }

        (await site.Anonymous.GetAsync("/sign-in", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK, "the page itself can be read");
        (await site.Client.GetAsync("/account", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK, "whoever is signed in goes on");
    }

    [Fact]
    public async Task Nobody_tries_setup_codes_for_long()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_SIGN_IN_FAILURES"] = "2", bare: true);
        var form = await PostedForm.Open(site, "/setup", cookie: "");
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 3; time++)
        {
            answers.Add((await form.Send(("code", "0000"))).StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("10.9.9.0/24", false)]
    [InlineData("10.9.9.9, 127.0.0.1", true)]
    public async Task Whom_somebody_asks_for_is_believed_of_a_known_proxy_only(string? proxy, bool believed)
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data, builder => (builder.Configuration["SAIMA_SIGN_IN_FAILURES"], builder.Configuration["SAIMA_PROXY"]) = ("1", proxy));
        (await Fail(site, "203.0.113.1")).ShouldBe(HttpStatusCode.OK);
        (await Fail(site, "203.0.113.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await Fail(site, "203.0.113.2")).ShouldBe(believed ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_told_and_none_is_believed()
    {
        var read = KnownProxies.Of(new ConfigurationManager { ["SAIMA_PROXY"] = "10.0.0.5, gateway" });
        read.Networks.ShouldBeEmpty();
        read.Fault!.Zh.ShouldContain("gateway");
        KnownProxies.Of(new ConfigurationManager()).Fault.ShouldBeNull();
    }

    private static async Task<HttpStatusCode> Fail(Site site, string address)
    {
        using var opened = await site.Anonymous.GetAsync("/sign-in", Cancel);
        var html = await opened.Content.ReadAsStringAsync(Cancel);
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]*)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("user", "nobody"), new("password", "Wrong-horse-999")]),
        };
        request.Headers.TryAddWithoutValidation("Cookie", PostedForm.Cookies(opened, ""));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        return (await site.Anonymous.SendAsync(request, Cancel)).StatusCode;
    }
}
