using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Tokens;
using Saima.Testing;
using Saima.Ui;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class TokenTests
{
    private static readonly Actor Security = new("x", "安全员", [new(Role.SecurityAdministrator, null)]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_program_reads_its_scopes_with_a_token_shown_once_until_it_is_revoked(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var security = await site.SignIn("安全员", Role.SecurityAdministrator);
        var faulty = await (await PostedForm.Open(site, "/people/tokens", "issue", security)).Send(("name", ""), ("to", "2020-01-01"), ("rate", "0"), ("reason", ""));
        var said = SampleBoard.Text(await faulty.Content.ReadAsStringAsync(Cancel));
        foreach (var sentence in new[] { "没有写明是哪个程序", "没有选可读的范围", "有效期要从今天起", "每分钟次数要在 1 到 600 之间", "请写明依据" })
        {
            said.ShouldContain(sentence);
        }

        var to = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var issued = await (await PostedForm.Open(site, "/people/tokens", "issue", security)).Send(("name", "示例大屏"), ("to", to), ("rate", "60"), ("reason", "示例文件 5 号"), ("scope", ForProgramsAttribute.Register));
        var secret = Regex.Match(await issued.Content.ReadAsStringAsync(Cancel), @"saima_[\w-]{43}").Value;
        secret.Length.ShouldBe(49);
        (await data.Open().Set<ProgramToken>().SingleAsync(Cancel)).Hash.ShouldBe(ProgramToken.HashOf(secret));
        (await data.Open().Set<LedgerEntry>().AnyAsync(entry => entry.After!.Contains(secret), Cancel)).ShouldBeFalse();

        (await Ask(site, "/projects/2023.xlsx", secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Ask(site, "/projects/2023/map.json", secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Ask(site, "/latest", secret)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var closed in new[] { "/projects/2023", "/projects/2023/P038/edit", "/rounds/rules/x.json", "/people", "/account" })
        {
            (await Ask(site, closed, secret)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, closed);
        }

        (await Ask(site, "/rounds/2023", secret, HttpMethod.Post)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Ask(site, "/rounds/2023", secret, cookie: site.Cookie)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "a cookie beside a token counts for nothing");
        var wrong = await Ask(site, "/latest", secret[..^1] + "x");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await wrong.Content.ReadAsStringAsync(Cancel)).ShouldContain("BAD_TOKEN");

        var token = await data.Open().Set<ProgramToken>().SingleAsync(Cancel);
        token.UsedAt.ShouldNotBeNull();
        (await (await PostedForm.Open(site, "/people/tokens", $"revoke-{token.Id}", security)).Send(("revoke-reason", "大屏停用"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Ask(site, "/projects/2023.xlsx", secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_token_ends_with_its_day_and_slows_down_whoever_asks_too_often(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var slow = (await IssueToken.Run(data.Open(), TimeProvider.System, Security, new("示例", [ForProgramsAttribute.Register], today.AddDays(9), 3, "试"), Cancel)).Value!;
        var other = (await IssueToken.Run(data.Open(), TimeProvider.System, Security, new("示例二", [ForProgramsAttribute.Register], today.AddDays(9), 3, "试"), Cancel)).Value!;
        for (var time = 0; time < 3; time++)
        {
            (await Ask(site, "/health", slow.Secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var late = await Ask(site, "/health", slow.Secret);
        late.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        late.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await Ask(site, "/health", other.Secret)).StatusCode.ShouldBe(HttpStatusCode.OK, "each has its own measure");
        (await site.Anonymous.GetAsync("/health", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await data.Open().Set<ProgramToken>().Where(token => token.Id == other.Token.Id).ExecuteUpdateAsync(token => token.SetProperty(row => row.ValidTo, today.AddDays(-2)), Cancel);
        (await Ask(site, "/health", other.Secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> Ask(Site site, string path, string token, HttpMethod? method = null, string? cookie = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        return site.Anonymous.SendAsync(request, Cancel);
    }
}
