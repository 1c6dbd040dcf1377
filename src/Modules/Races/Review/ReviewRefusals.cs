using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Review;

/// <summary>Every way a step of a review is refused.</summary>
internal static class ReviewRefusals
{
    public const int LongestText = 500;
    public const int MostPresent = 60;

    public static Refusal NotInReview { get; } = new("NOT_IN_REVIEW", new("这一轮现在不在审定阶段。", "The round is not under review now."), new("异议期满、异议裁决完以后，项目办把轮次转入审定。", "Once the window is over and objections are decided the project office brings the round on to its review."));

    public static Refusal NothingSettled { get; } = new("NOT_SETTLED", new("这一轮还没有结算。", "The round is not settled."), new("先结算。", "Settle it first."));

    public static Refusal NotYours { get; } = new("NOT_YOURS", new("您没有这项职责。", "You hold no duty for this."), new("召集归项目办，决定和签署归出席的领导和项目办。", "Calling is the project office's, deciding and signing that of the leaders and the project office who are present."));

    public static Refusal NotPresent { get; } = new("NOT_PRESENT", new("您不在出席名单里。", "You are not on the list of those present."), new("请项目办重新召集，把您列入名单。", "Ask the project office to call the meeting again with you on the list."));

    public static Refusal Scored { get; } = new("SCORED_IT", new("这一轮是您结算的，可以列席，不能决定，也不能签署同意。", "You settled this round: you may be present, and neither decide nor approve."), new("请没有参加评分的人决定和签署。", "Ask somebody who did not score."));

    public static Refusal NoMeeting { get; } = new("NO_MEETING", new("还没有召集审定会。", "No meeting is called."), new("先召集：时间、地点、主持人和出席名单。", "Call it first: when, where, who chairs, who is present."));

    public static Refusal NoItem { get; } = new("NO_ITEM", new("议程里没有这一项。", "The agenda has no such item."), new("回到议程再选。", "Choose it again from the agenda."));

    public static Refusal NoOutcome { get; } = new("NO_OUTCOME", new("没有选决定。", "No decision is chosen."), new("选同意、需调整或缓议。", "Choose agree, change or defer."));

    public static Refusal NoReason { get; } = new("REASON_MISSING", new("需调整或缓议要写明理由。", "A change or a deferral needs its reason."), new($"写明理由，不超过 {LongestText} 个字。", $"Give it, with at most {LongestText} characters."));

    public static Refusal Moved { get; } = new("MOVED_MEANWHILE", new("刚由别人办理过，没有写入。", "Somebody else was faster; nothing was written."), new("刷新页面，看过现在的情况再办。", "Load the page again and look at how it stands."));

    public static Refusal Undecided(int count) => new("UNDECIDED", new($"还有 {count} 项没有同意，不能签署。", $"{count} items are not agreed; nothing is signed yet."), new("逐项决定以后再签署。", "Decide them one by one, then sign."));

    public static Refusal Already { get; } = new("SIGNED_ALREADY", new("您已经签署。", "You signed already."), new("不用再签。", "There is nothing to do."));

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new("CALL_FAULTY", new($"有 {problems.Count} 处要改，没有召集。", problems.Count == 1 ? "One thing needs mending; no meeting is called." : $"{problems.Count} things need mending; no meeting is called."), new("按说明改正后再召集。", "Mend them as it says and call it again."), problems);

    public static Problem Fault(string field, Phrase message, Phrase remedy) => new(Severity.Error, "CALL_FAULTY", "", null, null, field, null, message, remedy);
}
