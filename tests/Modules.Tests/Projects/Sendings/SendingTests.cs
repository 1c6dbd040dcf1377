using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Sessions;
using Saima.Modules.Tests.Kernel.Evidence;
using Saima.Projects.Evidence;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Projects.Sendings;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Sendings;

/// <summary>What a phone sends, as often as it likes. P067 of S05 has no report of December.</summary>
public sealed class SendingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_report_sent_many_times_at_once_is_one_submission_one_step_and_one_line(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var phone = await Phone.Of(site, "填报员", "S05");
        var (key, before) = (Guid.NewGuid(), await Before(data));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => phone.Report(key, before, 100)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK && answer.Text == "已提交 1 份月报。");
        (await phone.Report(key, before, 100)).Text.ShouldBe("已提交 1 份月报。", "long after it is answered as it was");
        await Counted(data, 1, 1);
        (await data.Open().Set<SendingReceipt>().SingleAsync(Cancel)).Person.ShouldBe(Site.IdOf("填报员").ToString());

        var other = await phone.Report(key, before, 90);
        (other.Status, other.Code).ShouldBe((HttpStatusCode.UnprocessableEntity, "KEY_REUSED"));
        await Counted(data, 1, 1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_photo_sent_many_times_at_once_is_one_piece_and_one_line(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var phone = await Phone.Of(site, "填报员", "S05");
        var (key, photo) = (Guid.NewGuid(), MadeEvidence.Picture());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Photo(key, photo)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Select(answer => answer.Body.GetProperty("ids")[0].GetInt64()).Distinct().Count().ShouldBe(1);
        var piece = await data.Open().Set<ProjectEvidence>().SingleAsync(Cancel);
        (piece.Project, piece.Purpose, piece.About, piece.Name).ShouldBe(("P067", EvidencePurpose.Report, "2023-12", "工地.jpg"));
        (await data.Open().Set<LedgerEntry>().CountAsync(line => line.Action == "projects.evidence-add", Cancel)).ShouldBe(1);

        (await phone.Photo(Guid.NewGuid(), photo)).Code.ShouldBe("EVIDENCE_ALREADY");
        (await phone.Photo(Guid.NewGuid(), "<html><script>"u8.ToArray())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_key_of_two_people_are_two_things_and_neither_sends_for_the_other(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (one, other) = (await Phone.Of(site, "甲", "S05"), await Phone.Of(site, "乙", "S05"));
        var (key, before) = (Guid.NewGuid(), await Before(data));
        (await one.Report(key, before, 100)).Status.ShouldBe(HttpStatusCode.OK);
        (await other.Report(key, before, 80, seen: 1)).Status.ShouldBe(HttpStatusCode.OK);
        await Counted(data, 2, 2);
        (await data.Open().Set<SendingReceipt>().CountAsync(Cancel)).ShouldBe(2);

        (await other.Report(Guid.NewGuid(), before, 70, seen: 2, person: one.Person)).Code.ShouldBe("OTHER_PERSON");
        (await other.Photo(Guid.NewGuid(), MadeEvidence.Picture(), one.Person)).Code.ShouldBe("OTHER_PERSON");
        var elsewhere = await Phone.Of(site, "别处", "S06");
        (await elsewhere.Report(Guid.NewGuid(), before, 70, seen: 2)).Code.ShouldBe("NOT_YOURS");
        (await elsewhere.Photo(Guid.NewGuid(), MadeEvidence.Picture())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await Counted(data, 2, 2);
        (await data.Open().Set<ProjectEvidence>().AnyAsync(Cancel)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_report_that_moved_on_is_shown_with_what_it_says_now_and_is_not_overwritten(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (phone, colleague) = (await Phone.Of(site, "填报员", "S05"), await Phone.Of(site, "同事", "S05"));
        var before = await Before(data);
        (await colleague.Report(Guid.NewGuid(), before, 60)).Status.ShouldBe(HttpStatusCode.OK);
        var key = Guid.NewGuid();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var moved = await phone.Report(key, before, 100);
            moved.Status.ShouldBe(HttpStatusCode.Conflict);
            var now = moved.Body.GetProperty("now");
            (now.GetProperty("seen").GetInt32(), now.GetProperty("open").GetBoolean(), now.GetProperty("state").GetString(), now.GetProperty("texts").GetProperty("invested").GetString()).ShouldBe((1, true, "已提交", "60"));
        }

        await Counted(data, 1, 1);
        var filing = await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel);
        (await MoveFilings.Run(data.Open(), TimeProvider.System, new("c", "c", [new(Role.Checker, null)]), new(2023, FilingAction.TownCheck, [(filing.Id, 1)], null), Cancel)).Refusal.ShouldBeNull();
        (await phone.Report(key, before, 100)).Body.GetProperty("now").GetProperty("open").GetBoolean().ShouldBeFalse("what is being checked is not submitted over");
        (await data.Open().Set<SendingReceipt>().CountAsync(Cancel)).ShouldBe(1, "what was refused has no receipt");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_faulty_report_is_told_field_by_field_and_may_be_mended_under_a_new_key(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var phone = await Phone.Of(site, "填报员", "S05");
        var before = await Before(data);
        var faulty = await phone.Report(Guid.NewGuid(), before - 10, 100);
        faulty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        faulty.Body.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()).ShouldContain("year_to_date");
        await Counted(data, 0, 0);
        (await phone.Report(Guid.NewGuid(), before, 100)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nothing_is_taken_in_without_a_session_a_token_or_the_duty()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var phone = await Phone.Of(site, "填报员", "S05");
        var before = await Before(data);
        (await (phone with { Token = "" }).Report(Guid.NewGuid(), before, 100)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await (phone with { Token = "" }).Photo(Guid.NewGuid(), MadeEvidence.Picture())).Status.ShouldBe(HttpStatusCode.BadRequest);
        var strange = await Phone.Of(site, "别人", "S05");
        (await (phone with { Token = strange.Token }).Report(Guid.NewGuid(), before, 100)).Status.ShouldBe(HttpStatusCode.BadRequest, "a token is of one person");

        var checker = await site.SignIn("审核员", Role.Checker, "S05");
        (await Ask(site, SendingLinks.Token, checker)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await data.Open().Set<Session>().ExecuteUpdateAsync(session => session.SetProperty(row => row.SeenAt, DateTimeOffset.UtcNow.AddHours(-2)), Cancel);
        (await phone.Report(Guid.NewGuid(), before, 100)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Ask(site, SendingLinks.Token, phone.Cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Counted(data, 0, 0);
        (await data.Open().Set<SendingReceipt>().AnyAsync(Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_sheets_of_a_reporter_may_be_kept_and_the_next_person_finds_nothing()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (one, other) = (await site.SignIn("甲", Role.Reporter, "S05"), await site.SignIn("乙", Role.Reporter, "S05"));
        using var sheet = await Ask(site, "/reports/2023/2023-12/S05", one);
        sheet.Headers.GetValues("Saima-Keep").Single().ShouldBe(Site.IdOf("甲").ToString());
        sheet.Headers.GetValues("Content-Security-Policy").Single().ShouldSatisfyAllConditions(policy => policy.ShouldContain("worker-src 'self'"), policy => policy.ShouldContain("manifest-src 'self'"), policy => policy.ShouldNotContain("unsafe"));
        foreach (var (address, cookie) in new[] { ("/reports", one), ("/", one), ("/projects/2023/P067", one), ("/reports/2023/2023-12/S05/P067", one), ("/reports/2023/2023-12/S05", site.Cookie) })
        {
            (await Ask(site, address, cookie)).Headers.Contains("Saima-Keep").ShouldBeFalse(address);
        }

        var kept = PostedForm.Cookies(sheet, "").Split("; ").Single(cookie => cookie.StartsWith("saima-kept=", StringComparison.Ordinal));
        (await Ask(site, "/account", $"{one}; {kept}")).Headers.Contains("Clear-Site-Data").ShouldBeFalse();
        (await Ask(site, "/sign-in", kept)).Headers.Contains("Clear-Site-Data").ShouldBeFalse("whose session is over finds it again");
        using var next = await Ask(site, "/", $"{other}; {kept}");
        next.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"storage\"");
        using var left = await (await PostedForm.Open(site, "/account", "sign-out", $"{one}; {kept}")).Send();
        left.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"storage\"");

        using var worker = await Ask(site, SendingLinks.Worker, "");
        (worker.StatusCode, worker.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/javascript"));
        using var manifest = await Ask(site, SendingLinks.Manifest, "");
        manifest.Content.Headers.ContentType!.MediaType.ShouldBe("application/manifest+json");
        var app = JsonDocument.Parse(await manifest.Content.ReadAsStringAsync(Cancel)).RootElement;
        foreach (var icon in app.GetProperty("icons").EnumerateArray())
        {
            (await Ask(site, "/_content/Saima.Projects/offline/" + icon.GetProperty("src").GetString(), "")).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        }
    }

    private static async Task<long> Before(TestDatabase data) => (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;

    private static async Task Counted(TestDatabase data, int revision, int lines)
    {
        ((await data.Open().Set<MonthlyFiling>().SingleOrDefaultAsync(Cancel))?.Revision ?? 0).ShouldBe(revision);
        (await data.Open().Set<FilingStep>().CountAsync(Cancel)).ShouldBe(revision);
        (await data.Open().Set<LedgerEntry>().CountAsync(line => line.Action == "projects.report-submit", Cancel)).ShouldBe(lines);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    private static Task<HttpResponseMessage> Ask(Site site, string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (address.EndsWith(".json", StringComparison.Ordinal))
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        return site.Anonymous.SendAsync(request, Cancel);
    }
}
