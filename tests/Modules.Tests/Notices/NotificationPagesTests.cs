using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Deliveries;
using Saima.Modules.Notices.Reminders;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Notices;

/// <summary>In the sample a report of December 2023 of S05 is missing; today it is long overdue.</summary>
public sealed class NotificationPagesTests
{
    private const string Settings = "/inbox/settings";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_bell_counts_what_is_not_read_until_it_is_marked_or_done(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var reporter = await site.SignIn("填报员", Role.Reporter, "S05");
        (await Html(site, "/projects/2023", reporter)).ShouldNotContain("/inbox#reminders");
        await Turn(site);
        (await Html(site, "/projects/2023", reporter)).ShouldContain("<span class=\"count\">1</span>");
        (await Html(site, "/projects/2023", site.Cookie)).ShouldNotContain("/inbox#reminders");
        (await Text(site, "/inbox", reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("未读"), text => text.ShouldContain("填报 2023 年 12 月月报"));
        (await (await PostedForm.Open(site, "/inbox", "read", reporter)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Html(site, "/inbox", reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("已读"), text => text.ShouldNotContain("/inbox#reminders"));
        await Turn(site);
        (await data.Open().Set<Reminder>().CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_address_is_used_once_its_owner_opened_the_link_and_is_nowhere_in_clear(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var house = MailHouse.Open();
        await using var site = await Site.Start(data, builder => house.Configure(builder.Configuration));
        var (reporter, other) = (await site.SignIn("填报员", Role.Reporter, "S05"), await site.SignIn("别人", Role.Reporter, "S06"));
        await WithoutQuietHours(data, "填报员");
        using (var faulty = await (await PostedForm.Open(site, Settings, "address", reporter)).Send(("address", "甲 <a@b.cn>")))
        {
            (await faulty.Content.ReadAsStringAsync(Cancel)).ShouldContain("不是邮箱");
        }

        (await (await PostedForm.Open(site, Settings, "address", reporter)).Send(("address", "tian@example.test"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Turn(site);
        var asked = house.Received.ShouldHaveSingleItem();
        (asked.Subject, asked.To.Mailboxes.Single().Address).ShouldBe(("赛马平台：请确认邮箱", "tian@example.test"));
        var link = System.Text.RegularExpressions.Regex.Match(asked.TextBody!, "https://saima.example.test(/inbox/confirm/\\S+)").Groups[1].Value;
        (await Text(site, link, other)).ShouldContain("这个链接不能用");
        (await site.Anonymous.GetAsync(link, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(site, Settings, reporter)).ShouldContain("t***@example.test 还没有确认");
        (await (await PostedForm.Open(site, link, "confirm", reporter)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(site, Settings, reporter)).ShouldContain("提醒发到 t***@example.test");

        // The reminder made before is not sent again; a new person's task would be. Here the day is taken back.
        await data.Open().Set<DeliveryItem>().ExecuteDeleteAsync(Cancel);
        await data.Open().Set<Reminder>().ExecuteDeleteAsync(Cancel);
        await data.Open().Set<WorkerLease>().ExecuteUpdateAsync(one => one.SetProperty(row => row.LookedAt, (DateTimeOffset?)null), Cancel);
        await Turn(site);
        var mail = house.Received.Last();
        mail.Subject.ShouldBe("赛马提醒：1 项待办逾期");
        (await Text(site, Settings, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("已发送"), text => text.ShouldContain("1 条提醒"), text => text.ShouldContain("确认邮箱"));

        var stop = mail.Headers["List-Unsubscribe"]!.Trim('<', '>').Replace("https://saima.example.test", "", StringComparison.Ordinal);
        (await Text(site, stop + "x", "")).ShouldContain("这个链接不能用");
        var ending = await PostedForm.Open(site, stop, "stop", "");
        (await data.Open().Set<MailAddress>().CountAsync(one => one.EndedAt == null, Cancel)).ShouldBe(1);
        using (var ended = await ending.Send())
        {
            SampleBoard.Text(await ended.Content.ReadAsStringAsync(Cancel)).ShouldContain("不再往这个邮箱发提醒");
        }

        var kept = await data.Open().Set<MailAddress>().AsNoTracking().ToListAsync(Cancel);
        kept.ShouldAllBe(one => one.EndedAt != null && one.Sealed == "");
        var lines = await data.Open().Set<LedgerEntry>().Where(line => line.Action.StartsWith("notices.")).OrderBy(line => line.Number).ToListAsync(Cancel);
        lines.Select(line => (line.Action, line.By)).ShouldBe([("notices.set-address", "填报员"), ("notices.confirm-address", "填报员"), ("notices.end-address", "link")]);
        lines.ShouldAllBe(line => !$"{line.Before}{line.After}{line.Subject}".Contains("example.test", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Settings_are_kept_as_sent_and_faults_stand_beside_their_fields(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var form = await PostedForm.Open(site, Settings, "settings");
        using (var faulty = await form.Send(("from", "25:00"), ("mail-Overdue", "yes")))
        {
            (await faulty.Content.ReadAsStringAsync(Cancel)).ShouldContain("不是时刻");
        }

        (await form.Send(("from", "20:00"), ("to", "08:15"), ("working", "yes"), ("language", "en"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var kept = await data.Open().Set<NoticeSettings>().SingleAsync(Cancel);
        (kept.MailStages, kept.RobotStages, kept.QuietFrom, kept.QuietTo, kept.WorkingDaysOnly, kept.Language, kept.Revision).ShouldBe((4, 0, 1200, 495, true, "en", 1));
        using (var again = await form.Send())
        {
            (await again.Content.ReadAsStringAsync(Cancel)).ShouldContain("刚才有人改过");
        }

        (await Text(site, Settings, site.Cookie)).ShouldContain("平台还没有接上邮件服务器");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_robots_secret_is_shown_once_it_is_tried_and_removed_and_nobody_reaches_another_ones(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var house = await RobotHouse.Open();
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_WEBHOOK_NETWORKS"] = "127.0.0.0/8");
        var url = new Uri(house.Address, "/hook?token=very-secret").ToString();
        using (var faulty = await (await PostedForm.Open(site, Settings, "robot")).Send(("kind", "Generic"), ("name", ""), ("url", "ftp://a.cn/x")))
        {
            (await faulty.Content.ReadAsStringAsync(Cancel)).ShouldSatisfyAllConditions(text => text.ShouldContain("没有填名称"), text => text.ShouldContain("不是 https 地址"));
        }

        using var added = await (await PostedForm.Open(site, Settings, "robot")).Send(("kind", "Generic"), ("name", "值班系统"), ("url", url));
        var html = WebUtility.HtmlDecode(await added.Content.ReadAsStringAsync(Cancel));
        var secret = System.Text.RegularExpressions.Regex.Match(html, "whsec_[A-Za-z0-9+/=]+").Value;
        secret.Length.ShouldBeGreaterThan(40);
        var robot = await data.Open().Set<Robot>().SingleAsync(Cancel);
        $"{robot.SealedAddress}{robot.SealedSecret}".ShouldNotContain("very-secret");
        (await Html(site, Settings, site.Cookie)).ShouldSatisfyAllConditions(text => text.ShouldNotContain("whsec_"), text => text.ShouldNotContain("very-secret"), text => text.ShouldContain("值班系统"));

        house.Answers.Enqueue((403, "no entry"));
        using (var tried = await (await PostedForm.Open(site, Settings, $"try-{robot.Id:N}")).Send())
        {
            SampleBoard.Text(await tried.Content.ReadAsStringAsync(Cancel)).ShouldSatisfyAllConditions(text => text.ShouldContain("值班系统 没有收到：对方拒收"), text => text.ShouldContain("HTTP 403 no entry"));
        }

        house.Calls.ShouldHaveSingleItem().Body.ShouldContain("这是一条测试消息");
        var other = await site.SignIn("别人", Role.Reporter, "S06");
        (await PostedForm.Open(site, Settings, $"end-{robot.Id:N}")).ShouldNotBeNull();
        (await Html(site, Settings, other)).ShouldNotContain("值班系统");
        (await (await PostedForm.Open(site, Settings, $"end-{robot.Id:N}")).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var ended = await data.Open().Set<Robot>().AsNoTracking().SingleAsync(Cancel);
        (ended.EndedAt is null, ended.SealedAddress, ended.SealedSecret).ShouldBe((false, "", null));
        (await data.Open().Set<LedgerEntry>().Where(line => line.Action.StartsWith("notices.")).OrderBy(line => line.Number).Select(line => line.Action).ToListAsync(Cancel))
            .ShouldBe(["notices.add-robot", "notices.try-robot", "notices.end-robot"]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_administrator_sees_states_and_no_words_and_sends_again_what_was_given_up(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var house = await RobotHouse.Open();
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_WEBHOOK_NETWORKS"] = "127.0.0.0/8");
        var administrator = await site.SignIn("系统管理", Role.SystemAdministrator);
        await WithoutQuietHours(data, Addressees.OfUnit("S05"));
        (await (await PostedForm.Open(site, "/notices/robots", "robot", administrator)).Send(("unit", "S05"), ("kind", "WeCom"), ("name", "群"), ("url", new Uri(house.Address, "/group").ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(site, "/notices/robots", administrator)).ShouldContain("示例镇甲");
        house.Answers.Enqueue((404, ""));
        await Turn(site);
        var text = await Text(site, "/notices/deliveries?state=GaveUp", administrator);
        text.ShouldSatisfyAllConditions(one => one.ShouldContain("示例镇甲"), one => one.ShouldContain("已放弃"), one => one.ShouldContain("对方拒收 HTTP 404"), one => one.ShouldNotContain("月报"));
        (await Text(site, "/notices/deliveries?q=nobody", administrator)).ShouldContain("没有符合条件的发送");
        (await Text(site, "/notices/deliveries?q=示例镇甲&channel=Robot", administrator)).ShouldContain("共 1 条");
        var delivery = await data.Open().Set<Delivery>().AsNoTracking().SingleAsync(Cancel);
        (await (await PostedForm.Open(site, "/notices/deliveries", $"retry-{delivery.Id:N}", administrator)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Turn(site);
        (await Text(site, "/notices/deliveries?state=Sent", administrator)).ShouldContain("已发送");
        house.Calls.Count.ShouldBe(2);
        using (var stale = await (await PostedForm.Open(site, "/notices/deliveries", $"retry-{delivery.Id:N}", administrator)).Send())
        {
            (await stale.Content.ReadAsStringAsync(Cancel)).ShouldContain("这一条现在不能重发");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/notices/deliveries.xlsx?state=Sent");
        request.Headers.TryAddWithoutValidation("Cookie", administrator);
        (await (await site.Anonymous.SendAsync(request, Cancel)).Content.ReadAsByteArrayAsync(Cancel)).Length.ShouldBeGreaterThan(1000);
        var acts = await data.Open().Set<LedgerEntry>().OrderBy(line => line.Number).Select(line => line.Action).ToListAsync(Cancel);
        acts.ShouldContain("notices.retry");
        acts.ShouldContain(RecordLook.Exported);
        (await Status(site, "/notices/deliveries", site.Cookie)).ShouldBe(HttpStatusCode.Forbidden);
        (await Status(site, "/notices/robots", site.Cookie)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task Turn(Site site) => (await site.Services.GetRequiredService<NoticeWorker>().Turn(Cancel)).ShouldBeTrue();

    // Tests run at every hour.
    private static async Task WithoutQuietHours(TestDatabase data, string name)
    {
        var db = data.Open();
        db.Add(new NoticeSettings { Person = Addressees.UnitOf(name) is null ? Site.IdOf(name).ToString() : name, QuietFrom = 0, QuietTo = 0, Revision = 1 });
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<HttpStatusCode> Status(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return (await site.Anonymous.SendAsync(request, Cancel)).StatusCode;
    }

    private static async Task<string> Text(Site site, string address, string cookie) => SampleBoard.Text(await Html(site, address, cookie));

    private static async Task<string> Html(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
