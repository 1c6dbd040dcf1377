using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Sessions;
using Saima.Projects.Evidence;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Testing;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Saima.Browser.Tests.Projects;

/// <summary>A reporter on site whose phone has no network.</summary>
public sealed class OfflineJourneyTests(Visitors visitors)
{
    private const string Sheet = "/reports/2023/2023-12/S05";
    private const string Queue = "[data-queue] .queue-item";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite", 390)]
    [InlineData("postgres", 1440)]
    public async Task A_report_with_a_photo_survives_no_network_and_arrives_once_although_its_answer_is_lost(string kind, int width)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var lost = new LostAnswers();
        await using var site = await Site.Start(data, builder => builder.Services.AddSingleton<IStartupFilter>(lost));
        var before = await Before(data);
        await site.SignIn("填报员", Role.Reporter, "S05");
        var page = await visitors.Visit(site, new(Name: "填报员", Width: width));
        var context = page.Context;

        await page.GotoAsync(Sheet);
        await page.GetByRole(AriaRole.Button, new() { Name = "离线填报" }).ClickAsync();
        await page.GetByText("这张表已留在这台设备上").WaitForAsync();

        await context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await page.GetByText("没有网络。填好照常提交").WaitForAsync();
        await Field(page, "invested").FillAsync("100");
        await Field(page, "year_to_date").FillAsync($"{before + 90}");
        await Assertions.Expect(page.Locator("#P067-year_to_date-note")).ToContainTextAsync("年初累计应为上月累计");
        await Field(page, "year_to_date").FillAsync($"{before + 100}");
        await Field(page, "building").FillAsync($"{before + 100}");
        await Field(page, "progress").FillAsync("主体施工");
        await page.Locator("[data-project=P067] [data-photo-input]").SetInputFilesAsync(new FilePayload { Name = "工地.jpg", MimeType = "image/jpeg", Buffer = Picture() });
        await page.Locator("[data-project=P067] .photo-list li").WaitForAsync();
        await Shot(page, "offline-sheet", width);
        (await Axe.Faults(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交月报" }).ClickAsync();
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("等待发送");
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("1");
        (await Axe.Faults(page)).ShouldBeEmpty();
        await Shot(page, "offline-queue", width);

        // The tab is closed and opened again, still without a network, and what waits is changed.
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync("/reports");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("手机填报"));
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("1 张照片");
        (await Axe.Faults(page)).ShouldBeEmpty();
        await Shot(page, "offline-phone", width);
        await page.Locator("[data-sheet-list] a").ClickAsync();
        await page.Locator(Queue).GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await Field(page, "progress").FillAsync("主体施工，二层");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交月报" }).ClickAsync();
        await Assertions.Expect(page.Locator(Queue)).ToHaveCountAsync(1);
        (await data.Open().Set<MonthlyFiling>().AnyAsync(Cancel)).ShouldBeFalse();

        // Two answers are lost after all was done: the photo's and the report's.
        lost.Left = 2;
        await context.SetOfflineAsync(false);
        for (var tries = 0; tries < 40 && await page.Locator("[data-queue] [data-state=sent]:visible").CountAsync() == 0; tries++)
        {
            // Looked at and pressed in one step: it goes as soon as the phone sends by itself.
            await page.EvaluateAsync("() => { const send = document.querySelector('[data-send]'); if (send?.checkVisibility()) send.click(); }");
            await page.WaitForTimeoutAsync(500);
        }

        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("已提交 1 份月报。");
        lost.Left.ShouldBe(0);
        lost.Seen.ShouldBeGreaterThanOrEqualTo(4, "what was not answered was sent again");
        var filing = await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel);
        (filing.Revision, filing.Invested, filing.Progress).ShouldBe((1, 1_000_000, "主体施工，二层"));
        (await data.Open().Set<FilingStep>().CountAsync(Cancel)).ShouldBe(1);
        (await data.Open().Set<ProjectEvidence>().SingleAsync(Cancel)).About.ShouldBe("2023-12");
        (await data.Open().Set<LedgerEntry>().CountAsync(line => line.Action == "projects.report-submit" || line.Action == "projects.evidence-add", Cancel)).ShouldBe(2);

