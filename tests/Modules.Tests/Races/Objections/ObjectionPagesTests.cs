using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Races;
using Saima.Modules.Races.Rounds;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Objections;

public sealed class ObjectionPagesTests
{
    private const string List = "/rounds/2023/1/objections";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_unit_sees_its_own_results_and_objects_the_office_decides_and_everybody_is_told_how_it_ended(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind, DateTimeOffset.UtcNow);
        var rows = await round.Contestable();
        var (row, other) = (rows[0], rows.First(one => one.Unit != rows[0].Unit));
        await using var site = await Site.Start(round.Data);
        var (reporter, stranger, leader) = (await site.SignIn("填报员", Role.Reporter, row.Unit), await site.SignIn("别家填报员", Role.Reporter, other.Unit), await site.SignIn("领导", Role.Leader));
        (await Text(site, "/inbox", reporter)).ShouldContain("看本单位的预评结果");
        (await Text(site, List + "/add", reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain(row.Name), text => text.ShouldNotContain(other.Name), text => text.ShouldContain("只给本单位看"));
        (await Status(site, $"{List}/add?project={other.Project}", reporter)).ShouldBe(HttpStatusCode.Forbidden);
        (await Status(site, $"{List}/add?project={row.Project}", leader)).ShouldBe(HttpStatusCode.Forbidden);

        var form = await PostedForm.Open(site, $"{List}/add?project={row.Project}", "object", reporter);
        (await Said(await form.Send(("item", "reports:2023-02:ytd"), ("claimed", "很多"), ("statement", "漏计一笔")))).ShouldNotBe("");
        var sent = await form.Send(("item", "reports:2023-02:ytd"), ("claimed", "999999"), ("statement", "漏计一笔\n票据见附件"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        const string page = List + "/YY-2023-1-001";
        sent.Headers.Location!.OriginalString.ShouldEndWith(page);

        (await Status(site, page, stranger)).ShouldBe(HttpStatusCode.Forbidden);
        (await Text(site, List, stranger)).ShouldSatisfyAllConditions(text => text.ShouldNotContain("YY-2023-1-001"), text => text.ShouldNotContain(row.Name));
        (await Text(site, List + "?q=YY-2023-1-001&state=submitted", reporter)).ShouldContain(row.Name);
        (await Html(site, page, leader)).ShouldSatisfyAllConditions(html => html.ShouldContain("漏计一笔"), html => html.ShouldNotContain("value=\"Receive\""));
        (await Html(site, page, reporter)).ShouldSatisfyAllConditions(html => html.ShouldContain("value=\"Withdraw\""), html => html.ShouldNotContain("value=\"Receive\""));
        (await Text(site, "/inbox", site.Cookie)).ShouldContain("1 条异议待受理");
        (await Said(await (await PostedForm.Open(site, page, "move", site.Cookie)).Send(("step", "Receive")))).ShouldBe("");

        (await Text(site, page, site.Cookie)).ShouldContain("如果成立");
        var decide = await PostedForm.Open(site, page, "decide", site.Cookie);
        decide["to"].ShouldBe("999999", "the claim is what is tried first");
        (await Said(await decide.Send(("outcome", "Upheld"), ("do", "decide")))).ShouldContain("没有写明理由");
        (await Said(await decide.Send(("to", "888888"), ("do", "preview")))).ShouldContain("更正后");
        (await Said(await decide.Send(("outcome", "Upheld"), ("to", "999999"), ("reasons", "票据齐全"), ("do", "decide")))).ShouldBe("");
        (await Text(site, page, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("成立"), text => text.ShouldContain("票据齐全"), text => text.ShouldContain("登记簿已更正"), text => text.ShouldContain("更正还没有计入"));

        using (var workbook = await Get(site, List + ".xlsx", reporter))
        {
            workbook.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await round.Data.Open().Set<LedgerEntry>().AnyAsync(line => line.Action == "export" && line.Subject == "objections/2023/1", Cancel)).ShouldBeTrue();
        (await Said(await (await PostedForm.Open(site, List, "rescore", site.Cookie)).Send())).ShouldContain("裁决过本轮的异议");
        (await round.Rescore(RoundInLife.Scorer)).Refusal.ShouldBeNull();
        (await Text(site, page, site.Cookie)).ShouldContain("更正后的第 2 版");
        await SampleDistrict.Classify(round.Data, 2023, 1);
        (await PublishRound.Run(round.Data.Open(), round.Time, new(2023, 1, "tester"), null, Cancel)).Refusal.ShouldBeNull();
        var told = await Text(site, "/seasons/2023/rounds/1?unread=1", "");
        told.ShouldSatisfyAllConditions(text => text.ShouldContain("成立并更正的"), text => text.ShouldContain("票据齐全"), text => text.ShouldContain("999999"), text => text.ShouldNotContain("测试项目办"), text => text.ShouldNotContain("填报员"));
    }

    [Fact]
    public async Task The_review_is_the_districts_and_takes_no_forms_from_whoever_only_reads()
    {
        await using var round = await RoundInLife.InObjection("sqlite", DateTimeOffset.UtcNow);
        await round.ToReview();
        await using var site = await Site.Start(round.Data);
        var (leader, verifier, reporter) = (await site.SignIn("主持人", Role.Leader), await site.SignIn("统计", Role.StatisticsVerifier), await site.SignIn("填报员", Role.Reporter, "S05"));
        const string page = "/rounds/2023/1/review";
        (await Status(site, page, reporter)).ShouldBe(HttpStatusCode.Forbidden);
        (await Status(site, page + ".docx", reporter)).ShouldBe(HttpStatusCode.Forbidden);
        (await Html(site, page, verifier)).ShouldNotContain("name=\"chair\"");
        (await Text(site, "/inbox", site.Cookie)).ShouldContain("召集审定会");
        var call = await PostedForm.Open(site, page, "call", site.Cookie);
        (await Said(await call.Send(("place", "")))).ShouldContain("没有召集");
        (await Said(await call.Send(("held_on", "2026-12-01"), ("place", "三楼会议室"), ("chair", "主持人"), ("present", "测试项目办 项目办"), ("quorum", "1")))).ShouldBe("");
        (await Text(site, page, leader)).ShouldSatisfyAllConditions(text => text.ShouldContain("三楼会议室"), text => text.ShouldContain("公布本轮结果"));
        (await Text(site, "/inbox", leader)).ShouldContain("待审定");
        for (var number = 0; number < 200; number++)
        {
            var state = (await Saima.Modules.Races.Review.ReviewState.Read(round.Data.Open(), 2023, 1, Cancel))!;
            if (state.Items.FirstOrDefault(item => !item.IsAgreed) is not { } open)
            {
                break;
            }

            var address = RacesLinks.ReviewItem(2023, 1, open.Item.Key);
            (await Said(await (await PostedForm.Open(site, address, "decide", leader)).Send(("outcome", "Agree")))).ShouldBe("", open.Item.Key);
        }

        (await Said(await (await PostedForm.Open(site, page, "sign", leader)).Send())).ShouldBe("");
        (await Said(await (await PostedForm.Open(site, page, "sign", site.Cookie)).Send())).ShouldBe("");
        (await Text(site, page, verifier)).ShouldContain("审定完毕");
        using var minutes = await Get(site, page + ".docx", leader);
        minutes.Content.Headers.ContentType!.MediaType.ShouldBe(Saima.Kernel.Documents.WordWriter.ContentType);
        (await round.Data.Open().Set<LedgerEntry>().AnyAsync(line => line.Action == "export" && line.Subject == "reviews/2023/1", Cancel)).ShouldBeTrue();
    }

    private static async Task<string> Said(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect ? "" : $"{answer.StatusCode} " + SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    private static async Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await site.Anonymous.SendAsync(request, Cancel);
    }

    private static async Task<HttpStatusCode> Status(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        return answer.StatusCode;
    }

    private static async Task<string> Html(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> Text(Site site, string address, string cookie) => SampleBoard.Text(await Html(site, address, cookie));
}
