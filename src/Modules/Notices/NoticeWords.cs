using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices;

/// <summary>What the inbox says.</summary>
public static class NoticeWords
{
    public static Phrase Inbox { get; } = new("待办", "To do");

    public static Phrase Help { get; } = new("按期限排列，办完自动消失。", "By last day; what is done is gone by itself.");

    public static Phrase Task { get; } = new("事项", "Task");

    public static Phrase Due { get; } = new("期限", "Last day");

    public static Phrase Left { get; } = new("还有", "Left");

    public static Phrase Nothing { get; } = new("没有待办事项", "There is nothing to do");

    public static Phrase NothingHelp { get; } = new("有要填报、审核或批准的，会出现在这里。", "What you have to report, check or approve will stand here.");

    public static Phrase Overdue { get; } = new("逾期", "Overdue");

    public static Phrase NoDay { get; } = new("不限期", "no last day");

    public static Phrase Calendar { get; } = new("日历订阅", "Calendar feed");

    public static Phrase CalendarHelp { get; } = new(
        "把地址添加到手机或电脑日历，待办按期限显示，提前三天、一天提醒。知道地址的人就能看到您的待办，请不要转发。", "Add the address to the calendar of your phone or computer: tasks stand on their last day, with a reminder three days and one day before. Whoever has the address sees your tasks; do not pass it on.");

    public static Phrase Open { get; } = new("生成订阅地址", "Make an address");

    public static Phrase OpenAgain { get; } = new("换一个地址", "Make another address");

    public static Phrase End { get; } = new("停止订阅", "End the feed");

    public static Phrase Active(string since, string? used) => used is null
        ? new($"{since} 起有效，还没有日历来读过。", $"In force since {since}; no calendar has read it yet.")
        : new($"{since} 起有效，最近一次读取：{used}。", $"In force since {since}; last read {used}.");

    public static Phrase Once { get; } = new("地址只显示这一次，请现在添加到日历。", "The address is shown this once; add it to your calendar now.");

    public static Phrase Ended { get; } = new("已停止订阅，原来的地址不再有效。", "The feed has ended; its address is no longer good.");

    public static Phrase Days(int? left) => left switch
    {
        null => NoDay,
        0 => new("今天到期", "due today"),
        1 => new("明天到期", "due tomorrow"),
        < 0 => new($"逾期 {-left} 天", left == -1 ? "1 day overdue" : $"{(-left.Value).ToString(CultureInfo.InvariantCulture)} days overdue"),
        _ => new($"还有 {left} 天", $"{left} days left"),
    };
}
