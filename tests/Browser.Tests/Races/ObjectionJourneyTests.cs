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

/// <summary>From an objection to a signed review, by the people it concerns, each in a browser of their own.</summary>
public sealed class ObjectionJourneyTests(Visitors visitors)
{
    private const string List = "/rounds/2023/1/objections";
    private const string Review = "/rounds/2023/1/review";
    private static readonly Actor Scorer = new("s", "评分人", [new(Role.ProjectOffice, null)]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_objects_the_office_decides_the_leading_group_reviews_and_signs()
    {
        await using var data = TestDatabase.Create("sqlite");
        (await ImportPackage.Run(data.Open(), TimeProvider.System, PackageReader.Read(SampleDistrict.Folder, cancel: Cancel).Package!, null, "sample", "tester", cancel: Cancel)).Refusal.ShouldBeNull();
        await using var site = await Site.Start(data);
        foreach (var move in new[] { RoundMove.Open, RoundMove.Lock, RoundMove.Verify, RoundMove.Score, RoundMove.Air })
        {
            await Move(site, data, move, TimeProvider.System);
        }

        var edition = (await RoundArchive.Latest(data.Open(), 2023, 1, Cancel))!;
        var reported = data.Open().Set<ReportFact>().Where(fact => fact.Month == 202302 && fact.SupersededBy == null).Select(fact => fact.Project).ToHashSet();
        var row = data.Open().Set<StandingRow>().Where(one => one.RoundId == edition.Id && one.Deviation < 0).OrderBy(one => one.Deviation).AsEnumerable().First(one => reported.Contains(one.Project));
        await site.SignIn("填报员王", Role.Reporter, row.Unit);
        var unit = await visitors.Visit(site, new(Width: 390, Name: "填报员王"));
        await unit.GotoAsync(List + "/add");
        await Look(unit, "provisional");
        await unit.GotoAsync($"{List}/add?project={row.Project}");
        await unit.Locator("#item").SelectOptionAsync("reports:2023-02:ytd");
        await unit.Locator("#claimed").FillAsync("999999");
        await unit.Locator("#statement").FillAsync("二月漏计一笔设备款，发票和付款凭证已附。");
        await Look(unit, "object");
        await unit.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        (await unit.Locator("h1").TextContentAsync())!.ShouldContain("YY-2023-1-001");
        await Look(unit, "receipt");

        var office = await visitors.Visit(site, new(Width: 1440));
        await office.GotoAsync(List);
        await Look(office, "list");
        await office.GetByRole(AriaRole.Link, new() { Name = "YY-2023-1-001" }).ClickAsync();
        await office.Locator("button[value=Receive]").ClickAsync();
        await Look(office, "decide");
        await office.Locator("#outcome").SelectOptionAsync("Upheld");
        await office.Locator("#reasons").FillAsync("凭证齐全，二月累计按实更正。");
        await office.Locator("button[value=decide]").ClickAsync();
        (await office.Locator("main").TextContentAsync())!.ShouldContain("登记簿已更正");
        await Look(office, "decided");

        await Move(site, data, RoundMove.BackToScored, TimeProvider.System);
        await Move(site, data, RoundMove.Air, TimeProvider.System);
        await Move(site, data, RoundMove.CloseObjections, new Later());
        await office.GotoAsync(Review);
        await office.Locator("#held_on").FillAsync("2026-12-01");
        await office.Locator("#place").FillAsync("区政府三楼会议室");
        await office.Locator("#chair").FillAsync("主持人");
        await office.Locator("#present").FillAsync("测试项目办 项目办\n评分人，项目办\n来宾");
        await office.Locator("form[method=post] button:has-text('召集')").First.ClickAsync();
        await Look(office, "review");
        await site.SignIn("主持人", Role.Leader);
        var chair = await visitors.Visit(site, new(Width: 1440, Name: "主持人"));
        await chair.GotoAsync(Review);
        await chair.Locator("main table a").First.ClickAsync();
        await Look(chair, "item");
        await chair.Keyboard.PressAsync("ArrowRight");
        await chair.WaitForURLAsync(url => url.Contains("/review/", StringComparison.Ordinal));
        await chair.GotoAsync(Review);
        for (var number = 0; number < 100 && await chair.Locator("main tr:has(strong:text-is('未决定')) a").CountAsync() > 0; number++)
        {
            await chair.Locator("main tr:has(strong:text-is('未决定')) a").First.ClickAsync();
            await chair.Locator("button[value=Agree]").ClickAsync();
            await chair.GotoAsync(Review);
        }

        await chair.GetByRole(AriaRole.Button, new() { Name = "以主持人身份签署同意" }).ClickAsync();
        await office.GotoAsync(Review);
        await office.GetByRole(AriaRole.Button, new() { Name = "签署同意" }).ClickAsync();
        (await office.Locator("main").TextContentAsync())!.ShouldContain("审定完毕");
        await Look(office, "signed");
        await office.SetViewportSizeAsync(390, 900);
        await office.GotoAsync(Review);
        await Look(office, "review-phone");
    }

    /// <summary>Usable by everybody, not wider than the window, and kept as a picture where somebody asks for it.</summary>
    private static async Task Look(IPage page, string name)
    {
        (await Axe.Faults(page)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, name);
        if (Environment.GetEnvironmentVariable("SAIMA_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    private static async Task Move(Site site, TestDatabase data, RoundMove move, TimeProvider time)
    {
        var life = await RoundLives.Find(data.Open(), 2023, 1, Cancel);
        (await MoveRound.Run(data.Open(), time, site.Services.GetServices<RoundGate>(), Scorer, new(2023, 1, move, life.Revision, "异议成立"), Cancel)).Refusal.ShouldBeNull(move.ToString());
    }

    /// <summary>When the window is over.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(20);
    }
}
