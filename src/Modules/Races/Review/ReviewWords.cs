using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Review;

/// <summary>What the pages of a review and its minutes say.</summary>
public static class ReviewWords
{
    public static Phrase Title { get; } = new("审定会", "Review meeting");

    public static Phrase TitleOf(int season, int round) => new($"{season} 年第 {round} 轮赛马结果审定会", $"Review meeting on round {round} of {season}");

    public static Phrase Help { get; } = new(
        "领导小组逐项审定，出席人各在自己的会话里签署；没有审定和签署，任何结果不公布。结算的人可以列席，不参加决定和同意。",
        "The leading group reviews item by item and those present sign, each in a session of their own; nothing is published without it. Who scored may be present and neither decides nor approves.");

    public static Phrase Under(int edition) => new($"审定的是第 {edition} 版", $"under review: edition {edition}");

    public static Phrase Call { get; } = new("召集审定会", "Call the meeting");

    public static Phrase CallAgain { get; } = new("重新召集（改时间、地点或名单，已有签署作废）", "Call it again (other day, place or people; signatures lapse)");

    public static Phrase HeldOn { get; } = new("日期", "Day");

    public static Phrase Place { get; } = new("地点", "Place");

    public static Phrase Chair { get; } = new("主持人", "Chair");

    public static Phrase ChairHint { get; } = new("平台上的姓名；主持人以领导职责签署", "the name on the platform; the chair signs as a leader");

    public static Phrase Present { get; } = new("出席", "Present");

    public static Phrase PresentHint { get; } = new("每行一人：姓名，空一格，职务。要决定或签署的人写平台上的姓名，列席的客人也写在这里", "one a line: name, a blank, post. Who decides or signs under the name on the platform; guests too");

    public static Phrase Quorum { get; } = new("主持人以外须签署同意的人数", "Approvals needed besides the chair's");

    public static Phrase Agenda { get; } = new("议程", "Agenda");

    public static Phrase Progress(int done, int all) => new($"已同意 {done} 项，共 {all} 项", $"{done} of {all} items agreed");

    public static Phrase Item { get; } = new("事项", "Item");

    public static Phrase Decision { get; } = new("决定", "Decision");

    public static Phrase Undecided { get; } = new("未决定", "not decided");

    public static Phrase Outdated { get; } = new("事实已变，须重新决定", "the facts changed; decide again");

    public static Phrase Outcome(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Agree => new("同意", "agree"),
        ReviewOutcome.Change => new("需调整", "change needed"),
        _ => new("缓议", "defer"),
    };

    public static Phrase Kind(AgendaKind kind) => kind switch
    {
        AgendaKind.Finding => new("核查发现", "Finding"),
        AgendaKind.Snail => new("蜗牛", "Snail"),
        AgendaKind.Yellow => new("连续黄旗", "Yellow again"),
        AgendaKind.Exempt => new("免评", "Exemption"),
        AgendaKind.Objection => new("异议成立", "Objection upheld"),
        _ => new("公布", "Publication"),
    };

    public static Phrase NameOf(AgendaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Kind switch
        {
            AgendaKind.Publish => new("公布本轮结果", "Publish the round"),
            AgendaKind.Objection => new($"{item.About!.Name}（{item.About.Objection.Number}）", $"{item.About.Name} ({item.About.Objection.Number})"),
            _ => new(item.Row!.Name, item.Row.Name),
        };
    }

    public static Phrase Decide { get; } = new("记录决定", "Record the decision");

    public static Phrase Reason { get; } = new("理由（需调整、缓议必填）", "Reason (needed for a change or a deferral)");

    public static Phrase Decided { get; } = new("已记录。", "Recorded.");

    public static Phrase DecidedBy(string name, string at) => new($"{name} {at} 记录", $"recorded by {name}, {at}");

    public static Phrase ChangeHelp { get; } = new("需调整的，先在登记簿更正，再由评分的人把轮次退回预评、重新结算；结果变了的事项要重新决定。", "For a change the register is corrected first; then who scores takes the round back and settles it again, and items whose result changed are decided again.");

