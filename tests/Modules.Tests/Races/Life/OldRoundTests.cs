using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Life;

public sealed class OldRoundTests
{
    private static readonly string[] Pages = ["/seasons/2023/rounds/4", "/seasons/2023/rounds/4/projects/P003", "/seasons/2023/rounds/4/units", "/seasons/2023/rounds/4/cohort", "/rounds/2023/4/1", "/seasons/2023/rounds/4/editions/1"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_old_round_opened_after_rules_names_and_units_changed_shows_its_own(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var before = await Read(data);
        var old = await data.Open().Set<ProjectFact>().AsNoTracking().SingleAsync(fact => fact.Project == "P003" && fact.SupersededBy == null, Cancel);
        before[1].ShouldContain(old.Name);

        var strict = (await AddRuleSet.Run(data.Open(), TimeProvider.System, System.Text.Encoding.UTF8.GetBytes(RuleSets.RuleSetDeskTests.Stricter(2)), "x.json", "test", Cancel)).Value!;
        var plans = await Calendars.Planned(data.Open(), 2023, Cancel);
        (await KeepCalendar.Run(data.Open(), TimeProvider.System, new(2023, [.. plans.Select(plan => plan with { RuleSet = strict.Hash })], "test", "示例文件", 0), Cancel)).Refusal.ShouldBeNull();
        await data.Open().Set<ProjectFact>().Where(fact => fact.SupersededBy == null).ExecuteUpdateAsync(fact => fact.SetProperty(row => row.Name, row => row.Name + "（改名）"), Cancel);
        await data.Open().Set<UnitFact>().Where(fact => fact.SupersededBy == null).ExecuteUpdateAsync(fact => fact.SetProperty(row => row.Name, row => row.Name + "（改名）"), Cancel);
        (await Read(data)).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_round_is_taken_through_its_life_on_its_page_by_those_who_may(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        await using var site = await Site.Start(data);
        const string Page = "/rounds/2023/6";
        (await Text(site, Page)).ShouldContain("本轮在等什么 保存 2023 年赛马日历");
        await Walk.Calendar(data);
        foreach (var (move, says) in new[] { ("open", "填报"), ("lock", "数据已封存为第 1 版"), ("verify", "核查"), ("score", "已结算为第 1 版"), ("air", "异议期满（") })
        {
            (await Send(site, Page, move, "王五")).ShouldContain(says, customMessage: move);
        }

        var page = await Text(site, Page);
        page.ShouldContain("本轮在等什么 异议期满（");
        page.ShouldContain("本轮还在等");
        (await site.Anonymous.GetAsync("/seasons/2023/rounds/6", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a provisional result is not for the public");
        await data.Open().Set<RoundLife>().Where(life => life.Round == 6).ExecuteUpdateAsync(life => life.SetProperty(row => row.ObjectionsUntil, new DateOnly(2024, 1, 22)), Cancel);
        (await Send(site, Page, "close-objections", "王五")).ShouldContain("审定");
        (await Text(site, Page)).ShouldContain("第 1 版还没有定为主动公开并通过保密审查");
        await SampleDistrict.Classify(data, 2023, 6);
        (await Send(site, Page, "publish", "王五", opener: "李四")).ShouldContain("须由另一人办理");
        // The review is yet to be held and signed; ReviewTests go on from there.
        (await Send(site, Page, "publish", "李四")).ShouldContain("本轮还在等");
        (await site.Anonymous.GetAsync("/seasons/2023/rounds/6", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nothing is published without the review");

        var leader = await site.SignIn("领导", Role.Leader);
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.TryAddWithoutValidation("Cookie", leader);
        var read = await (await site.Anonymous.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel);
        SampleBoard.Text(read).ShouldContain("办理经过");
        read.ShouldNotContain("value=\"move-");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    /// <param name="opener">Who has the form; another sends it.</param>
    private static async Task<string> Send(Site site, string page, string move, string by, string? opener = null)
    {
        var form = await PostedForm.Open(site, page, $"move-{move}", await site.SignIn(opener ?? by));
        return SampleBoard.Text(await (await form.Send(("by", by))).Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> Text(Site site, string page) => SampleBoard.Text(await site.Client.GetStringAsync(page, Cancel));

    private static async Task<List<string>> Read(TestDatabase data)
    {
        await using var site = await Site.Start(data);
        var read = new List<string>();
        foreach (var page in Pages)
        {
            read.Add(SampleBoard.Text(await site.Client.GetStringAsync(page, Cancel)));
        }

        return read;
    }
}
