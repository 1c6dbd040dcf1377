using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Audit;
using Saima.Modules.Audit.Checks;
using Saima.Projects.Plans;
using Saima.Projects.Reporting;
using Saima.Testing;
using Saima.Ui;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Audit;

public sealed class LedgerDeskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Lines_are_found_by_person_act_thing_day_and_word_and_paged_by_key(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var cookie = await site.SignIn("审计员", Role.AuditAdministrator);
        await Fill(data, 120);

        var first = await Html(site, "/ledger", cookie);
        Text(first).ShouldSatisfyAllConditions(text => text.ShouldContain("台账共 120 条"), text => text.ShouldContain("至少保存 12 个月"), text => text.ShouldContain("最早一条记于 2026-01-01 08:00"));
        Numbers(first).ShouldBe(Enumerable.Range(71, 50).Reverse());
        var second = await Html(site, Link(first, "next"), cookie);
        Numbers(second).ShouldBe(Enumerable.Range(21, 50).Reverse());
        var third = await Html(site, Link(second, "next"), cookie);
        Numbers(third).ShouldBe(Enumerable.Range(1, 20).Reverse());
        third.ShouldNotContain("rel=\"next\"");
        Numbers(await Html(site, Link(third, "prev"), cookie)).ShouldBe(Numbers(second));

        Numbers(await Html(site, "/ledger?by=" + Uri.EscapeDataString("甲一"), cookie)).ShouldBe(Enumerable.Range(1, 120).Where(number => number % 3 == 1).Reverse());
        Numbers(await Html(site, "/ledger?act=races.settle&by=" + Uri.EscapeDataString("甲一"), cookie)).ShouldBe(Enumerable.Range(1, 120).Where(number => number % 3 == 1 && number % 5 == 0).Reverse());
        Numbers(await Html(site, "/ledger?thing=races/2023/7", cookie)).ShouldBe([117, 107, 97, 87, 77, 67, 57, 47, 37, 27, 17, 7]);
        Numbers(await Html(site, "/ledger?from=2026-01-02&to=2026-01-02", cookie)).ShouldBe(Enumerable.Range(17, 24).Reverse());
        Numbers(await Html(site, "/ledger?q=" + Uri.EscapeDataString("第九十九件"), cookie)).ShouldBe([99]);
        // Whoever types traditional characters finds the simplified ones.
        Numbers(await Html(site, "/ledger?q=" + Uri.EscapeDataString("補報"), cookie)).ShouldBe([50]);
        Text(await Html(site, "/ledger?from=2026-01-05&to=2026-01-02", cookie)).ShouldContain("“从”晚于“到”");
        Text(await Html(site, "/ledger?q=%25&before=nonsense&from=nonsense", cookie)).ShouldContain("没有符合条件的记录");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_line_shows_before_and_after_and_being_looked_at_is_in_the_ledger(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var cookie = await site.SignIn("审计员", Role.AuditAdministrator);
        await Fill(data, 12);

        var text = Text(await Html(site, "/ledger/10", cookie));
        text.ShouldSatisfyAllConditions(html => html.ShouldContain("台账第 10 条"), html => html.ShouldContain("结算"), html => html.ShouldContain("score.total 已改 9 10"), html => html.ShouldContain("flags[2] 已改 黄 红"), html => html.ShouldContain("flags[1] 绿 绿"));
        var look = await data.Open().Set<LedgerEntry>().SingleAsync(line => line.Action == RecordLook.Looked, Cancel);
        (look.By, look.Subject).ShouldBe(("审计员", "ledger/10"));
        using var missing = await Get(site, "/ledger/999", cookie);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_selection_is_taken_out_whole_and_that_is_recorded(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var cookie = await site.SignIn("审计员", Role.AuditAdministrator);
        await Fill(data, 120);

        using var csv = await Get(site, "/ledger.csv?by=" + Uri.EscapeDataString("甲一"), cookie);
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await csv.Content.ReadAsByteArrayAsync(Cancel))[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = (await csv.Content.ReadAsStringAsync(Cancel)).TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(41);
        lines[0].ShouldStartWith("\"编号\",\"时间\"");
        lines[1].ShouldContain("\"'=1+1\"");
        using var workbook = await Get(site, "/ledger.xlsx?act=races.settle", cookie);
        workbook.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await workbook.Content.ReadAsByteArrayAsync(Cancel))[..2].ShouldBe("PK"u8.ToArray());

        var exports = await data.Open().Set<LedgerEntry>().Where(line => line.Action == RecordLook.Exported).OrderBy(line => line.Number).ToListAsync(Cancel);
        exports.Select(line => (line.By, line.Subject, line.After)).ShouldBe([("审计员", "ledger", "by=甲一"), ("审计员", "ledger", "act=races.settle")]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_check_notes_the_last_seal_and_the_next_one_demands_it(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var cookie = await site.SignIn("审计员", Role.AuditAdministrator);
        await Fill(data, 30);

        var bad = await (await PostedForm.Open(site, "/ledger/check", "begin", cookie)).Send(("seal", "abc"));
        Text(await bad.Content.ReadAsStringAsync(Cancel)).ShouldContain("这里有 3 位");
        await Check(site, cookie, "");
        var sound = await data.Open().Set<LedgerCheck>().SingleAsync(Cancel);
        (sound.By, sound.Entries, sound.FaultZh, sound.Findings).ShouldBe(("审计员", 30, null, 0));
        var line = await data.Open().Set<LedgerEntry>().SingleAsync(one => one.Action == "ledger.check", Cancel);
        line.After!.ShouldContain(sound.Head);
        var page = Text(await Html(site, "/ledger/check", cookie));
        page.ShouldSatisfyAllConditions(text => text.ShouldContain("完好"), text => text.ShouldContain(sound.Head), text => text.ShouldContain("长时间静默或时间跳走"));

        // The end is cut off cleanly and something else written: only the noted seal tells.
        var db = data.Open();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM kernel_ledger_entry WHERE number >= 20; DELETE FROM kernel_ledger_batch WHERE number >= 20", Cancel);
        await Fill(data, 3);
        await Check(site, cookie, "");
        (await data.Open().Set<LedgerCheck>().OrderBy(one => one.Id).LastAsync(Cancel)).FaultZh!.ShouldContain("台账的末尾被截去或被重写");
        Text(await Html(site, "/ledger/check", cookie)).ShouldContain(sound.Head);
        await Check(site, cookie, sound.Head);
        (await data.Open().Set<LedgerCheck>().OrderBy(one => one.Id).LastAsync(Cancel)).FaultEn!.ShouldContain(sound.Head);
    }

    [Fact]
    public async Task Every_file_of_a_desk_that_takes_data_out_is_recorded()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data);
        var files = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => Path.GetExtension(route.RoutePattern.RawText) is ".xlsx" or ".csv" or ".zip" && !route.RoutePattern.RawText!.Contains("_content", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(9);
        files.Where(route => route.Metadata.GetMetadata<RecordedAttribute>()?.Action != RecordLook.Exported).Select(route => route.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Looks_at_people_and_downloads_of_those_who_are_signed_in_are_recorded_once(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var system = await site.SignIn("系统员", Role.SystemAdministrator);
        var person = Site.IdOf("系统员");

        await Html(site, "/people?q=xty", system);
        await Html(site, $"/people/{person}", system);
        (await Get(site, "/projects/2023.xlsx?q=P001", site.Cookie)).EnsureSuccessStatusCode();
        (await Get(site, "/seasons/2023/rounds/6/standings.csv", site.Cookie)).EnsureSuccessStatusCode();
        (await Get(site, "/seasons/2023/rounds/6/standings.csv", "")).EnsureSuccessStatusCode();
        (await Get(site, "/people", site.Cookie)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var lines = await data.Open().Set<LedgerEntry>().Where(line => line.Action == RecordLook.Exported || line.Action == RecordLook.Looked).OrderBy(line => line.Number).ToListAsync(Cancel);
        lines.Select(line => (line.By, line.Action, line.Subject, line.After)).ShouldBe(
        [
            ("系统员", "look", "people", "q=xty"), ("系统员", "look", $"accounts/{person}", null),
            ("测试项目办", "export", "projects/2023", "q=P001"), ("测试项目办", "export", "seasons/2023/rounds/6/standings.csv", null),
        ]);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Fact]
    public void Every_act_that_is_recorded_has_a_word()
    {
        var written = Directory.EnumerateFiles(Path.Combine(Approve.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations.", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).Where(text => text.Contains("Ledger", StringComparison.Ordinal))
            .SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, """new\("((?:accounts|races|projects|ledger|notices)\.[a-z.-]+)",|(?:LedgerLine\(|\? )"((?:accounts|races|projects|ledger|notices)\.[a-z.-]+)["]""").Select(match => match.Groups[1].Value + match.Groups[2].Value)).Distinct().ToList();
        written.Count.ShouldBeGreaterThan(15);
        written.AddRange(Enum.GetNames<PlanAction>().Select(action => $"projects.plan-{action.ToLowerInvariant()}"));
        written.AddRange(Enum.GetNames<FilingAction>().Select(action => $"projects.report-{action.ToLowerInvariant()}"));
        written.Where(code => !AuditWords.Acts.ContainsKey(code)).ShouldBeEmpty();
    }

    /// <summary>Lines an hour apart, the first at eight in China on the first of January.</summary>
    private static async Task Fill(TestDatabase data, int lines)
    {
        var db = data.Open();
        var known = (int)(await db.Set<LedgerBatch>().MaxAsync(batch => (long?)(batch.FirstEntry + batch.Entries), Cancel) ?? 1);
        for (var number = known; number < known + lines; number++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            var reason = number switch { 50 => "补报", 99 => "第九十九件", 118 => "=1+1", _ => null };
            await AppendToLedger.Run(db, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number - 1), $"甲{"零一二"[number % 3]}",
            [
                new(number % 5 == 0 ? "races.settle" : "races.freeze", $"races/2023/{number % 10}", reason, $$"""{"score":{"total":{{number - 1}}},"flags":["绿","黄"]}""", $$"""{"score":{"total":{{number}}},"flags":["绿","红"]}"""),
            ], Cancel);
            await transaction.CommitAsync(Cancel);
        }
    }

    private static async Task Check(Site site, string cookie, string seal)
    {
        using var answer = await (await PostedForm.Open(site, "/ledger/check", "begin", cookie)).Send(("seal", seal));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        for (var tries = 0; tries < 200 && (await Html(site, "/ledger/check", cookie)).Contains("progress-line", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(50, Cancel);
        }
    }

    private static IReadOnlyList<int> Numbers(string html) =>
        [.. System.Text.RegularExpressions.Regex.Matches(html, "<th scope=\"row\"><a href=\"/ledger/([0-9]+)\"").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static string Link(string html, string rel) => WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(html, $"rel=\"{rel}\" href=\"([^\"]*)\"").Groups[1].Value);

    private static string Text(string html) => SampleBoard.Text(html);

    private static async Task<string> Html(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return site.Anonymous.SendAsync(request, Cancel);
    }
}
