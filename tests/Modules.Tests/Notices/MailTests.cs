using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Tasks;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Deliveries;
using Saima.Modules.Notices.Reminders;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Notices;

/// <summary>Mail through a real server over a socket, with TLS and a secret.</summary>
public sealed class MailTests
{
    private static readonly DateOnly Friday = new(2024, 3, 8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Several_reminders_are_one_mail_and_come_once_however_often_workers_are_started_anew(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        var person = await board.AddPerson("填报员", "tian@example.test");
        board.Give(person, Report(Friday), new OpenTask("check/1", new("审核月报", "Check the reports"), "/reports/check", Friday), new OpenTask("far", new("还早", "Far off"), "/x", new(2024, 5, 1)), new OpenTask("never", new("不限期", "Whenever"), "/y", null));
        for (var start = 0; start < 3; start++)
        {
            (await board.Turn()).ShouldBeTrue();
            board.Time.Advance(TimeSpan.FromMinutes(31));
        }

        var mail = board.Mail.Received.ShouldHaveSingleItem();
        (mail.Subject, mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address).ShouldBe(("赛马提醒：2 项待办临近期限", "tian@example.test", "saima@example.test"));
        mail.TextBody!.ShouldSatisfyAllConditions(
            text => text.ShouldContain("填报 3 月月报"), text => text.ShouldContain("期限 2024-03-08，明天到期"), text => text.ShouldContain("https://saima.example.test/reports/fill"), text => text.ShouldNotContain("还早"), text => text.ShouldNotContain("不限期"));
        mail.HtmlBody!.ShouldContain("<a href=\"https://saima.example.test/reports/check\">审核月报</a>");
        var delivery = (await board.Deliveries()).ShouldHaveSingleItem();
        (delivery.State, delivery.Attempts, mail.MessageId).ShouldBe((DeliveryState.Sent, 1, $"{delivery.Id:N}@example.test"));
        mail.Headers["List-Unsubscribe"].ShouldStartWith("<https://saima.example.test/notices/stop/");
        (await board.Reminders()).Select(one => (one.Stage, one.DoneAt)).ShouldBe([(Stage.OneDay, null), (Stage.OneDay, null)]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_not_taken_now_is_tried_again_later_and_what_is_refused_is_given_up(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        board.Give(await board.AddPerson("填报员", "tian@example.test"), Report(Friday));
        board.Mail.Answers.Enqueue(451);
        await board.Turn();
        var first = (await board.Deliveries()).ShouldHaveSingleItem();
        (first.State, first.Fault, first.FaultCode, first.NextAt - board.Time.GetUtcNow()).ShouldBe((DeliveryState.Failed, DeliveryFault.Later, "451", TimeSpan.FromMinutes(1)));
        await board.Turn();
        board.Mail.Received.ShouldBeEmpty();
        board.Time.Advance(TimeSpan.FromMinutes(1));
        await board.Turn();
        var mail = board.Mail.Received.ShouldHaveSingleItem();
        var sent = (await board.Deliveries()).ShouldHaveSingleItem();
        (sent.State, sent.Attempts, sent.Fault, mail.MessageId).ShouldBe((DeliveryState.Sent, 2, null, $"{sent.Id:N}@example.test"));

        board.Give(await board.AddPerson("另一位", "ling@example.test"), Report(Friday));
        board.Mail.Answers.Enqueue(550);
        board.Time.Advance(TimeSpan.FromMinutes(31));
        await board.Turn();
        var refused = (await board.Deliveries())[^1];
        (refused.State, refused.Attempts, refused.Fault, refused.FaultCode).ShouldBe((DeliveryState.GaveUp, 1, DeliveryFault.Refused, "550"));
        board.Time.Advance(TimeSpan.FromHours(3));
        await board.Turn();
        board.Mail.Received.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_workers_at_once_send_each_mail_once(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        for (var number = 0; number < 8; number++)
        {
            board.Give(await board.AddPerson($"填报员{number}", $"p{number}@example.test"), Report(Friday));
        }

        var processes = Enumerable.Range(0, 3).Select(_ => board.Start()).ToList();
        var led = await Task.WhenAll(processes.Select(process => Task.Run(() => process.GetRequiredService<NoticeWorker>().Turn(Cancel), Cancel)));
        led.Count(one => one).ShouldBe(1);
        (await board.Reminders()).Count.ShouldBe(8);

        // Even where the lease is not asked.
        await board.Data.Open().Set<Delivery>().ExecuteUpdateAsync(one => one.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.EndedAt, (DateTimeOffset?)null).SetProperty(row => row.Attempts, 0), Cancel);
        board.Mail.Received.Clear();
        await Task.WhenAll(processes.Select((process, number) => Task.Run(() => process.GetRequiredService<SendDeliveries>().Run($"w{number}", DeliveryChannel.Mail, Cancel), Cancel)));
        board.Mail.Received.Select(mail => mail.MessageId).Distinct().Count().ShouldBe(8);
        board.Mail.Received.Count.ShouldBe(8);
        (await board.Deliveries()).ShouldAllBe(one => one.State == DeliveryState.Sent && one.Attempts == 1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_dead_worker_had_claimed_is_taken_up_again_under_the_same_number(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        board.Give(await board.AddPerson("填报员", "tian@example.test"), Report(Friday));
        board.Mail.Answers.Enqueue(451);
        await board.Turn();
        var until = board.Time.GetUtcNow() + TimeSpan.FromMinutes(3);
        await board.Data.Open().Set<Delivery>().ExecuteUpdateAsync(
            one => one.SetProperty(row => row.State, DeliveryState.Sending).SetProperty(row => row.ClaimedBy, "dead").SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.Attempts, 2), Cancel);
        board.Time.Advance(TimeSpan.FromMinutes(2));
        await board.Turn();
        board.Mail.Received.ShouldBeEmpty();
        board.Time.Advance(TimeSpan.FromMinutes(1));
        await board.Turn();
        var delivery = (await board.Deliveries()).ShouldHaveSingleItem();
        (delivery.State, delivery.Attempts, board.Mail.Received.Single().MessageId).ShouldBe((DeliveryState.Sent, 3, $"{delivery.Id:N}@example.test"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task In_quiet_hours_nothing_is_sent_and_what_comes_together_is_one_mail_afterwards(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        var person = await board.AddPerson("填报员", "tian@example.test");
        await board.AddDaysOff(new DateOnly(2024, 3, 8));
        var db = board.Data.Open();
        db.Add(new NoticeSettings { Person = person, WorkingDaysOnly = true, Language = "en" });
        await db.SaveChangesAsync(Cancel);

        // Thursday, half past nine in the evening; Friday is a day off, so Monday is the next working day.
        board.Time.SetUtcNow(new(2024, 3, 7, 13, 30, 0, TimeSpan.Zero));
        board.Give(person, Report(new(2024, 3, 11)));
        await board.Turn();
        (await ReadReminders.Unread(board.Data.Open(), person, Cancel)).ShouldBe(1);
        (await board.Deliveries()).ShouldHaveSingleItem().NextAt.ShouldBe(new(2024, 3, 10, 23, 30, 0, TimeSpan.Zero));
        board.Time.Advance(TimeSpan.FromMinutes(31));
        board.Give(person, Report(new(2024, 3, 11)), new OpenTask("check/1", new("审核月报", "Check the reports"), "/reports/check", new(2024, 3, 12)));
        await board.Turn();
        board.Time.SetUtcNow(new(2024, 3, 10, 23, 29, 0, TimeSpan.Zero));
        await board.Turn();
        board.Mail.Received.ShouldBeEmpty();
        board.Time.Advance(TimeSpan.FromMinutes(1));
        await board.Turn();
        board.Mail.Received.ShouldHaveSingleItem().Subject.ShouldBe("Saima: 2 tasks are due soon");
        board.Mail.Received.Single().TextBody!.ShouldContain("last day 11 Mar 2024, due today");
        (await board.Deliveries()).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_done_before_it_is_sent_is_not_sent_and_stands_as_done(string kind)
    {
        await using var board = NoticeBoard.Open(kind);
        var person = await board.AddPerson("填报员", "tian@example.test");
        board.Time.SetUtcNow(new(2024, 3, 7, 14, 0, 0, TimeSpan.Zero));
        board.Give(person, Report(Friday));
        await board.Turn();
        board.Give(person);
        board.Time.SetUtcNow(new(2024, 3, 8, 0, 0, 0, TimeSpan.Zero));
        await board.Turn();
        board.Mail.Received.ShouldBeEmpty();
        (await board.Deliveries()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Dropped);
        (await board.Reminders()).ShouldHaveSingleItem().DoneAt.ShouldNotBeNull();
        (await ReadReminders.Unread(board.Data.Open(), person, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_secret_keeps_the_mail_waiting_and_an_open_line_takes_no_secret()
    {
        await using var board = NoticeBoard.Open("sqlite");
        board.Settings["SAIMA_SMTP_SECRET"] = "wrong";
        board.Give(await board.AddPerson("填报员", "tian@example.test"), Report(Friday));
        await board.Turn();
        var delivery = (await board.Deliveries()).ShouldHaveSingleItem();
        (delivery.State, delivery.Fault, delivery.FaultCode).ShouldBe((DeliveryState.Failed, DeliveryFault.Unreachable, "AUTH"));
        board.Settings["SAIMA_SMTP_SECURITY"] = "none";
        var open = board.Start().GetRequiredService<MailServer>();
        (open.On, open.Fault!.Zh).ShouldBe((false, "邮件没有开启，SAIMA_SMTP_SECURITY：不在没有加密的线路上发密码。"));
        board.Settings["SAIMA_SMTP_SECURITY"] = "starttls";
        board.Settings["SAIMA_SMTP_CA"] = "";
        board.Time.Advance(TimeSpan.FromMinutes(2));
        await board.Turn();
        (await board.Deliveries()).Single().FaultCode.ShouldBe("TLS");
    }

    private static OpenTask Report(DateOnly due) => new("report/fill/1", new("填报 3 月月报", "Fill in the report of March"), "/reports/fill", due);
}