    public static Phrase RoundPage { get; } = new("本轮页面", "The round's page");

    public static Phrase Signatures { get; } = new("签署", "Signatures");

    public static Phrase Sign { get; } = new("签署同意", "Sign with approval");

    public static Phrase SignChair { get; } = new("以主持人身份签署同意", "Sign with approval as the chair");

    public static Phrase SignPresent { get; } = new("签署出席（不表示同意）", "Sign as present, without approval");

    public static Phrase SignHelp { get; } = new("签署的是下面这个结果包和上面的全部决定；其中任何一个变了，签署就作废。", "What is signed is the bundle below and all decisions above; where either changes the signature lapses.");

    public static Phrase Signed { get; } = new("已签署。", "Signed.");

    public static Phrase NoSignatures { get; } = new("还没有人签署。", "Nobody signed yet.");

    public static Phrase Lapsed { get; } = new("已作废：签署后结果、决定或名单变了", "lapsed: the result, a decision or the people changed afterwards");

    public static Phrase Hand(ReviewSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.AsChair ? new("主持人，同意", "chair, approves") : signature.Approves ? new("同意", "approves") : new("出席", "present");
    }

    public static Phrase Missing(int count) => new($"还缺 {count} 个签署", count == 1 ? "1 signature is missing" : $"{count} signatures are missing");

    public static Phrase Approved { get; } = new("审定完毕，可以公布。", "The review is complete; the round can be published.");

    public static Phrase Minutes { get; } = new("会议纪要", "Minutes");

    public static Phrase Facts { get; } = new("事实", "Facts");

    public static Phrase History { get; } = new("历轮情况", "Through the rounds");

    public static Phrase NoMeeting { get; } = new("还没有召集", "It is not called yet");

    public static Phrase Previous { get; } = new("上一项", "Item before");

    public static Phrase Next { get; } = new("下一项", "Next item");

    public static Phrase Keys { get; } = new("按左右方向键翻到上一项、下一项", "the left and right arrow keys turn to the item before and the next");

    public static Phrase At(int number, int all) => new($"第 {number} 项，共 {all} 项", $"item {number} of {all}");

    public static Phrase PublishFacts(SettledRound edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new(
            Text($"参评 {edition.Projects} 个项目：红旗 {edition.Red}，黄旗 {edition.Yellow}，蜗牛 {edition.Snail}，正常 {edition.None}，免评 {edition.Exempt}。"),
            Text($"{edition.Projects} projects: {edition.Red} red, {edition.Yellow} yellow, {edition.Snail} snails, {edition.None} on course, {edition.Exempt} exempt."));
    }

    public static Phrase Others { get; } = new("其余黄旗和正常、红旗项目见本版全部结果，随“公布”一并审定。", "All other projects are in the edition's full result and are approved with the publication.");

    public static Phrase All { get; } = new("本版全部结果", "The edition's full result");

    public static Phrase Task(string step, int season, int round, int undecided) => step switch
    {
        "call" => new($"{season} 年第 {round} 轮：召集审定会", $"Round {round} of {season}: call the review meeting"),
        "decide" => new($"{season} 年第 {round} 轮：{undecided} 项待审定", $"Round {round} of {season}: {undecided} items to decide"),
        _ => new($"{season} 年第 {round} 轮：审定结果待签署", $"Round {round} of {season}: sign the review"),
    };

    public static Phrase WaitMeeting { get; } = new("还没有召集审定会", "The review meeting is not called");

    public static Phrase WaitItems(int count) => new($"{count} 项没有审定同意", $"{count} items are not agreed");

    public static Phrase WaitSignatures(int count) => Missing(count);

    /// <summary>Where something stands in a decision, for a badge.</summary>
    public static Phrase Standing(DecidedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Decision is null ? Undecided : item.IsCurrent ? Outcome(item.Decision.Outcome) : Outdated;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
