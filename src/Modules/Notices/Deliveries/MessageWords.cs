using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>What mails and robots say.</summary>
public static class MessageWords
{
    public static Phrase Trial { get; } = new("赛马提醒：这是一条测试消息", "Saima reminders: this is a test message");

    public static Phrase Open { get; } = new("打开待办", "Open the inbox");

    public static Phrase Why { get; } = new("您收到它，是因为在赛马平台登记了这个邮箱。", "You get this because this address is set on the Saima platform.");

    public static Phrase Settings { get; } = new("改通知方式", "Change how you are notified");

    public static Phrase Stop { get; } = new("不再往这个邮箱发", "Stop mail to this address");

    public static Phrase ConfirmTitle { get; } = new("赛马平台：请确认邮箱", "Saima: confirm your address");

    public static Phrase ConfirmText { get; } = new(
        "有人在赛马平台上把这个邮箱登记为接收提醒的邮箱。是您本人的话，三天内打开下面的链接，登录后确认；不是的话不用理会，不会再收到邮件。",
        "Somebody on the Saima platform asked for reminders to be sent to this address. If it was you, open the link within three days, sign in and confirm; if not, do nothing, and nothing more is sent.");

    public static Phrase Title(int count, int overdue) => overdue == 0
        ? new($"赛马提醒：{Number(count)} 项待办临近期限", count == 1 ? "Saima: 1 task is due soon" : $"Saima: {Number(count)} tasks are due soon")
        : overdue == count
            ? new($"赛马提醒：{Number(count)} 项待办逾期", count == 1 ? "Saima: 1 task is overdue" : $"Saima: {Number(count)} tasks are overdue")
            : new($"赛马提醒：{Number(count)} 项待办，其中 {Number(overdue)} 项逾期", $"Saima: {Number(count)} tasks, {Number(overdue)} of them overdue");

    public static Phrase When(string day, int? left)
    {
        var days = NoticeWords.Days(left);
        return new($"期限 {day}，{days.Zh}", $"last day {day}, {days.En}");
    }

    public static Phrase More(int count) => new($"另有 {Number(count)} 项，见待办。", $"{Number(count)} more stand in the inbox.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
