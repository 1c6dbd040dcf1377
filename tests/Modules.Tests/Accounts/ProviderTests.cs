using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Providers;
using Saima.Modules.Accounts.SignIn;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class ProviderTests
{
    private const string Good = "Correct-horse-9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_account_is_bound_once_by_its_password_and_then_signs_in_by_the_provider(string kind)
    {
        await using var provider = await IdentityServer.Start();
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, provider.Tell);
        await provider.Know(site);
        var chen = await Add(site, "chen.er", "陈二");
        var visitor = new Browser(site, "");
        (await visitor.Text("/sign-in?return=%2Fprojects")).ShouldContain("用统一身份认证登录");
        provider.Subject = "4711";
        (await Said(await visitor.Follow("/sign-in/provider?return=%2Fprojects"))).ShouldContain("这个身份还没有绑定账号");
        provider.Asked!.Scope.ShouldBe("openid", "nothing but who it is");
        provider.Asked.CodeChallengeMethod.ShouldBe("S256");
        (await visitor.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var own = new Browser(site, await SignIn(site, "chen.er"));
        (await own.Text("/account")).ShouldContain("没有绑定。绑定后可以用它登录");
        (await own.Get("/account/provider?ticket=made-up")).Headers.Location!.OriginalString.ShouldBe("/account");
        (await own.Send("/account", "provider", ("provider-password", "Wrong-horse-999"))).Text.ShouldContain("账号或密码不对");
        var confirmed = await own.Send("/account", "provider", ("provider-password", Good));
        confirmed.Text.ShouldContain("密码对");
        var away = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(confirmed.Html, "href=\"(/account/provider[^\"]*)\"").Groups[1].Value);
        var other = new Browser(site, await site.SignIn("旁人"));
        (await other.Get(away)).Headers.Location!.OriginalString.ShouldBe("/account", "the ticket is of one session");
        (await own.Follow(away)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        provider.Asked!.Prompt.ShouldBe("login");
        (await own.Text("/account")).ShouldContain("4711");

        var again = new Browser(site, "");
        (await again.Follow("/sign-in/provider?return=%2Faccount%3Fx%3D1")).RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/account?x=1");
        (await again.Text("/account")).ShouldContain("陈二");
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "accounts.sign-in" && entry.After == """{"by":"provider"}""", Cancel)).ShouldBe(1);
        var elsewhere = new Browser(site, "");
        (await elsewhere.Follow("/sign-in/provider?return=%2F%2Fevil.example")).RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/");

        var security = new Browser(site, await site.SignIn("安全员", Role.SecurityAdministrator));
        (await security.Text($"/people/{chen}")).ShouldContain("绑定统一身份");
        (await security.Send($"/people/{chen}", "unbind", ("identity-reason", ""))).Text.ShouldContain("1 处要改");
        (await security.Send($"/people/{chen}", "unbind", ("identity-reason", "调离"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await again.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed out everywhere");
        (await Said(await visitor.Follow("/sign-in/provider"))).ShouldContain("这个身份还没有绑定账号");
        await SignIn(site, "chen.er");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_identity_belongs_to_one_account_however_many_ask_at_once(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var people = new List<Guid>();
        for (var number = 0; number < 6; number++)
        {
            people.Add(await Add(site, $"person{number}", $"人员{number}"));
        }

        var one = new ProviderIdentity("https://id.example", "7");
        var codes = await Task.WhenAll(people.Concat(people).Select(id => Bind(site, id, one)));
        codes.Count(code => code is null).ShouldBe(1);
        (await data.Open().Set<IdentityUserLogin<Guid>>().CountAsync(Cancel)).ShouldBe(1);
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "accounts.bind-identity", Cancel)).ShouldBe(1);

        var free = people.First(id => data.Open().Set<IdentityUserLogin<Guid>>().All(login => login.UserId != id));
        (await Bind(site, free, one)).ShouldBe("IDENTITY_TAKEN");
        (await Task.WhenAll(Enumerable.Range(10, 4).Select(number => Bind(site, free, new("https://id.example", $"{number}"))))).Count(code => code is null).ShouldBe(1, "one identity for one account");
        (await Bind(site, free, new("https://id.example", "99"))).ShouldBe("ACCOUNT_BOUND");
        (await Bind(site, Guid.NewGuid(), one)).ShouldBe("NO_SUCH_PERSON");
        (await Found(site, new("https://other.example", "7"))).ShouldBe("IDENTITY_UNKNOWN", "the same subject of another issuer is somebody else");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_second_factor_and_the_lock_hold_for_the_provider_too_and_a_closed_account_stays_closed(string kind)
    {
        await using var provider = await IdentityServer.Start();
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, provider.Tell);
        await provider.Know(site);
        var id = await Add(site, "wu.jiu", "吴九");
        (await Bind(site, id, new(provider.Issuer, "9"))).ShouldBeNull();
        provider.Subject = "9";
        var key = await Factor(site, id);
        var visitor = new Browser(site, "");
        (await visitor.Follow("/sign-in/provider?return=%2Faccount")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in/code");
        (await visitor.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "half signed in is not signed in");
        (await visitor.Send("/sign-in/code", null, ("code", Totp.Code(key, Totp.StepOf(DateTimeOffset.UtcNow))))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.Text("/account")).ShouldContain("吴九");
        (await data.Open().Set<LedgerEntry>().SingleAsync(entry => entry.Action == "accounts.sign-in" && entry.Subject == $"accounts/{id}", Cancel)).After.ShouldBe("""{"by":"provider"}""");

        await data.Open().Set<Person>().Where(person => person.Id == id).ExecuteUpdateAsync(person => person.SetProperty(row => row.LockoutEnd, DateTimeOffset.UtcNow.AddMinutes(5)), Cancel);
        (await Said(await new Browser(site, "").Follow("/sign-in/provider"))).ShouldContain("已锁定");
        await data.Open().Set<Person>().Where(person => person.Id == id).ExecuteUpdateAsync(person => person.SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null).SetProperty(row => row.ClosedAt, DateTimeOffset.UtcNow), Cancel);
        (await Said(await new Browser(site, "").Follow("/sign-in/provider"))).ShouldContain("这个身份还没有绑定账号");
    }

    [Fact]
    public async Task What_goes_wrong_at_the_provider_is_said_and_signs_nobody_in()
    {
        var provider = await IdentityServer.Start();
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data, provider.Tell);
        await provider.Know(site);
        var id = await Add(site, "sun.qi", "孙七");
        (await Bind(site, id, new(provider.Issuer, "1"))).ShouldBeNull();
        var visitor = new Browser(site, "");
        (await Said(await visitor.Follow("/sign-in/provider"))).ShouldContain("您在统一身份认证那边取消了");

        provider.Subject = "1";
        var asked = await visitor.Get("/sign-in/provider");
        var answered = await visitor.Get(asked.Headers.Location!.OriginalString);
        var answer = answered.Headers.Location!.OriginalString;
        var victim = await new Browser(site, "").Get(answer);
        victim.Headers.Location!.OriginalString.ShouldContain("fault=failed", customMessage: "an answer that somebody else asked for");
        var changed = await visitor.Get(answer.Replace("code=", "code=x", StringComparison.Ordinal));
        changed.Headers.Location!.OriginalString.ShouldContain("fault=failed");
        (await visitor.Text("/sign-in/provider/done?fault=failed")).ShouldContain("回答核对不上");
        (await visitor.Text("/sign-in/provider/done")).ShouldContain("没有回答");
        (await visitor.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await provider.DisposeAsync();
        await using var late = TestDatabase.Create("sqlite");
        await using var cold = await Site.Start(late, provider.Tell);
        (await Said(await new Browser(cold, "").Follow("/sign-in/provider"))).ShouldContain("现在连不上统一身份认证");
    }

    [Fact]
    public async Task Without_a_provider_nothing_of_it_is_shown_and_half_a_setting_is_told()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data);
        var visitor = new Browser(site, site.Cookie);
        (await visitor.Text("/sign-in")).ShouldNotContain("统一身份认证");
        (await visitor.Text("/account")).ShouldNotContain("统一身份认证");
        (await visitor.Get("/sign-in/provider")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        Settings(("SAIMA_OIDC_AUTHORITY", "https://id.example")).Fault!.Zh.ShouldBe("统一身份认证没有启用：缺 SAIMA_OIDC_CLIENT。");
        Settings(("SAIMA_OIDC_AUTHORITY", "http://id.example"), ("SAIMA_OIDC_CLIENT", "a"), ("SAIMA_OIDC_SECRET", "b")).Fault!.En.ShouldContain("must be an https address");
        Settings(("SAIMA_OIDC_AUTHORITY", "http://id.example"), ("SAIMA_OIDC_CLIENT", "a"), ("SAIMA_OIDC_SECRET", "b")).On.ShouldBeFalse();
        Settings(("SAIMA_OIDC_AUTHORITY", "https://id.example"), ("SAIMA_OIDC_CLIENT", "a"), ("SAIMA_OIDC_SECRET", "b"), ("SAIMA_OIDC_TITLE", "一网通")).ShouldSatisfyAllConditions(one => one.On.ShouldBeTrue(), one => one.Fault.ShouldBeNull(), one => one.Title.Zh.ShouldBe("一网通"));
    }

    private static IdentityProvider Settings(params (string Name, string Value)[] settings) =>
        IdentityProvider.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build());

    private static async Task<Guid> Add(Site site, string user, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return (await AddPerson.Run(services.GetRequiredService<SaimaDb>(), services.GetRequiredService<UserManager<Person>>(), TimeProvider.System, "test", new(user, name, Good), Cancel)).Value!.Id;
    }

    private static async Task<string?> Bind(Site site, Guid id, ProviderIdentity identity)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return (await BindIdentity.Run(services.GetRequiredService<SaimaDb>(), services.GetRequiredService<UserManager<Person>>(), TimeProvider.System, id, identity, Cancel)).Refusal?.Code;
    }

    private static async Task<string?> Found(Site site, ProviderIdentity identity)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await SignInByProvider.Run(scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), identity)).Refusal?.Code;
    }

    private static async Task<string> Factor(Site site, Guid id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await users.FindByIdAsync(id.ToString()))!;
        var key = await SwitchSecondFactor.Key(users, person);
        await users.SetTwoFactorEnabledAsync(person, true);
        return key;
    }

    private static async Task<string> SignIn(Site site, string user)
    {
        var done = await (await PostedForm.Open(site, "/sign-in", cookie: "")).Send(("user", user), ("password", Good));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return PostedForm.Cookies(done, "");
    }

    private static async Task<string> Said(HttpResponseMessage answer) => Plain(await answer.Content.ReadAsStringAsync(Cancel));

    private static string Plain(string html) => SampleBoard.Text(html);

    /// <summary>Keeps the cookies of the site and follows where it is led, over to the provider and back.</summary>
    private sealed class Browser(Site site, string cookie)
    {
        private string cookies = cookie;

        public async Task<HttpResponseMessage> Get(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, address));
            var home = request.RequestUri!.Authority == site.Address.Authority;
            if (home)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookies);
            }

            var answer = await site.Anonymous.SendAsync(request, Cancel);
            cookies = home ? PostedForm.Cookies(answer, cookies) : cookies;
            return answer;
        }

        public async Task<HttpResponseMessage> Follow(string address)
        {
            var answer = await Get(address);
            for (var step = 0; step < 10 && answer.StatusCode == HttpStatusCode.Redirect; step++)
            {
                answer = await Get(new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!).ToString());
            }

            return answer;
        }

        public async Task<string> Text(string address) => Plain(await (await Get(address)).Content.ReadAsStringAsync(Cancel));

        public async Task<(HttpStatusCode Status, string Text, string Html)> Send(string address, string? form, params (string, string)[] typed)
        {
            var answer = await (await PostedForm.Open(site, address, form, cookies)).Send(typed);
            cookies = PostedForm.Cookies(answer, cookies);
            var html = await answer.Content.ReadAsStringAsync(Cancel);
            return (answer.StatusCode, Plain(html), html);
        }
    }
}
