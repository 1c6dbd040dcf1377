using System.Net;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Tasks;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Notices.Feeds;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Notices;

/// <summary>In the sample one report of December 2023 of S05 is missing; today it is long overdue.</summary>
public sealed class InboxTests
{
    private const string Inbox = "/inbox";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_sees_what_waits_for_them_and_what_is_done_is_gone(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (reporter, checker, stranger) = (await site.SignIn("填报员", Role.Reporter, "S05"), await site.SignIn("审核员", Role.Checker, "S05"), await site.SignIn("别家填报员", Role.Reporter, "S06"));
        (await Text(site, Inbox, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("填报 2023 年 12 月月报：示例镇甲，1 个项目未报"), text => text.ShouldContain("逾期"), text => text.ShouldNotContain("审核计划"));
        (await Text(site, Inbox, stranger)).ShouldContain("没有待办事项");
        (await Text(site, Inbox, checker)).ShouldContain("没有待办事项");

        (await (await PostedForm.Open(site, "/projects/2023/P067/plan", "plan", reporter)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(site, Inbox, checker)).ShouldContain("审核计划：示例·特种纸生产线");
        (await Text(site, Inbox, reporter)).ShouldNotContain("特种纸生产线");
        (await (await PostedForm.Open(site, "/projects/2023/P067/plan", "decide", checker)).Send(("step", "Check"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(site, Inbox, checker)).ShouldContain("没有待办事项");
        (await Text(site, Inbox, site.Cookie)).ShouldContain("批准基线：示例·特种纸生产线");
        (await (await PostedForm.Open(site, "/projects/2023/P067/plan", "decide", site.Cookie)).Send(("step", "Return"), ("why", "附上批文"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(site, Inbox, reporter)).ShouldContain("修改被退回的计划：示例·特种纸生产线");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_calendar_reads_the_tasks_until_the_feed_the_duty_or_the_account_ends(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var reporter = await site.SignIn("填报员", Role.Reporter, "S05");
        var first = await Make(site, reporter);
        var calendar = Calendar.Load(await Read(site, first))!;
        var entry = calendar.Events.ShouldHaveSingleItem();
        (entry.Summary!.Contains("填报 2023 年 12 月月报：示例镇甲", StringComparison.Ordinal), entry.Summary.StartsWith("逾期", StringComparison.Ordinal), entry.Start!.HasTime, entry.Alarms.Count).ShouldBe((true, true, false, 2));
        entry.Url!.AbsolutePath.ShouldBe("/reports/2023/2023-12/S05");
        (await data.Open().Set<CalendarFeed>().SingleAsync(Cancel)).ReadAt.ShouldNotBeNull();
        first.ShouldNotContain((await data.Open().Set<CalendarFeed>().SingleAsync(Cancel)).Hash);

        var second = await Make(site, reporter);
        (await Status(site, first)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(site, second)).ShouldBe(HttpStatusCode.OK);
        (await Status(site, "/calendar/guessed.ics")).ShouldBe(HttpStatusCode.NotFound);

        await data.Open().Set<Duty>().Where(duty => duty.Unit == "S05").ExecuteUpdateAsync(duty => duty.SetProperty(row => row.EndedAt, DateTimeOffset.UtcNow), Cancel);
        Calendar.Load(await Read(site, second))!.Events.ShouldBeEmpty();
        await data.Open().Set<Person>().Where(person => person.Name == "填报员").ExecuteUpdateAsync(person => person.SetProperty(row => row.ClosedAt, DateTimeOffset.UtcNow), Cancel);
        (await Status(site, second)).ShouldBe(HttpStatusCode.NotFound);

        var office = await Make(site, site.Cookie);
        (await (await PostedForm.Open(site, Inbox, "end", site.Cookie)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Status(site, office)).ShouldBe(HttpStatusCode.NotFound);
        (await data.Open().Set<LedgerEntry>().Where(line => line.Action.StartsWith("notices.")).OrderBy(line => line.Number).Select(line => line.Action).ToListAsync(Cancel))
            .ShouldBe(["notices.open-feed", "notices.open-feed", "notices.open-feed", "notices.end-feed"]);
    }

    [Fact]
    public void A_task_stands_on_its_last_day_with_reminders_three_days_and_one_day_before()
    {
        var today = new DateOnly(2023, 12, 1);
        var text = WriteCalendar.Run(
            [new("a/1", new("填报，一", "report; one"), "/reports", new(2023, 12, 7)), new("b", new("没有期限", "whenever"), "/x", null)], today, new(2023, 12, 1, 0, 0, 0, TimeSpan.Zero), new("https://example.test"));
        var entry = Calendar.Load(text)!.Events.ShouldHaveSingleItem();
        (entry.Start!.Value.Day, entry.Url!.ToString()).ShouldBe((7, "https://example.test/reports"));
        text.ShouldContain("TRIGGER:-P3D");
        text.ShouldContain("TRIGGER:-P1D");
        new OpenTask("a", new("", ""), "", today).DaysLeft(today).ShouldBe(0);
    }

    private static async Task<string> Make(Site site, string cookie)
    {
        using var answer = await (await PostedForm.Open(site, Inbox, "open", cookie)).Send();
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        var start = text.IndexOf("/calendar/", StringComparison.Ordinal);
        return text[start..(text.IndexOf(".ics", start, StringComparison.Ordinal) + 4)];
    }

    private static async Task<string> Read(Site site, string address) => await site.Anonymous.GetStringAsync(address, Cancel);

    private static async Task<HttpStatusCode> Status(Site site, string address) => (await site.Anonymous.GetAsync(address, Cancel)).StatusCode;

    private static async Task<string> Text(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
