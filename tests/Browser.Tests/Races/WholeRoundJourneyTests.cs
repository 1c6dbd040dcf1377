using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saima.Kernel.Identity;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Races;

/// <summary>Round 1 of the sample district from its calendar to a published correction, by six people with a browser each, and a citizen who reads and recomputes it.</summary>
public sealed class WholeRoundJourneyTests(Visitors visitors)
{
    private const string Round = RoundPeople.Round;
    private const string Inspected = "P067";
    private const string Objection = "YY-2023-1-001";
    private readonly RoundClock clock = new();
    private TestDatabase data = null!;
    private RoundPeople people = null!;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Six_people_bring_a_round_to_its_published_correction_and_a_citizen_recomputes_it(string kind)
    {
        await using var own = data = TestDatabase.Create(kind);
        (await ImportPackage.Run(data.Open(), clock, PackageReader.Read(SampleDistrict.Folder, cancel: Cancel).Package!, null, "sample", "tester", cancel: Cancel)).Refusal.ShouldBeNull();
        await using var site = await Site.Start(data, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        people = new(visitors, site);
        await Lock();
        await VerifyOnSite();
        var contested = await Settle();
        await UpholdObjection(contested);
        await Review();
        await Publish();
        await Correct();
    }

    private async Task Lock()
    {
        var scorer = await people.Come("项目办甲");
        await scorer.GotoAsync(Round);
        await Assertions.Expect(scorer.Locator("[aria-labelledby=waits]")).ToContainTextAsync("保存 2023 年赛马日历");
        await scorer.GotoAsync("/rounds/2023/calendar");
        await scorer.Locator("#reason").FillAsync("示例文件");
        await scorer.Locator("main form button[type=submit]").ClickAsync();
        await RoundPeople.Move(scorer, RoundMove.Open, RoundPhase.Open);
        await RoundPeople.Move(scorer, RoundMove.Lock, RoundPhase.Locked);
        await RoundPeople.Look(scorer, "locked");
        await scorer.GotoAsync(Round + "/cohort");
        await RoundPeople.Look(scorer, "cohort");
        await RoundPeople.Move(scorer, RoundMove.Verify, RoundPhase.Verifying);
        await scorer.GotoAsync(Round + "/inspections");
        await RoundPeople.Look(scorer, "to-draw");
        await scorer.Locator("#random").FillAsync("1");
        await scorer.Locator("#risk").FillAsync("0");
        await RoundPeople.Form(scorer, "draw").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(scorer.Locator("main")).ToContainTextAsync("已抽签，列入核查 1 个。");
        if (await scorer.Locator("main table").GetByText(Inspected).CountAsync() == 0)
        {
            await scorer.Locator("#project").FillAsync(Inspected);
            await scorer.Locator("#reason").FillAsync("群众来信");
            await RoundPeople.Form(scorer, "choose").GetByRole(AriaRole.Button).ClickAsync();
        }

        await RoundPeople.Look(scorer, "drawn");
        await scorer.Context.CloseAsync();
    }

    private async Task VerifyOnSite()
    {
        var inspector = await people.Come("核查员丙", width: 390);
        await inspector.GotoAsync(Round + "/inspections");
        await RoundPeople.Look(inspector, "inspections-phone");
        var pages = await inspector.Locator("main table a[href*='/inspections/P']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        pages.ShouldContain($"{Round}/inspections/{Inspected}");
        foreach (var page in pages)
        {
            await inspector.GotoAsync(page);
            await RoundPeople.Look(inspector, "check-in-phone");
            await inspector.Locator("#photos").SetInputFilesAsync(new FilePayload { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = RoundPeople.Picture(page) });
            await inspector.Locator("#lon").FillAsync("120.87");
            await inspector.Locator("#lat").FillAsync("30.03");
            await RoundPeople.Form(inspector, "check-in").Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(inspector.Locator(".title-bar .tag")).ToHaveTextAsync("已到场");
            await Assertions.Expect(inspector.Locator("[aria-labelledby=steps]")).ToContainTextAsync("120.8700000, 30.0300000");
            var wrong = page.EndsWith(Inspected, StringComparison.Ordinal);
            await inspector.Locator("[name=result1]").SelectOptionAsync(wrong ? "Deviation" : "Consistent");
            if (wrong)
            {
                await inspector.Locator("[name=found1]").FillAsync("100");
                await inspector.Locator("[name=statement1]").FillAsync("只见地基，票据合计一百万元。");
            }

            await RoundPeople.Look(inspector, "findings-phone");
            await RoundPeople.Form(inspector, "report").GetByRole(AriaRole.Button).ClickAsync();
            await Assertions.Expect(inspector.Locator(".title-bar .tag")).ToHaveTextAsync("待复核");
        }

        (await inspector.GetByRole(AriaRole.Button, new() { Name = "复核通过" }).CountAsync()).ShouldBe(0, "who looked does not confirm");
        var verifier = await people.Come("统计核验丁", Role.StatisticsVerifier);
        foreach (var page in pages)
        {
            await verifier.GotoAsync(page);
            await RoundPeople.Look(verifier, "confirm");
            await verifier.GetByRole(AriaRole.Button, new() { Name = "复核通过" }).ClickAsync();
            await Assertions.Expect(verifier.Locator(".title-bar .tag")).ToHaveTextAsync("已复核");
        }

        var scorer = await people.Come("项目办甲");
        await scorer.GotoAsync(Round);
        await Assertions.Expect(scorer.Locator("[aria-labelledby=waits]")).ToContainTextAsync("1 处不符没有销项");
        await RoundPeople.Look(scorer, "waits");
        (await RoundPeople.Form(scorer, "move-score").GetByRole(AriaRole.Button).CountAsync()).ShouldBe(0, "what differs holds the settlement up");

        var corrector = await people.Come("项目办乙");
        await RoundPeople.EditReport(corrector, Inspected, "100", "核查更正");
        await corrector.GotoAsync($"{Round}/inspections/{Inspected}");
        await RoundPeople.Look(corrector, "settle-finding");
        await corrector.Locator("button[value=Corrected]").ClickAsync();
        await Assertions.Expect(corrector.Locator("[aria-labelledby=findings]")).ToContainTextAsync("已更正");
        await RoundPeople.Move(scorer, RoundMove.Refreeze, RoundPhase.Verifying, "核查更正");
        await RoundPeople.Leave(inspector, verifier, scorer, corrector);
    }

    /// <returns>A project behind its plan, whose unit objects.</returns>
    private async Task<StandingRow> Settle()
    {
        var scorer = await people.Come("项目办甲");
        await RoundPeople.Move(scorer, RoundMove.Score, RoundPhase.Scored);
        await RoundPeople.Move(scorer, RoundMove.Air, RoundPhase.Objection);
        await RoundPeople.Look(scorer, "aired");
        await RoundPeople.Leave(scorer);
        var edition = (await RoundArchive.Latest(data.Open(), 2023, 1, Cancel))!;
        var reported = await data.Open().Set<ReportFact>().Where(fact => fact.Season == 2023 && fact.Month == 202302 && fact.SupersededBy == null).Select(fact => fact.Project).ToListAsync(Cancel);
        return await data.Open().Set<StandingRow>().Where(one => one.RoundId == edition.Id && one.Deviation < 0 && one.Project != Inspected && reported.Contains(one.Project)).OrderBy(one => one.Deviation).FirstAsync(Cancel);
    }

    private async Task UpholdObjection(StandingRow row)
    {
        var unit = await people.Come("填报员王", Role.Reporter, row.Unit, 390);
        await unit.GotoAsync($"{Round}/objections/add");
        await RoundPeople.Look(unit, "provisional-phone");
        await unit.GotoAsync($"{Round}/objections/add?project={row.Project}");
        await unit.Locator("#item").SelectOptionAsync("reports:2023-02:ytd");
        await unit.Locator("#claimed").FillAsync("999999");
        await unit.Locator("#statement").FillAsync("二月漏计一笔设备款，发票和付款凭证已附。");
        await RoundPeople.Look(unit, "object-phone");
        await unit.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        await Assertions.Expect(unit.Locator("h1")).ToContainTextAsync(Objection);

        var scorer = await people.Come("项目办甲");
        await scorer.GotoAsync($"{Round}/objections/{Objection}");
        (await scorer.Locator("button[value=Receive]").CountAsync()).ShouldBe(0, "who scored does not decide");
        var decider = await people.Come("项目办乙");
        await decider.GotoAsync($"{Round}/objections");
        await RoundPeople.Look(decider, "objections");
        await decider.GetByRole(AriaRole.Link, new() { Name = Objection }).ClickAsync();
        await decider.Locator("button[value=Receive]").ClickAsync();
        await RoundPeople.Look(decider, "decide");
        await decider.Locator("#outcome").SelectOptionAsync("Upheld");
        await decider.Locator("#reasons").FillAsync("凭证齐全，二月累计按实更正。");
        await decider.Locator("button[value=decide]").ClickAsync();
        await Assertions.Expect(decider.Locator("main")).ToContainTextAsync("登记簿已更正");
        await RoundPeople.Look(decider, "decided");
        await RoundPeople.Move(scorer, RoundMove.BackToScored, RoundPhase.Scored, "异议成立");
        await RoundPeople.Move(scorer, RoundMove.Air, RoundPhase.Objection);
        await RoundPeople.Leave(unit, scorer, decider);

        clock.Ahead += TimeSpan.FromDays(20);
        scorer = await people.Come("项目办甲");
        await RoundPeople.Move(scorer, RoundMove.CloseObjections, RoundPhase.Review);
        await RoundPeople.Leave(scorer);
    }

    private async Task Review()
    {
        const string Meeting = Round + "/review";
        var publisher = await people.Come("项目办乙");
        await publisher.GotoAsync(Meeting);
        await publisher.Locator("#held_on").FillAsync("2024-02-05");
        await publisher.Locator("#place").FillAsync("区政府三楼会议室");
        await publisher.Locator("#chair").FillAsync("领导戊");
        await publisher.Locator("#present").FillAsync("领导戊 副区长\n项目办乙 项目办\n项目办甲，项目办\n来宾");
        await RoundPeople.Form(publisher, "call").GetByRole(AriaRole.Button).ClickAsync();
        await RoundPeople.Look(publisher, "review");
        var chair = await people.Come("领导戊", Role.Leader);
        await chair.GotoAsync(Meeting);
        var undecided = chair.Locator("main tr:has(strong:text-is('未决定')) a");
        (await undecided.CountAsync()).ShouldBeGreaterThan(0);
        await undecided.First.ClickAsync();
        await RoundPeople.Look(chair, "review-item");
        for (var number = 0; number < 200; number++)
        {
            await chair.GotoAsync(Meeting);
            if (await undecided.CountAsync() == 0)
            {
                break;
            }

            await undecided.First.ClickAsync();
            await chair.Locator("button[value=Agree]").ClickAsync();
        }

        await chair.GetByRole(AriaRole.Button, new() { Name = "以主持人身份签署同意" }).ClickAsync();
        await Assertions.Expect(chair.Locator("[aria-labelledby=signatures]")).ToContainTextAsync("领导戊");
        await publisher.GotoAsync(Meeting);
        await publisher.GetByRole(AriaRole.Button, new() { Name = "签署同意" }).ClickAsync();
        await Assertions.Expect(publisher.Locator("main")).ToContainTextAsync("审定完毕");
        await RoundPeople.Look(publisher, "signed");
        await RoundPeople.Leave(publisher, chair);
    }

    private async Task Publish()
    {
        var scorer = await people.Come("项目办甲");
        await scorer.GotoAsync(Round);
        await Assertions.Expect(scorer.Locator("[aria-labelledby=waits]")).ToContainTextAsync("本版的通报还没有签发");
        await Assertions.Expect(scorer.Locator("form.move").First).ToContainTextAsync("须由另一人办理");
        await Classify(2);
        await scorer.GotoAsync(Round + "/circular");
        await RoundPeople.Form(scorer, "draft").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(scorer.Locator("main")).ToContainTextAsync("收到异议1件：成立1件");
        await RoundPeople.Look(scorer, "circular");
        var publisher = await people.Come("项目办乙");
        await publisher.GotoAsync(Round + "/circular");
        await publisher.Locator("[name=number]").FillAsync("示项办〔2024〕1号");
        await publisher.Locator("[name=day]").FillAsync("2024-02-06");
        await RoundPeople.Form(publisher, "issue-1").GetByRole(AriaRole.Button).ClickAsync();
        await RoundPeople.Move(publisher, RoundMove.Publish, RoundPhase.Published);
        await RoundPeople.Look(publisher, "published");
        var citizen = await people.Citizen(390);
        await citizen.GotoAsync("/seasons/2023/rounds/1");
        await Assertions.Expect(citizen.Locator("[aria-labelledby=objections]")).ToContainTextAsync(Objection);
        await Assertions.Expect(citizen.GetByRole(AriaRole.Link, new() { Name = "通报 示项办〔2024〕1号" })).ToBeVisibleAsync();
        await RoundPeople.Look(citizen, "board-phone");
        await citizen.GotoAsync("/seasons/2023/rounds/1/draw");
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("密数");
        await RoundPeople.Look(citizen, "draw-phone");
        await RoundPeople.Recompute(citizen, 2);
        await RoundPeople.Leave(scorer, publisher, citizen);
    }

    private async Task Correct()
    {
        var publisher = await people.Come("项目办乙");
        await RoundPeople.EditReport(publisher, Inspected, "120", "补到一张发票");
        var scorer = await people.Come("项目办甲");
        await RoundPeople.Move(scorer, RoundMove.Refreeze, RoundPhase.Published, "补到一张发票");
        await RoundPeople.Move(scorer, RoundMove.Correct, RoundPhase.Published, "P067 补到一张发票");
        await Classify(3);
        await RoundPeople.Move(publisher, RoundMove.PublishCorrection, RoundPhase.Published);
        await RoundPeople.Look(publisher, "corrected");
        var citizen = await people.Citizen();
        await citizen.GotoAsync("/seasons/2023/rounds/1");
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("第 3 版（更正版），替代第 2 版");
        await Assertions.Expect(citizen.Locator("main")).ToContainTextAsync("P067 补到一张发票");
        await RoundPeople.Look(citizen, "corrected-board");
        (await citizen.GotoAsync("/seasons/2023/rounds/1/editions/2"))!.Status.ShouldBe(200, "the old edition stays readable");
        (await citizen.GotoAsync("/seasons/2023/rounds/1/editions/1"))!.Status.ShouldBe(404, "what was never published is nobody's");
        await citizen.GotoAsync("/seasons/2023/rounds/1/editions/3");
        await Assertions.Expect(citizen.Locator("[aria-labelledby=changes]")).ToContainTextAsync(Inspected);
        await RoundPeople.Look(citizen, "what-changed");
        await RoundPeople.Recompute(citizen, 3);
        await RoundPeople.Leave(publisher, scorer, citizen);
    }

    private async Task Classify(int edition)
    {
        var proposer = await people.Come("项目办甲");
        await proposer.GotoAsync($"{Round}/{edition}/disclosure");
        await proposer.Locator("#document").FillAsync("示例公开审查表");
        await RoundPeople.Form(proposer, "propose").GetByRole(AriaRole.Button).ClickAsync();
        var reviewer = await people.Come("领导戊", Role.Leader);
        await reviewer.GotoAsync($"{Round}/{edition}/disclosure");
        await RoundPeople.Look(reviewer, "disclosure");
        await reviewer.Locator("button[value=yes]").ClickAsync();
        await Assertions.Expect(reviewer.Locator("[aria-labelledby=now]")).ToContainTextAsync("主动公开");
        await RoundPeople.Leave(proposer, reviewer);
    }
}
