using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Cli;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;
using Saima.Modules.Accounts.Setup;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class AccountsTests
{
    private const string Good = "Correct-horse-9";
    private const string Own = "Another-horse-9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_platform_is_set_up_with_its_code_then_people_get_duties_that_end_at_once(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, bare: true);
        (await site.Anonymous.GetAsync("/sign-in", Cancel)).Headers.Location!.OriginalString.ShouldEndWith("/setup");
        var code = site.Services.GetRequiredService<SetupCode>().Text;
        var wrong = await Text(await (await Setup(site)).Send(Two("0000", "weak")));
        wrong.ShouldContain("设立码不对");
        var weak = await Text(await (await Setup(site)).Send(Two(code, "weak")));
        weak.ShouldContain("密码要有 12 到 128 个字符");
        (await data.Open().Set<Person>().CountAsync(Cancel)).ShouldBe(0, "all or nothing");

        var done = await (await Setup(site)).Send(Two(code, Good));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var system = PostedForm.Cookies(done, "");
        (await Text(await site.Anonymous.GetAsync("/setup", Cancel))).ShouldContain("已有管理员");

        var added = await (await PostedForm.Open(site, "/people/add", cookie: system)).Send(("user", "chen.er"), ("name", "陈二"), ("password", Good));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var person = added.Headers.Location!.OriginalString;
        (await Refused(site, person, system, "grant")).ShouldBeTrue("the system administrator grants nothing");
        var chen = await SignIn(site, "chen.er", Good);
        (await Get(site, "/projects", chen)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var security = await SignIn(site, "zhang.san", Good);
        (await Grant(site, person, security, Role.ProjectOffice)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/projects", chen)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the first password was chosen by somebody else");
        (await Text(await Get(site, "/account", chen))).ShouldContain("这是别人给您设的密码");
        (await (await PostedForm.Open(site, "/account", "password", chen)).Send(("old", Good), ("password", Own))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/projects", chen)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var duty = await data.Open().Set<Duty>().SingleAsync(one => one.Role == Role.ProjectOffice, Cancel);
        (await (await PostedForm.Open(site, person, $"end-{duty.Id}", security)).Send(("reason", "调离"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/projects", chen)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Text(await Get(site, person, security))).ShouldContain("结束职责");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task No_one_person_holds_two_of_the_three_administrators(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        await site.SignIn("钱六", Role.SystemAdministrator);
        await using var db = data.Open();
        var person = await db.Set<Person>().SingleAsync(one => one.Name == "钱六", Cancel);
        foreach (var role in new[] { Role.SecurityAdministrator, Role.AuditAdministrator })
        {
            var granted = await GrantDuty.Run(data.Open(), TimeProvider.System, null, "test", new(person.Id, role, Duty.District, new(2023, 1, 1), null, "试"), Cancel);
            granted.Refusal!.Code.ShouldBe("TWO_ADMINISTRATORS");
        }

        db.Add(new Duty { PersonId = person.Id, Role = Role.AuditAdministrator, Unit = Duty.District, From = new(2023, 1, 1), GrantedBy = "x", GrantedAt = DateTimeOffset.UtcNow, Reason = "x" });
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        (await GrantDuty.Run(data.Open(), TimeProvider.System, null, "test", new(person.Id, Role.Leader, Duty.District, new(2023, 1, 1), null, "试"), Cancel)).Refusal.ShouldBeNull();
        var own = new Actor(person.Id.ToString(), "钱六", []);
        (await GrantDuty.Run(data.Open(), TimeProvider.System, own, "钱六", new(person.Id, Role.Checker, Duty.District, new(2023, 1, 1), null, "试"), Cancel)).Refusal!.Code.ShouldBe("OWN_DUTY");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Five_wrong_passwords_lock_an_account_until_it_is_unlocked(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var person = await Add(site, "sun.qi", "孙七");
        for (var time = 1; time <= 5; time++)
        {
            var said = await Text(await (await SignInForm(site)).Send(("user", "sun.qi"), ("password", "Wrong-horse-999")));
            said.ShouldContain(time < 5 ? "账号或密码不对" : "已锁定");
        }

        (await Text(await (await SignInForm(site)).Send(("user", "sun.qi"), ("password", Good)))).ShouldContain("已锁定");
        (await Text(await (await SignInForm(site)).Send(("user", "nobody"), ("password", Good)))).ShouldContain("账号或密码不对");
        var security = await site.SignIn("安全员", Role.SecurityAdministrator);
        (await (await PostedForm.Open(site, $"/people/{person}", "unlock", security)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await SignIn(site, "sun.qi", Good);
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "accounts.sign-in-failed", Cancel)).ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_password_is_changed_once_and_not_back_and_other_devices_are_signed_out(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        await Add(site, "zhou.ba", "周八");
        var (here, there) = (await SignIn(site, "zhou.ba", Good), await SignIn(site, "zhou.ba", Good));
        (await Text(await (await PostedForm.Open(site, "/account", "password", here)).Send(("old", "no"), ("password", Own)))).ShouldContain("原密码不对");
        (await Text(await (await PostedForm.Open(site, "/account", "password", here)).Send(("old", Good), ("password", Good)))).ShouldContain("最近 5 个密码不能再用");
        (await (await PostedForm.Open(site, "/account", "password", here)).Send(("old", Good), ("password", Own))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/account", here)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(site, "/account", there)).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await Text(await (await SignInForm(site)).Send(("user", "zhou.ba"), ("password", Good)))).ShouldContain("账号或密码不对");
        await SignIn(site, "zhou.ba", Own);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_second_factor_is_turned_on_and_then_asked_for(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        await Add(site, "wu.jiu", "吴九");
        var own = await SignIn(site, "wu.jiu", Good);
        var key = System.Text.RegularExpressions.Regex.Match(await (await Get(site, "/account", own)).Content.ReadAsStringAsync(Cancel), "<code>([A-Z2-7]{32})</code>").Groups[1].Value;
        key.Length.ShouldBe(32);
        (await Text(await (await PostedForm.Open(site, "/account", "second", own)).Send(("code", "000000")))).ShouldContain("验证码不对");
        var on = await Text(await (await PostedForm.Open(site, "/account", "second", own)).Send(("code", Totp(key, DateTimeOffset.UtcNow))));
        on.ShouldContain("恢复码");
        var kept = await data.Open().Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().Select(token => token.Value!).ToListAsync(Cancel);
        kept.Count.ShouldBe(2);
        kept.ShouldAllBe(value => !value.Contains(key) && !System.Text.RegularExpressions.Regex.IsMatch(value, "[A-Z0-9]{5}-[A-Z0-9]{5};"), "the key and the recovery codes are encrypted in the database");

        var asked = await (await SignInForm(site)).Send(("user", "wu.jiu"), ("password", Good));
        asked.Headers.Location!.OriginalString.ShouldEndWith("/sign-in/code");
        var half = PostedForm.Cookies(asked, "");
        (await Get(site, "/account", half)).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await Text(await (await PostedForm.Open(site, "/sign-in/code", cookie: half)).Send(("code", "000000")))).ShouldContain("验证码不对");
        var code = Totp(key, DateTimeOffset.UtcNow);
        var whole = await (await PostedForm.Open(site, "/sign-in/code", cookie: half)).Send(("code", code));
        (await Get(site, "/account", PostedForm.Cookies(whole, half))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var shoulder = PostedForm.Cookies(await (await SignInForm(site)).Send(("user", "wu.jiu"), ("password", Good)), "");
        (await Text(await (await PostedForm.Open(site, "/sign-in/code", cookie: shoulder)).Send(("code", code)))).ShouldContain("验证码不对", customMessage: "whoever saw the code cannot use it too");
        var recovery = System.Text.RegularExpressions.Regex.Match(on, @"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b").Value;
        var again = PostedForm.Cookies(await (await SignInForm(site)).Send(("user", "wu.jiu"), ("password", Good)), "");
        (await (await PostedForm.Open(site, "/sign-in/code", cookie: again)).Send(("code", recovery))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await (await PostedForm.Open(site, "/sign-in/code", cookie: again)).Send(("code", recovery)))).ShouldContain("验证码不对", customMessage: "a recovery code works once");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_session_ends_by_itself_and_wherever_it_is_ended(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var idle = await site.SignIn("郑十", Role.Leader);
        await data.Open().Set<Session>().ExecuteUpdateAsync(session => session.SetProperty(row => row.SeenAt, DateTimeOffset.UtcNow.AddMinutes(-31)), Cancel);
        (await Get(site, "/projects", idle)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var administrator = await site.SignIn("管理员", Role.SystemAdministrator);
        await data.Open().Set<Session>().ExecuteUpdateAsync(session => session.SetProperty(row => row.SeenAt, DateTimeOffset.UtcNow.AddMinutes(-11)), Cancel);
        (await Get(site, "/people", administrator)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var (here, there) = (await site.SignIn("郑十"), await site.SignIn("郑十"));
        var other = await data.Open().Set<Session>().Where(session => session.EndedAt == null).OrderByDescending(session => session.StartedAt).FirstAsync(Cancel);
        (await (await PostedForm.Open(site, "/account", $"end-{other.Id}", here)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/projects", there)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await PostedForm.Open(site, "/account", "sign-out", here)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/projects", here)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Demo_people_come_with_the_sample_only_and_the_sign_in_page_says_so()
    {
        await using var data = TestDatabase.Create("sqlite");
        using var output = new StringWriter();
        (await CommandLine.Run(["sample", "load", "--from", Path.Combine(Approve.Root, "samples", "shangyu-2023"), "--db", data.Db], output, output, Cancel)).ShouldBe(0, output.ToString());
        await using var site = await Site.Start(data, bare: true);
        (await Text(await site.Anonymous.GetAsync("/sign-in", Cancel))).ShouldContain(DemoPeople.Password);
        foreach (var (user, _, role, _) in DemoPeople.All)
        {
            var own = await SignIn(site, user, DemoPeople.Password);
            (await Get(site, "/projects", own)).StatusCode.ShouldBe(Roles.Register.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, user);
        }

        (await site.Anonymous.GetStringAsync("/setup", Cancel)).ShouldContain("name=\"security-user\"", customMessage: "demo people are no administrators of a real platform");
        var office = await SignIn(site, "office", DemoPeople.Password);
        (await (await Setup(site)).Send(Two(site.Services.GetRequiredService<SetupCode>().Text, Good))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/projects", office)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed out with the setup");
        (await Text(await (await SignInForm(site)).Send(("user", "office"), ("password", DemoPeople.Password)))).ShouldContain("账号或密码不对");
        (await Text(await site.Anonymous.GetAsync("/sign-in", Cancel))).ShouldNotContain(DemoPeople.Password);
        (await CommandLine.Run(["sample", "load", "--from", Path.Combine(Approve.Root, "samples", "shangyu-2023"), "--db", data.Db], output, output, Cancel)).ShouldBe(0, output.ToString());
        (await data.Open().Set<Person>().CountAsync(person => person.Demo && person.ClosedAt == null, Cancel)).ShouldBe(0, "no public password on a platform with real people");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_forgotten_password_is_reset_by_security_with_a_reason_and_must_be_changed(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var person = await Add(site, "han.er", "韩二");
        var before = await SignIn(site, "han.er", Good);
        var (system, security) = (await site.SignIn("系统员", Role.SystemAdministrator), await site.SignIn("安全员", Role.SecurityAdministrator));
        var address = $"/people/{person}";
        (await Refused(site, address, system, "reset")).ShouldBeTrue("the system administrator cannot take an account over");
        (await Text(await (await PostedForm.Open(site, address, "reset", security)).Send(("password", Own), ("reset-reason", "")))).ShouldContain("请写明理由");
        (await Text(await (await PostedForm.Open(site, address, "reset", security)).Send(("password", Good), ("reset-reason", "本人忘记")))).ShouldContain("最近 5 个密码不能再用");
        (await (await PostedForm.Open(site, address, "reset", security)).Send(("password", Own), ("reset-reason", "本人忘记"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, "/account", before)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signed out");
        (await Text(await Get(site, "/account", await SignIn(site, "han.er", Own)))).ShouldContain("这是别人给您设的密码");

        (await (await PostedForm.Open(site, address, "rename", system)).Send(("name", "韩二宝"), ("name-reason", "错字"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var text = await Text(await Get(site, address, security));
        text.ShouldContain("韩二宝");
        text.ShouldContain("更正姓名");
        text.ShouldContain("重设密码");
        (await Text(await Get(site, $"/people/{Site.IdOf("安全员")}", security))).ShouldNotContain("本人忘了密码时用", customMessage: "one's own password is changed with the old one");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task After_signing_in_nobody_is_led_to_another_site()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data);
        await Add(site, "feng.yi", "冯一");
        foreach (var (asked, led) in new[] { ("/account", "/account"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"), ("", "/") })
        {
            var done = await (await SignInForm(site, asked)).Send(("user", "feng.yi"), ("password", Good), ("return", asked));
            new Uri(site.Address, done.Headers.Location!).ShouldBe(new Uri(site.Address, led), asked);
        }
    }

    private static async Task<bool> Refused(Site site, string address, string cookie, string form)
    {
        var html = await (await Get(site, address, cookie)).Content.ReadAsStringAsync(Cancel);
        return !html.Contains($"value=\"{form}\"", StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Grant(Site site, string person, string cookie, Role role) =>
        await (await PostedForm.Open(site, person, "grant", cookie)).Send(("role", Roles.Code(role)), ("unit", Duty.District), ("from", "2023-01-01"), ("to", ""), ("reason", "示例文件 1 号"));

    private static async Task<Guid> Add(Site site, string user, string name)
    {
        var system = await site.SignIn("系统员", Role.SystemAdministrator);
        var added = await (await PostedForm.Open(site, "/people/add", cookie: system)).Send(("user", user), ("name", name), ("password", Good));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = Guid.Parse(added.Headers.Location!.OriginalString.Split('/')[^1]);
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaimaDb>().Set<Person>().Where(person => person.Id == id).ExecuteUpdateAsync(person => person.SetProperty(row => row.MustChange, false), Cancel);
        return id;
    }

    private static Task<PostedForm> Setup(Site site) => PostedForm.Open(site, "/setup", cookie: "");

    private static Task<PostedForm> SignInForm(Site site, string target = "/") => PostedForm.Open(site, "/sign-in?return=" + Uri.EscapeDataString(target), cookie: "");

    private static (string, string)[] Two(string code, string password) =>
        [("code", code), ("user", "li.si"), ("name", "李四"), ("password", password), ("security-user", "zhang.san"), ("security-name", "张三"), ("security-password", password)];

    private static async Task<string> SignIn(Site site, string user, string password)
    {
        var done = await (await SignInForm(site)).Send(("user", user), ("password", password));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect, await Text(done));
        return PostedForm.Cookies(done, "");
    }

    private static async Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await site.Anonymous.SendAsync(request, Cancel);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    /// <summary>RFC 6238 with SHA-1, 30 seconds, six digits.</summary>
    private static string Totp(string key, DateTimeOffset at)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(at.ToUnixTimeSeconds() / 30));
#pragma warning disable CA5350 // The standard's own hash.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
