using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Disclosures;

/// <summary>What is said about showing things in public.</summary>
public static class DisclosureWords
{
    /// <summary>Clause a round's result usually rests on.</summary>
    public const string UsualBasis = "《政府信息公开条例》第二十条第（十）项：重大建设项目的批准和实施情况";

    internal const string ByOperator = "平台运维人员按命令行办理";
    internal const string Sample = "示例";

    public static Phrase Title { get; } = new("公开属性", "Disclosure");

    public static Phrase TitleOf(int season, int round, int edition) => new($"{season} 年第 {round} 轮第 {edition} 版的公开属性", $"Disclosure of round {round} of {season}, edition {edition}");

    public static Phrase Help { get; } = new(
        "没有定为主动公开并由另一人通过保密审查的，公众一概看不到。公示期满或者撤下后，页面、结果包、下载、订阅和数据接口都不再提供；恢复后内容与原来一字不差。",
        "Nothing is shown to the public unless it is classified as open and another person has reviewed it. When the notice ends or it is taken down, the pages, the bundle, the files, the feed and the data interface answer no more; once it is back, it is the same to the byte.");

    public static Phrase Of(DisclosureClass one) => one switch
    {
        DisclosureClass.Open => new("主动公开", "open"),
        DisclosureClass.OnRequest => new("依申请公开", "on request"),
        _ => new("不予公开", "closed"),
    };

    public static Phrase Explain(DisclosureClass one) => one switch
    {
        DisclosureClass.Open => new("公布后人人可看、可下载", "once published everybody may read and download it"),
        DisclosureClass.OnRequest => new("不上看板，有人申请再答复", "not on the board; answered when somebody applies"),
        _ => new("不上看板", "not on the board"),
    };

    public static string Code(DisclosureClass one) => one switch { DisclosureClass.Open => "open", DisclosureClass.OnRequest => "on-request", _ => "closed" };

    public static string Code(DisclosureState one) => one.ToString().ToLowerInvariant();

    public static DisclosureClass? Find(string? code) => Enum.GetValues<DisclosureClass>().Cast<DisclosureClass?>().FirstOrDefault(one => Code(one!.Value) == code);

    public static Phrase Of(Disclosure one, bool latest) => one switch
    {
        { Withdrawn: not null } => new("撤下", "taken down"),
        { State: DisclosureState.Approved } => new("审查通过", "approved"),
        { State: DisclosureState.Refused } => new("未通过", "refused"),
        _ when latest => new("待审查", "waits for review"),
        _ => new("因撤下而失效", "overtaken by a withdrawal"),
    };

    public static Phrase Now { get; } = new("现在", "Now");

    public static Phrase NowShown { get; } = new("公众看得到", "shown to the public");

    public static Phrase NowReady { get; } = new("可以公布；公布前公众看不到", "ready to be published; not shown before");

    public static Phrase NowHidden { get; } = new("公众看不到", "not shown to the public");

    public static Phrase Over(string day) => new($"公示期至 {day}，已满", $"the notice ended on {day}");

    public static Phrase Class { get; } = new("公开属性", "Class");

    public static Phrase Basis { get; } = new("依据的条款", "Clause it rests on");

    public static Phrase Document { get; } = new("文件或者会议", "Document or meeting");

    public static Phrase Until { get; } = new("公示截止日", "Last day of the notice");

    public static Phrase UntilHint { get; } = new("过了这一天自动撤下；留空为长期公开", "taken down by itself after that day; empty for no end");

    public static Phrase NoEnd { get; } = new("长期", "no end");

    public static Phrase Masked { get; } = new("隐去的字段", "Masked fields");

    public static Phrase NoneMasked { get; } = new("没有人名字段", "no field holds names of persons");

    public static Phrase ProposeTitle { get; } = new("提出公开属性", "Propose a class");

    public static Phrase Propose { get; } = new("提出，请另一人审查", "Propose for review by another person");

    public static Phrase ReviewTitle { get; } = new("保密审查", "Review");

    public static Phrase Proposed(string by, string at) => new($"{by} 于 {at} 提出", $"proposed by {by} on {at}");

    public static Phrase OwnProposal { get; } = new("这是您提出的，要请另一人审查。", "You proposed this; another person reviews it.");

    public static Phrase Approve { get; } = new("审查通过", "Approve");

    public static Phrase Refuse { get; } = new("不通过", "Refuse");

    public static Phrase Note { get; } = new("审查意见", "What the reviewer says");

    public static Phrase NoteHint { get; } = new("不通过时必填；下面列出的内容确实不是个人信息的，也在这里写明理由", "needed to refuse, and to say why what is listed below is not personal");

    public static Phrase Looks { get; } = new("像是个人信息的内容", "What looks personal");

    public static Phrase LooksNone { get; } = new("逐格看过结果包里的文字，没有发现身份证号、电话号码和邮箱。", "Every text of the bundle was read: no identity number, telephone number or mail address was found.");

    public static Phrase LooksSome(int count) => new($"有 {count.ToString(CultureInfo.InvariantCulture)} 处。请在登记簿里更正，重新封存、结算。", count == 1 ? "One place. Correct the register, then freeze and settle anew." : $"{count.ToString(CultureInfo.InvariantCulture)} places. Correct the register, then freeze and settle anew.");

    public static Phrase WithdrawTitle { get; } = new("撤下", "Take down");

    public static Phrase WithdrawHelp { get; } = new("一人即可撤下，马上生效。恢复要重新提出并由另一人审查。", "One person takes it down, at once. It comes back by a new proposal that another person reviews.");

    public static Phrase WithdrawReason { get; } = new("撤下的理由", "Reason");

    public static Phrase Withdraw { get; } = new("马上撤下", "Take it down now");

    public static Phrase History { get; } = new("历次决定", "Every decision");

    public static Phrase NoHistory { get; } = new("还没有提出过。", "Nothing was proposed yet.");

    public static Phrase Version { get; } = new("次序", "Number");

    public static Phrase State { get; } = new("结果", "Outcome");

    public static Phrase Who { get; } = new("经办", "Who");

    public static Phrase Why { get; } = new("说明", "Remarks");

    public static Phrase Done(DisclosureAct act) => act switch
    {
        DisclosureAct.Propose => new("已提出，等另一人审查。", "Proposed; it waits for another person's review."),
        DisclosureAct.Approve => new("审查通过。", "Approved."),
        DisclosureAct.Refuse => new("已退回，没有通过。", "Refused."),
        _ => new("已经撤下，公众看不到了。", "Taken down; the public sees it no more."),
    };

    public static Phrase GoneTitle { get; } = new("这里的内容已经撤下", "This was taken down");

    public static Phrase GoneOver(string day) => new($"公示期到 {day} 为止，期满后不再提供。", $"Its notice ended on {day}; it is not shown any longer.");

    public static Phrase GoneWithdrawn { get; } = new("发布单位已经把它撤下，现在不再提供。需要的可以向发布单位申请公开。", "The publisher has taken it down; it is not shown now. You may apply to the publisher for it.");

    public static Phrase GateWaits(int edition) => new($"第 {edition} 版还没有定为主动公开并通过保密审查", $"edition {edition} is not classified as open and reviewed");

    public static Phrase GateReview(int edition) => new($"第 {edition} 版的公开属性等另一人审查", $"the disclosure of edition {edition} waits for another person's review");
}
