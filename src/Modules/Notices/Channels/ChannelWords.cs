using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Channels;

/// <summary>What the pages about notifications say.</summary>
public static class ChannelWords
{
    public static Phrase Title { get; } = new("通知方式", "Notifications");

    public static Phrase Help { get; } = new("临近期限和逾期的待办，除了在平台里提醒，还可以发到邮箱和群机器人。", "Tasks that are due soon or overdue are shown here, and can be sent to your e-mail and to robots too.");

    public static Phrase Mail { get; } = new("邮箱", "E-mail");

    public static Phrase MailHelp { get; } = new("先发一封确认邮件，打开里面的链接以后才会用。邮件只写事项、期限和链接。邮箱加密保存，只有您看得到，随时可以移除。", "A link is sent first, and the address is used once you have opened it. Mails hold tasks, last days and links only. The address is encrypted, seen by you alone, and can be removed at any time.");

    public static Phrase MailOff { get; } = new("平台还没有接上邮件服务器，现在不能用邮件提醒。", "The platform has no mail server yet, so there is no mail for now.");

    public static Phrase Address { get; } = new("邮箱地址", "E-mail address");

    public static Phrase AddressHint { get; } = new("如单位邮箱", "such as your office address");

    public static Phrase SetAddress { get; } = new("发确认邮件", "Send the link");

    public static Phrase Asked { get; } = new("确认邮件一分钟内发出，三天内有效。没有收到就看看垃圾邮件。", "The link is sent within a minute and good for three days. If it does not come, look in junk.");

    public static Phrase RemoveAddress { get; } = new("移除邮箱", "Remove the address");

    public static Phrase Removed { get; } = new("邮箱已移除，不再发邮件。", "The address is removed; no more mail is sent.");

    public static Phrase Confirm { get; } = new("确认邮箱", "Confirm the address");

    public static Phrase Confirmed { get; } = new("邮箱已确认，以后提醒会发到这里。", "The address is confirmed; reminders will be sent there.");

    public static Phrase Stop { get; } = new("停止邮件提醒", "Stop mail");

    public static Phrase StopHelp { get; } = new("确认后不再往这个邮箱发提醒，登记的邮箱也会删掉。平台里的提醒还在。", "After that nothing is sent to this address, and it is erased. Reminders on the platform stay.");

    public static Phrase Stopped { get; } = new("不再往这个邮箱发提醒。", "Nothing is sent to this address any more.");

    public static Phrase Robots { get; } = new("机器人", "Robots");

    public static Phrase RobotsHelp { get; } = new("把提醒发到钉钉、企业微信、飞书的群机器人，或自己的系统。地址和密钥加密保存，不再显示。群里的人都看得到。", "Sends reminders to robots of DingTalk, WeCom or Feishu, or to a system of your own. Address and secret are encrypted and not shown again. Everybody in the group sees what it says.");

    public static Phrase NoRobots { get; } = new("还没有机器人。", "There are no robots yet.");

    public static Phrase Kind { get; } = new("种类", "Kind");

    public static Phrase Name { get; } = new("名称", "Name");

    public static Phrase NameHint { get; } = new("自己认得就行", "by which you know it");

    public static Phrase Host { get; } = new("发往", "Calls");

    public static Phrase Since { get; } = new("添加", "Added");

    public static Phrase Url { get; } = new("机器人地址", "Robot's web address");

    public static Phrase UrlHint { get; } = new("从群机器人的设置里复制", "copied from the robot's settings");

    public static Phrase Secret { get; } = new("加签密钥", "Secret for signing");

    public static Phrase SecretHint { get; } = new("钉钉、飞书开了加签才填；自己的系统由平台生成", "for DingTalk and Feishu if they ask for it; for a system of your own it is drawn here");

    public static Phrase Unit { get; } = new("单位", "Unit");

    public static Phrase District { get; } = new("全区（项目办的待办）", "The whole district (tasks of the project office)");

    public static Phrase AddRobot { get; } = new("添加机器人", "Add a robot");

    public static Phrase Try { get; } = new("发一条测试", "Send a test");

    public static Phrase Remove { get; } = new("移除", "Remove");

    public static Phrase RobotRemoved { get; } = new("机器人已移除。", "The robot is removed.");

    public static Phrase Once { get; } = new("机器人已添加。签名密钥只显示这一次：", "The robot is added. The secret it is signed with is shown this once:");

    public static Phrase Added { get; } = new("机器人已添加，发一条测试看看。", "The robot is added; send it a test.");

    public static Phrase UnitRobots { get; } = new("单位机器人", "Robots of units");

    public static Phrase UnitRobotsHelp { get; } = new("把一个单位（含下级）填报员、审核员的待办提醒发到单位的群里。", "Sends what reporters and checkers of a unit and below it have to do to the unit's group.");

    public static Phrase When { get; } = new("什么时候发", "When to send");

    public static Phrase ByMail { get; } = new("发到邮箱", "By e-mail");

    public static Phrase ByRobot { get; } = new("发到机器人", "To robots");

    public static Phrase Quiet { get; } = new("免打扰", "Quiet hours");

    public static Phrase QuietHelp { get; } = new("这段时间不发，过后一起发；平台里的提醒照常出现。起止相同就是不设。", "Nothing is sent then; it comes together afterwards. Reminders here appear all the same. The same time twice is for none.");

    public static Phrase From { get; } = new("从", "From");

    public static Phrase To { get; } = new("到", "To");

    public static Phrase WorkingDaysOnly { get; } = new("只在工作日发", "On working days only");

    public static Phrase Language { get; } = new("消息用的语言", "Language of messages");

    public static Phrase Save { get; } = new("保存", "Save");

    public static Phrase Saved { get; } = new("通知方式已保存。", "Your notifications are saved.");

    public static Phrase Calendar { get; } = new("日历订阅在待办页。", "The calendar feed is on the page of your tasks.");

    public static Phrase Current(string masked) => new($"提醒发到 {masked}。", $"Reminders go to {masked}.");

    public static Phrase Pending(string masked) => new($"{masked} 还没有确认：请打开发到那里的链接。", $"{masked} is not confirmed yet: open the link that was sent there.");

    public static Phrase ConfirmOf(string masked) => new($"以后把提醒发到 {masked}？", $"Send reminders to {masked} from now on?");

    public static Phrase RemoveOf(string name) => new($"移除 {name}", $"Remove {name}");

    public static Phrase TryOf(string name) => new($"给 {name} 发一条测试", $"Send a test to {name}");

    public static Phrase Answered(string name) => new($"{name} 收到了测试消息。", $"{name} has taken the test.");

    public static Phrase NotAnswered(string name, Phrase why) => new($"{name} 没有收到：{why.Zh}。", $"{name} has not taken it: {why.En}.");

    public static Phrase KindOf(RobotKind kind) => kind switch
    {
        RobotKind.DingTalk => new("钉钉", "DingTalk"),
        RobotKind.WeCom => new("企业微信", "WeCom"),
        RobotKind.Feishu => new("飞书", "Feishu"),
        _ => new("自己的系统", "a system of your own"),
    };
}
