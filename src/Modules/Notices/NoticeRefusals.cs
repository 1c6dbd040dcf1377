using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices;

/// <summary>Every way this module says no.</summary>
internal static class NoticeRefusals
{
    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "NOTICE_FAULTY", new($"有 {problems.Count.ToString(CultureInfo.InvariantCulture)} 处要改，没有保存。", $"{problems.Count.ToString(CultureInfo.InvariantCulture)} fields need mending; nothing was saved."), new("按各项的说明改正后再保存。", "Mend them as it says and save again."), problems);

    public static Problem Field(string column, string? value, string code, Phrase message, Phrase remedy) => new(Severity.Error, code, "", null, null, column, value, message, remedy);

    public static Refusal Moved { get; } = new("MOVED", new("刚才有人改过，没有保存。", "It was changed just now; nothing was saved."), new("看一下现在的样子，再改一次。", "Look at it as it is now and change it again."));

    public static Refusal MailOff { get; } = new("MAIL_OFF", new("平台还没有接上邮件服务器。", "The platform has no mail server yet."), new("请运行平台的人设置发信服务器，在那以前用机器人或日历。", "Ask who runs the platform to set one; use a robot or the calendar until then."));

    public static Refusal TooManyAsked { get; } = new("TOO_MANY_ASKED", new("今天发出的确认邮件太多了。", "Too many links were sent today."), new("先在收件箱和垃圾邮件里找；明天再试。", "Look in your inbox and in junk first; try again tomorrow."));

    public static Refusal BadLink { get; } = new("BAD_LINK", new("这个链接不能用：不完整、过期了，或者是发给别人的。", "This link is not good: it is incomplete, too old or was sent to somebody else."), new("在通知方式里重新填写邮箱，会收到新的链接。", "Set the address again under notifications; a new link comes."));

    public static Refusal TooManyRobots(int most) => new(
        "TOO_MANY_ROBOTS", new($"最多 {most.ToString(CultureInfo.InvariantCulture)} 个机器人。", $"There are {most.ToString(CultureInfo.InvariantCulture)} robots at most."), new("先移除一个不用的。", "Remove one that is not used first."));

    public static Refusal NoRobot { get; } = new("NO_ROBOT", new("没有这个机器人，可能已经移除。", "There is no such robot; it may have been removed."), new("刷新页面。", "Load the page again."));

    public static Refusal NoRetry { get; } = new("NO_RETRY", new("这一条现在不能重发：已发送、正在发送，或者不再需要。", "This one cannot be sent again: it was sent, is being sent or is not needed."), new("刷新页面看现在的状态。", "Load the page again to see where it stands."));
}
