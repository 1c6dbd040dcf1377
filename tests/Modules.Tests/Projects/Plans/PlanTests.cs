using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Editing;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Plans;

/// <summary>P067 of S05 is planned with 5,800 (10,000 yuan) in the sample; its milestones are those of the sample.</summary>
public sealed class PlanTests
{
    private const string Page = "/projects/2023/P067/plan";
    private static readonly FakeTimeProvider Time = new(new(2024, 1, 15, 8, 0, 0, TimeSpan.Zero));
    private static readonly FrozenRounds Frozen = new(Freezes.LastRound);
    private static readonly Actor Reporter = new("r", "填报员", [new(Role.Reporter, new HashSet<string> { "S05" })]);
    private static readonly Actor Checker = new("c", "审核员", [new(Role.Checker, new HashSet<string> { "S05" })]);
    private static readonly Actor Office = new("o", "项目办", [new(Role.ProjectOffice, null)]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_plan_is_handed_in_checked_approved_and_changed_only_by_a_decision(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        await using var site = await Site.Start(data);
        var (reporter, checker, stranger) = (await site.SignIn("填报员", Role.Reporter, "S05"), await site.SignIn("审核员", Role.Checker, "S05"), await site.SignIn("别家填报员", Role.Reporter, "S06"));
        (await Text(site, Page, reporter)).ShouldContain("还没有批准过的基线");
        (await Text(site, Page, stranger)).ShouldNotContain("提交审核");

        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send(("m1", "999"), ("weight1", "x"))))
            .ShouldSatisfyAllConditions(text => text.ShouldContain("2 处要改，没有提交") /* both at once */, text => text.ShouldContain("不是 1 到 100 的整数"));
        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send(("m12", "1")))).ShouldContain("十二个月相加是");
        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send(("weight1", "1")))).ShouldContain("节点权重相加是");
        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send(("name1", ""), ("on1", ""), ("weight1", ""), ("weight2", "50"), ("weight3", "50")))).ShouldContain("节点不能从计划里消失");
        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send())).ShouldBe("");

        (await Text(site, Page, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("待审核"), text => text.ShouldNotContain("审核通过"));
        var plan = await data.Open().Set<BaselinePlan>().SingleAsync(Cancel);
        (await MovePlan.Run(data.Open(), Time, Frozen, Reporter, new(plan.Id, 1, PlanAction.Check, null), Cancel)).Refusal!.Code.ShouldBe("NOT_YOURS");
        (await MovePlan.Run(data.Open(), Time, Frozen, Office, new(plan.Id, 1, PlanAction.Approve, null), Cancel)).Refusal!.Code.ShouldBe("NO_SUCH_STEP");
        (await Decide(site, checker, PlanAction.Check)).ShouldBe("");
        (await Decide(site, site.Cookie, PlanAction.Approve)).ShouldBe("");
        (await Text(site, Page, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("基线 1"), text => text.ShouldContain("提出调整基线"));
        (await Text(site, "/projects/2023?baseline=approved", reporter)).ShouldContain("P067");

        var edit = await PostedForm.Open(site, "/projects/2023/P067/plans/edit?key=2023-12", null, reporter);
        (await Said(await edit.Send(("planned", "1"), ("reason", "改一改")))).ShouldContain("已经批准为基线");
        (await Said(await (await PostedForm.Open(site, "/projects/2023/P067/edit", null, reporter)).Send(("annual_plan", "1"), ("reason", "改一改")))).ShouldContain("已经批准为基线");

        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send(("from", "5"), ("reason", "外部电源推迟")))).ShouldContain("依据文件");
        (await Said(await (await PostedForm.Open(site, Page, "plan", reporter)).Send(("from", "5"), ("reason", "外部电源推迟"), ("document", "示例区办〔2023〕8号")))).ShouldContain("与现行基线完全相同");
        var form = await PostedForm.Open(site, Page, "plan", reporter);
        var (june, december) = (Figure(form["m6"]), Figure(form["m12"]));
        (await Said(await form.Send(("from", "5"), ("reason", "外部电源推迟"), ("document", "示例区办〔2023〕8号"), ("m6", Text(june - 1)), ("m12", Text(december + 1))))).ShouldContain("6 月的计划属于第 5 轮以前");
        form = await PostedForm.Open(site, Page, "plan", reporter);
        (await Said(await form.Send(("from", "5"), ("reason", "外部电源推迟"), ("document", "示例区办〔2023〕8号"), ("annual", Text(Figure(form["annual"]) - 100)), ("m12", Text(december - 100)), ("on3", "2023-12-20")))).ShouldBe("");
        (await Decide(site, checker, PlanAction.Return)).ShouldContain("没有写明退回的理由");
        (await Decide(site, checker, PlanAction.Return, "附上批文")).ShouldBe("");
        (await Text(site, Page, reporter)).ShouldContain("附上批文");
        form = await PostedForm.Open(site, Page, "plan", reporter);
        form["on3"].ShouldBe("2023-12-20", "what was sent back is mended, not typed again");
        (await Said(await form.Send(("from", "5"), ("reason", "外部电源推迟"), ("document", "示例区办〔2023〕8号")))).ShouldBe("");
        (await Decide(site, checker, PlanAction.Check)).ShouldBe("");
        (await Decide(site, site.Cookie, PlanAction.Approve)).ShouldBe("");

        (await Text(site, Page, reporter)).ShouldSatisfyAllConditions(
            text => text.ShouldContain("基线 2"), text => text.ShouldContain("示例区办〔2023〕8号"), text => text.ShouldContain("第 5 轮（9—10 月）"), text => text.ShouldContain("外部电源推迟"));
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
        (await data.Open().Set<LedgerEntry>().Where(line => line.Subject.StartsWith("plans/2023/P067/")).OrderBy(line => line.Number).Select(line => line.Action).ToListAsync(Cancel))
            .ShouldBe(["projects.plan-submit", "projects.plan-check", "projects.plan-approve", "projects.plan-submit", "projects.plan-return", "projects.plan-submit", "projects.plan-check", "projects.plan-approve"]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_baseline_counts_from_its_round_and_not_from_an_earlier_one(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        await Approve(data, content => content);
        var first = PlanContent.Of(await data.Open().Set<BaselinePlan>().SingleAsync(Cancel));
        var moved = first with
        {
            Annual = first.Annual - 1_000_000,
            Months = [.. first.Months.Take(11), first.Months[11] - 1_000_000],
            Milestones = [.. first.Milestones.Take(2), first.Milestones[2] with { On = first.Milestones[2].On.AddDays(31) }],
        };
        (await FreezeRound.Run(data.Open(), Time, new(2023, 1, "tester"), null, Cancel)).Refusal.ShouldBeNull();
        (await Submit(data, moved, "1")).Refusal!.Problems.Select(problem => problem.Code).ShouldContain("ROUND_FROZEN");
        await Approve(data, _ => moved, "3");
        (await Annual(data)).ShouldBe(first.Annual, "round 2 is next, and round 3 is not");

        (await FreezeRound.Run(data.Open(), Time, new(2023, 2, "tester"), null, Cancel)).Refusal.ShouldBeNull();
        (await Annual(data)).ShouldBe(moved.Annual, "after round 2 the next round is 3");
        (await FreezeRound.Run(data.Open(), Time, new(2023, 3, "tester"), null, Cancel)).Refusal.ShouldBeNull();
        (await FreezeRound.Run(data.Open(), Time, new(2023, 2, "tester", "复核"), null, Cancel)).Value!.NothingNew.ShouldBeTrue("the first baseline counts for round 2, whenever it is frozen");
        (await Annual(data)).ShouldBe(moved.Annual);
        var (second, third) = (await Package(data, 2), await Package(data, 3));
        (second, third).ShouldBe((first.Annual, moved.Annual));
        var milestone = await data.Open().Set<MilestoneFact>().SingleAsync(fact => fact.Project == "P067" && fact.Name == moved.Milestones[2].Name && fact.SupersededBy == null, Cancel);
        milestone.PlannedOn.ShouldBe(moved.Milestones[2].On);
        milestone.AchievedOn.ShouldNotBeNull("what was reached stays reached");
        (await data.Open().Set<ProjectFact>().SingleAsync(fact => fact.Project == "P067" && fact.SupersededBy == null, Cancel)).Name.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_import_that_would_change_a_baseline_is_refused_whole()
    {
        await using var data = TestDatabase.Create("sqlite");
        await Load(data);
        await Approve(data, content => content);
        await Load(data);
        await Approve(data, content => content with { Annual = content.Annual - 10_000, Months = [.. content.Months.Take(11), content.Months[11] - 10_000] }, "1");
        var refusal = (await ImportPackage.Run(data.Open(), Time, Sample, null, "sample", "tester", cancel: Cancel)).Refusal!;
        (refusal.Code, refusal.Problems.Select(problem => problem.Value)).ShouldSatisfyAllConditions(said => said.Code.ShouldBe("BASELINE_APPROVED"), said => said.Item2.ShouldBe(["P067", "P067 202312"], ignoreOrder: true));
        var fact = await data.Open().Set<MilestoneFact>().FirstAsync(one => one.Project == "P067" && one.SupersededBy == null, Cancel);
        (await WithdrawFact.Run(data.Open(), Time, new(2023, PackageTable.Milestones, [2023L, "P067", fact.Name], fact.Id, "tester", "不要了"), Cancel)).Refusal!.Code.ShouldBe("BASELINE_APPROVED");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_click_at_once_one_takes_each_step(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        var content = await Start(data);
        var handed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Submit(data, content, null)));
        handed.Count(one => one.Refusal is null).ShouldBe(1);
        handed.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "PLAN_UNDER_WAY");
        var plan = handed.Single(one => one.Value is not null).Value!;
        foreach (var (actor, action, seen) in new[] { (Checker, PlanAction.Check, 1), (Office, PlanAction.Approve, 2) })
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => MovePlan.Run(data.Open(), Time, Frozen, actor, new(plan.Id, seen, at % 2 == 0 ? action : PlanAction.Return, "先退"), Cancel)));
            taken.Count(one => one.Refusal is null).ShouldBe(1);
            taken.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "MOVED_MEANWHILE");
            if (taken.Single(one => one.Value is not null).Value!.State == PlanState.Returned)
            {
                return;
            }
        }

        (await data.Open().Set<BaselinePlan>().SingleAsync(Cancel)).State.ShouldBe(PlanState.Approved);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_database_itself_keeps_the_duties_apart(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        await Submit(data, await Start(data), null);
        foreach (var (state, check, decide) in new[] { ("Checked", "r", null), ("Approved", "c", "r"), ("Approved", "c", "c"), ("Approved", null, "o") })
        {
            await Should.ThrowAsync<System.Data.Common.DbException>(() => data.Open().Set<BaselinePlan>().ExecuteUpdateAsync(
                set => set.SetProperty(plan => plan.State, Enum.Parse<PlanState>(state)).SetProperty(plan => plan.CheckedBy, check).SetProperty(plan => plan.DecidedBy, decide), Cancel), $"{state} {check} {decide}");
        }
    }

    private static DataPackage Sample => PackageReader.Read(SampleDistrict.Folder, cancel: Cancel).Package!;

    private static async Task Load(TestDatabase data)
    {
        await using (data.Services())
        {
            (await ImportPackage.Run(data.Open(), Time, Sample, null, "sample", "tester", cancel: Cancel)).Refusal.ShouldBeNull();
        }
    }

    private static async Task<PlanContent> Start(TestDatabase data)
    {
        var db = data.Open();
        var profile = (await Saima.Projects.Profile.ProjectProfile.Read(db, 2023, "P067", Cancel))!;
        var months = profile.Plans.OrderBy(plan => plan.Month).Select(plan => plan.Planned).ToList();
        var count = profile.Milestones.Count;
        return new(profile.Project.AnnualPlan, months, [.. profile.Milestones.Select((milestone, at) => new PlannedMilestone(milestone.Name, milestone.PlannedOn, at == 0 ? 100 - ((count - 1) * (100 / count)) : 100 / count))]);
    }

    private static Task<Outcome<BaselinePlan>> Submit(TestDatabase data, PlanContent content, string? from)
    {
        var texts = new Dictionary<string, string?> { ["annual"] = FormatMoney.Exact(content.Annual), ["reason"] = from is null ? null : "外部电源推迟", ["document"] = from is null ? null : "示例区办〔2023〕8号", ["from"] = from };
        foreach (var (month, at) in content.Months.Select((month, at) => (month, at + 1)))
        {
            texts[Number("m", at)] = FormatMoney.Exact(month);
        }

        foreach (var (milestone, at) in content.Milestones.Select((milestone, at) => (milestone, at + 1)))
        {
            (texts[Number("name", at)], texts[Number("on", at)], texts[Number("weight", at)]) = (milestone.Name, milestone.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), milestone.Weight.ToString(CultureInfo.InvariantCulture));
        }

        return SubmitPlan.Run(data.Open(), Time, Frozen, Reporter, new(2023, "P067", texts.GetValueOrDefault), Cancel);
    }

    private static async Task Approve(TestDatabase data, Func<PlanContent, PlanContent> change, string? from = null)
    {
        var plan = (await Submit(data, change(await Start(data)), from)).Value.ShouldNotBeNull();
        (await MovePlan.Run(data.Open(), Time, Frozen, Checker, new(plan.Id, 1, PlanAction.Check, null), Cancel)).Refusal.ShouldBeNull();
        (await MovePlan.Run(data.Open(), Time, Frozen, Office, new(plan.Id, 2, PlanAction.Approve, null), Cancel)).Refusal.ShouldBeNull();
    }

    private static async Task<long> Annual(TestDatabase data) => (await data.Open().Set<ProjectFact>().SingleAsync(fact => fact.Project == "P067" && fact.SupersededBy == null, Cancel)).AnnualPlan;

    private static async Task<long> Package(TestDatabase data, int round)
    {
        var package = await Freezes.Package(data.Open(), (await Freezes.Latest(data.Open(), 2023, round, Cancel))!, Cancel);
        var annual = FactTable.Projects.Columns.Select(column => column.Name).ToList().IndexOf("annual_plan");
        return PackageFacts.Of(package, 2023).Single(rows => rows.Table == FactTable.Projects).Cells.Where(cells => (string)cells[1]! == "P067").Select(cells => (long)cells[annual]!).Single();
    }

    private static string Number(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);

    private static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal figure) => figure.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> Decide(Site site, string cookie, PlanAction action, string why = "") =>
        await Said(await (await PostedForm.Open(site, Page, "decide", cookie)).Send(("step", action.ToString()), ("why", why)));

    private static async Task<string> Said(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect ? "" : $"{answer.StatusCode} " + SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    private static async Task<string> Text(Site site, string address, string cookie) => SampleBoard.Text(await Html(site, address, cookie));

    private static async Task<string> Html(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