        await site.SignIn("审核员", Role.Checker, "S05");
        var checker = await visitors.Visit(site, new(Name: "审核员", Width: width));
        await checker.GotoAsync(Sheet + "/P067");
        await Assertions.Expect(checker.Locator("main")).ToContainTextAsync("工地.jpg");
        await Assertions.Expect(checker.Locator("main")).ToContainTextAsync("主体施工，二层");
        await checker.Context.CloseAsync();

        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).First.ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
        await context.SetOfflineAsync(true);
        await Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync(Sheet));
        await context.CloseAsync();
    }

    [Fact]
    public async Task An_expired_session_keeps_what_waits_a_moved_report_is_decided_by_its_person_and_the_next_one_finds_nothing()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var before = await Before(data);
        var cookie = await site.SignIn("填报员", Role.Reporter, "S05");
        var page = await visitors.Visit(site, new(Name: "填报员", Width: 390));
        var context = page.Context;
        await page.GotoAsync(Sheet);
        await page.GetByRole(AriaRole.Button, new() { Name = "离线填报" }).ClickAsync();
        await page.GetByText("这张表已留在这台设备上").WaitForAsync();
        await context.SetOfflineAsync(true);
        await Fill(page, before, 100);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交月报" }).ClickAsync();
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("等待发送");

        // Meanwhile the session ends, and a colleague submits.
        await data.Open().Set<Session>().ExecuteUpdateAsync(session => session.SetProperty(row => row.EndedAt, DateTimeOffset.UtcNow), Cancel);
        var texts = new Dictionary<string, string> { ["invested"] = "60", ["year_to_date"] = $"{before + 60}", ["building"] = $"{before + 60}", ["progress"] = "同事填的" };
        (await SubmitFilings.Run(data.Open(), TimeProvider.System, new("c", "同事", [new(Role.Reporter, null)]), new(2023, new(2023, 12), "", [new("P067", 1, 0, texts)]), Cancel)).Refusal.ShouldBeNull();
        await context.SetOfflineAsync(false);
        await page.GetByText("登录已过期").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "登录后发送" }).ClickAsync();
        await page.GetByText("这台设备上还有没发送的月报").WaitForAsync();

        cookie = await site.SignIn("填报员", Role.Reporter, "S05");
        await Become(context, site, cookie);
        await page.GotoAsync(Sheet);
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("要您决定");
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("同事填的");
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("主体施工");
        (await Axe.Faults(page)).ShouldBeEmpty();
        await Shot(page, "offline-conflict", 390);
        (await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel)).Progress.ShouldBe("同事填的", "nothing is overwritten unasked");
        await page.GetByRole(AriaRole.Button, new() { Name = "用我填的提交" }).ClickAsync();
        await Assertions.Expect(page.Locator(Queue)).ToContainTextAsync("已提交 1 份月报。");
        var filing = await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel);
        (filing.Revision, filing.Progress).ShouldBe((2, "主体施工"));

        // Something waits again, and somebody else signs in on the same phone.
        await context.SetOfflineAsync(true);
        await Assertions.Expect(Field(page, "invested")).ToHaveValueAsync("100");
        await Fill(page, before, 120);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交月报" }).ClickAsync();
        await Assertions.Expect(page.Locator(Queue).Filter(new() { HasText = "等待发送" })).ToHaveCountAsync(1);
        await page.CloseAsync();
        await Become(context, site, await site.SignIn("下一个", Role.Reporter, "S05"));
        await context.SetOfflineAsync(false);
        page = await context.NewPageAsync();
        await page.GotoAsync("/inbox");
        await page.GotoAsync(Sheet);
        await Assertions.Expect(page.Locator(Queue)).ToHaveCountAsync(0);
        (await page.EvaluateAsync<string[]>("() => Object.keys(localStorage).filter(key => localStorage[key].includes('120'))")).ShouldBeEmpty();
        (await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel)).Revision.ShouldBe(2, "nobody sends for somebody else");
        await context.CloseAsync();
    }

    private static async Task Fill(IPage page, long before, long month)
    {
        await Field(page, "invested").FillAsync($"{month}");
        await Field(page, "year_to_date").FillAsync($"{before + month}");
        await Field(page, "building").FillAsync($"{before + month}");
        await Field(page, "progress").FillAsync("主体施工");
    }

    private static Task Become(IBrowserContext context, Site site, string cookie) =>
        context.AddCookiesAsync([new() { Name = cookie.Split('=')[0], Value = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..], Url = site.Address.ToString() }]);

    private static async Task<long> Before(TestDatabase data) =>
        (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;

    private static ILocator Field(IPage page, string field) => page.Locator($"[data-project=P067] [data-field={field}]");

    // Where somebody wants to look at the pages.
    private static async Task Shot(IPage page, string name, int width)
    {
        if (Environment.GetEnvironmentVariable("SAIMA_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(640, 480);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.SteelBlue);
        using var paint = new SKPaint { Color = SKColors.Orange };
        canvas.DrawRect(100, 160, 300, 240, paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }

    /// <summary>A network that breaks after everything was done and before it is answered.</summary>
    private sealed class LostAnswers : IStartupFilter
    {
        private int _left;
        private int _seen;

        public int Left
        {
            get => _left;
            set => _left = value;
        }

        public int Seen => _seen;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, then) =>
            {
                if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/reports/sending"))
                {
                    await then(http);
                    return;
                }

                Interlocked.Increment(ref _seen);
                var body = http.Response.Body;
                using var said = new MemoryStream();
                http.Response.Body = said;
                await then(http);
                http.Response.Body = body;
                if (Interlocked.Decrement(ref _left) >= 0)
                {
                    http.Abort();
                    return;
                }

                Interlocked.Exchange(ref _left, 0);
                said.Position = 0;
                await said.CopyToAsync(body, http.RequestAborted);
            });
            next(app);
        };
    }
}
