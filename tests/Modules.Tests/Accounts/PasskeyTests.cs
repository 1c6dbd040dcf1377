using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Passkeys;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed partial class PasskeyTests
{
    private const string Good = "Correct-horse-9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_passkey_is_added_signs_in_for_both_factors_is_renamed_and_removed_for_good(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        using var device = new SoftAuthenticator();
        var id = await Add(site, "chen.er", "陈二");
        await TurnSecondFactorOn(site, id);
        var own = await site.SignIn("陈二");
        await Make(site, own, device, "单位电脑");
        (await Text(await Get(site, "/account", own))).ShouldContain("单位电脑");
        (await Get(site, "/account", own)).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");

        var done = await SignIn(site, device);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await Text(done));
        new Uri(site.Address, done.Headers.Location!).AbsolutePath.ShouldBe("/account", "no code is asked for");
        var next = PostedForm.Cookies(done, "");
        (await Get(site, "/account", next)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var passkey = await data.Open().Set<Passkey>().SingleAsync(Cancel);
        (passkey.SignCount, passkey.UsedAt is not null, passkey.Transports).ShouldBe((1, true, "internal"));

        (await (await PostedForm.Open(site, "/account", $"passkey-name-{passkey.Id}", next)).Send(("passkey-new", "家里电脑"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await (await PostedForm.Open(site, "/account", $"passkey-name-{passkey.Id}", next)).Send(("passkey-new", " ")))).ShouldContain("有 1 处要改");
        (await (await PostedForm.Open(site, "/account", $"passkey-end-{passkey.Id}", next)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await Get(site, "/account", next))).ShouldContain("还没有通行密钥");
        (await Get(site, "/account", own)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "all other devices are signed out");
        (await Text(await SignIn(site, device))).ShouldContain("这把通行密钥不能登录");
        (await data.Open().Set<Passkey>().SingleAsync(Cancel)).EndedBy.ShouldBe("陈二", "it is ended and never erased");
        (await Acts(data)).ShouldBe(["accounts.passkey-add", "accounts.sign-in {\"by\":\"passkey\"}", "accounts.passkey-rename", "accounts.passkey-end", "accounts.passkey-refused {\"why\":\"ended\"}"]);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_signed_elsewhere_for_something_else_or_without_the_finger_signs_nobody_in(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        using var device = new SoftAuthenticator();
        await Add(site, "chen.er", "陈二");
        await Make(site, await site.SignIn("陈二"), device, "电脑");
        foreach (var (spoil, mend) in new (Action, Action)[]
        {
            (() => device.Origin = "https://saima.example.evil.example", () => device.Origin = "https://saima.example"),
            (() => device.Origin = "http://saima.example", () => device.Origin = "https://saima.example"),
            (() => device.Domain = "evil.example", () => device.Domain = "saima.example"),
            (() => device.CrossOrigin = true, () => device.CrossOrigin = false),
            (() => device.Verifies = false, () => device.Verifies = true),
        })
        {
            spoil();
            (await Text(await SignIn(site, device))).ShouldContain("这把通行密钥不能登录");
            mend();
        }

        (await Text(await SignIn(site, device, challenge: Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))))).ShouldContain("这把通行密钥不能登录");
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "accounts.passkey-refused", Cancel)).ShouldBe(6);
        (await SignIn(site, device)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        using var device = new SoftAuthenticator();
        await Add(site, "chen.er", "陈二");
        await Make(site, await site.SignIn("陈二"), device, "电脑");
        var (options, state, browser) = await Ask(site);
        var answer = device.Use(options);
        (await Text(await (await Form(site, (await Ask(site)).Browser)).Send(("state", state), ("credential", answer)))).ShouldContain("时间已过");
        (await Text(await (await Form(site, "")).Send(("state", state), ("credential", answer)))).ShouldContain("时间已过");
        (await (await Form(site, browser)).Send(("state", state), ("credential", answer))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await (await Form(site, browser)).Send(("state", state), ("credential", answer)))).ShouldContain("这次回答已经用过");
        (await Text(await (await Form(site, browser)).Send(("state", "x"), ("credential", answer)))).ShouldContain("时间已过");
        (await Text(await (await Form(site, (await Ask(site)).Browser)).Send(("state", ""), ("credential", "{")))).ShouldContain("时间已过");
    }

    [Fact]
    public async Task A_challenge_is_for_one_purpose_and_one_session_and_lives_five_minutes()
    {
        await using var data = TestDatabase.Create("sqlite");
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var challenge = new PasskeyChallenge(new EphemeralDataProtectionProvider(), time);
        var state = challenge.Seal(PasskeyChallenge.Use, "one", "state");
        (await challenge.Open(data.Open(), PasskeyChallenge.Make, "one", state, Cancel)).ShouldBeNull();
        (await challenge.Open(data.Open(), PasskeyChallenge.Use, "other", state, Cancel)).ShouldBeNull();
        (await challenge.Open(data.Open(), PasskeyChallenge.Use, "one", state, Cancel)).ShouldBe("state");
        (await challenge.Open(data.Open(), PasskeyChallenge.Use, "one", state, Cancel)).ShouldBeNull();
        var late = challenge.Seal(PasskeyChallenge.Use, "one", "late");
        time.Advance(TimeSpan.FromMinutes(5));
        (await challenge.Open(data.Open(), PasskeyChallenge.Use, "one", late, Cancel)).ShouldBeNull();
        time.Advance(TimeSpan.FromMinutes(6));
        (await challenge.Open(data.Open(), PasskeyChallenge.Use, "one", challenge.Seal(PasskeyChallenge.Use, "one", "next"), Cancel)).ShouldBe("next");
        (await data.Open().Set<AnsweredChallenge>().CountAsync(Cancel)).ShouldBe(1, "older ones are forgotten, their time is over anyhow");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_counter_that_goes_back_is_refused_and_recorded(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        using var device = new SoftAuthenticator { Count = 40 };
        await Add(site, "chen.er", "陈二");
        await Make(site, await site.SignIn("陈二"), device, "电脑");
        (await SignIn(site, device)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        device.Count = 12;
        (await Text(await SignIn(site, device))).ShouldContain("可能被复制过");
        (await Acts(data))[^1].ShouldBe("accounts.passkey-refused {\"why\":\"counter\"}");
        (await data.Open().Set<Passkey>().SingleAsync(Cancel)).SignCount.ShouldBe(41);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nobody_signs_in_as_another_person_and_nobody_who_is_locked_or_closed(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        using var device = new SoftAuthenticator();
        using var strange = new SoftAuthenticator();
        var (chen, sun) = (await Add(site, "chen.er", "陈二"), await Add(site, "sun.qi", "孙七"));
        await Make(site, await site.SignIn("陈二"), device, "电脑");
        (await Text(await SignIn(site, device, user: sun.ToString()))).ShouldContain("这把通行密钥不能登录");
        (await Text(await SignIn(site, strange, user: chen.ToString()))).ShouldContain("这把通行密钥不能登录");
        strange.Id = device.Id;
        (await Text(await SignIn(site, strange, user: chen.ToString()))).ShouldContain("这把通行密钥不能登录", customMessage: "signed with another key");

        await data.Open().Set<Person>().Where(person => person.Id == chen).ExecuteUpdateAsync(person => person.SetProperty(row => row.LockoutEnd, DateTimeOffset.UtcNow.AddMinutes(5)), Cancel);
        (await Text(await SignIn(site, device))).ShouldContain("已锁定");
        await data.Open().Set<Person>().Where(person => person.Id == chen).ExecuteUpdateAsync(person => person.SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), Cancel);
        (await SignIn(site, device)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await data.Open().Set<Person>().Where(person => person.Id == chen).ExecuteUpdateAsync(person => person.SetProperty(row => row.ClosedAt, DateTimeOffset.UtcNow), Cancel);
        (await Text(await SignIn(site, device))).ShouldContain("这把通行密钥不能登录");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_register_the_same_passkey_at_once_one_does(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        var id = RandomNumberGenerator.GetBytes(32);
        var ready = new List<(PostedForm Form, string Credential)>();
        for (var number = 0; number < 6; number++)
        {
            using var device = new SoftAuthenticator { Id = id };
            await Add(site, $"person.{number}", $"人员{number}");
            var offered = await Offer(site, await site.SignIn($"人员{number}"), "电脑");
            ready.Add((offered.Form, device.Make(offered.Options)));
        }

        var answers = await Task.WhenAll(ready.Select(one => one.Form.Send(("credential", one.Credential))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            (await Text(answer)).ShouldContain("已经登记过");
        }

        (await data.Open().Set<Passkey>().CountAsync(Cancel)).ShouldBe(1);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_signed_in_a_while_ago_types_the_password_again_and_security_removes_a_lost_one(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, At);
        using var device = new SoftAuthenticator();
        var id = await Add(site, "chen.er", "陈二");
        var own = await site.SignIn("陈二");
        await data.Open().Set<Session>().Where(session => session.PersonId == id).ExecuteUpdateAsync(session => session.SetProperty(row => row.StartedAt, DateTimeOffset.UtcNow.AddMinutes(-11)), Cancel);
        (await Text(await (await PostedForm.Open(site, "/account", "passkey", own)).Send(("passkey-name", "电脑"), ("passkey-password", "Wrong-horse-999")))).ShouldContain("账号或密码不对");
        (await Text(await (await PostedForm.Open(site, "/account", "passkey", own)).Send(("passkey-name", "电脑"), ("passkey-password", "")))).ShouldContain("账号或密码不对");
        (await Text(await (await PostedForm.Open(site, "/account", "passkey", own)).Send(("passkey-name", ""), ("passkey-password", Good)))).ShouldContain("名称没有填");
        await Make(site, own, device, "电脑", Good);

        var (system, security) = (await site.SignIn("系统员", Role.SystemAdministrator), await site.SignIn("安全员", Role.SecurityAdministrator));
        var passkey = await data.Open().Set<Passkey>().SingleAsync(Cancel);
        (await (await Get(site, $"/people/{id}", system)).Content.ReadAsStringAsync(Cancel)).ShouldNotContain($"passkey-end-{passkey.Id}");
        (await Text(await (await PostedForm.Open(site, $"/people/{id}", $"passkey-end-{passkey.Id}", security)).Send(("passkey-reason", "")))).ShouldContain("请写明理由");
        (await (await PostedForm.Open(site, $"/people/{id}", $"passkey-end-{passkey.Id}", security)).Send(("passkey-reason", "设备遗失"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/account", own)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed out everywhere");
        (await Text(await SignIn(site, device))).ShouldContain("这把通行密钥不能登录");
        (await Text(await Get(site, $"/people/{id}", security))).ShouldContain("移除通行密钥");
    }

    [Fact]
    public async Task Without_an_address_with_a_name_there_are_no_passkeys_and_a_bad_one_is_told()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data);
        (await Get(site, "/sign-in/passkey", "")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Anonymous.GetStringAsync("/sign-in", Cancel)).ShouldNotContain("data-passkey");
        (await Text(await Get(site, "/account", await site.SignIn("陈二")))).ShouldContain("SAIMA_ADDRESS");
        foreach (var (address, on) in new[] { ("https://saima.example", true), ("http://localhost:5000", true), ("http://saima.example", false), ("https://10.0.0.5", false), ("saima", false), ("https://[::1]", false) })
        {
            var read = PasskeySite.Of(new Microsoft.Extensions.Configuration.ConfigurationManager { ["SAIMA_ADDRESS"] = address });
            (read.Address is not null, read.Fault is null).ShouldBe((on, on), address);
        }
    }

    private static void At(WebApplicationBuilder builder) => builder.Configuration["SAIMA_ADDRESS"] = "https://saima.example";

    private static async Task Make(Site site, string cookie, SoftAuthenticator device, string name, string password = "")
    {
        var (form, options) = await Offer(site, cookie, name, password);
        var made = await form.Send(("credential", device.Make(options)));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect, await Text(made));
    }

    private static async Task<(PostedForm Form, string Options)> Offer(Site site, string cookie, string name, string password = "")
    {
        var form = await PostedForm.Open(site, "/account", "passkey", cookie);
        var html = await (await form.Send(("passkey-name", name), ("passkey-password", password))).Content.ReadAsStringAsync(Cancel);
        return (form.With(html, "passkey-made"), WebUtility.HtmlDecode(Options().Match(html).Groups[1].Value));
    }

    private static async Task<(JsonElement Options, string State, string Browser)> Ask(Site site)
    {
        var answer = await Get(site, "/sign-in/passkey", "");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return (asked.RootElement.GetProperty("options").Clone(), asked.RootElement.GetProperty("state").GetString()!, PostedForm.Cookies(answer, ""));
    }

    private static Task<PostedForm> Form(Site site, string browser) => PostedForm.Open(site, "/sign-in?return=%2Faccount", "passkey", browser);

    private static async Task<HttpResponseMessage> SignIn(Site site, SoftAuthenticator device, string? challenge = null, string? user = null)
    {
        var (options, state, browser) = await Ask(site);
        return await (await Form(site, browser)).Send(("state", state), ("credential", device.Use(options, challenge, user)));
    }

    private static async Task<Guid> Add(Site site, string user, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return (await AddPerson.Run(services.GetRequiredService<SaimaDb>(), services.GetRequiredService<UserManager<Person>>(), TimeProvider.System, "test", new(user, name, Good), Cancel)).Value!.Id;
    }

    private static async Task TurnSecondFactorOn(Site site, Guid id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await users.FindByIdAsync(id.ToString()))!;
        await SwitchSecondFactor.Key(users, person);
        await users.SetTwoFactorEnabledAsync(person, true);
    }

    private static async Task<List<string>> Acts(TestDatabase data) => (await data.Open().Set<LedgerEntry>().OrderBy(entry => entry.Number).ToListAsync(Cancel))
        .Where(entry => entry.Action.StartsWith("accounts.passkey", StringComparison.Ordinal) || entry.Action == "accounts.sign-in")
        .Select(entry => entry.Action is "accounts.passkey-refused" or "accounts.sign-in" ? $"{entry.Action} {entry.After}" : entry.Action).ToList();

    private static async Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await site.Anonymous.SendAsync(request, Cancel);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    [GeneratedRegex("data-passkey-make=\"([^\"]*)\"")]
    private static partial Regex Options();
}
