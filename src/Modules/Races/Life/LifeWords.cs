using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Life;

/// <summary>What is said of a round's life.</summary>
public static class LifeWords
{
    public static Phrase Phase(RoundPhase phase) => phase switch
    {
        RoundPhase.Draft => new("筹备", "draft"),
        RoundPhase.Open => new("填报", "open"),
        RoundPhase.Locked => new("封存", "locked"),
        RoundPhase.Verifying => new("核查", "verifying"),
        RoundPhase.Scored => new("预评", "scored"),
        RoundPhase.Objection => new("异议", "objections"),
        RoundPhase.Review => new("审定", "review"),
        RoundPhase.Published => new("公布", "published"),
        RoundPhase.Rectifying => new("整改", "rectifying"),
        _ => new("归档", "archived"),
    };

    public static Phrase Move(RoundMove move) => move switch
    {
        RoundMove.Open => new("开轮", "Open the round"),
        RoundMove.Lock => new("截止并封存", "Lock and freeze"),
        RoundMove.Reopen => new("退回填报", "Reopen"),
        RoundMove.Refreeze => new("重新封存", "Freeze anew"),
        RoundMove.Verify => new("开始核查", "Begin verification"),
        RoundMove.Score => new("结算", "Settle"),
        RoundMove.Air => new("公示预评结果", "Show the provisional result"),
        RoundMove.CloseObjections => new("结束异议期", "Close the objections"),
        RoundMove.BackToScored => new("退回重新结算", "Settle anew"),
        RoundMove.Schedule => new("定时公布", "Publish at a set time"),
        RoundMove.Publish => new("公布", "Publish"),
        RoundMove.Rectify => new("转入整改", "Begin rectification"),
        RoundMove.Archive => new("归档", "Archive"),
        RoundMove.Correct => new("结算更正版", "Settle a correction"),
        RoundMove.PublishCorrection => new("公布更正版", "Publish the correction"),
        _ => new("作为往期载入", "Taken in as history"),
    };

    public static Phrase Phases { get; } = new("本轮的十个阶段", "The ten phases of the round");

    public static Phrase Done { get; } = new("已过", "done");

    public static Phrase WaitsFor { get; } = new("本轮在等什么", "What the round waits for");

    public static Phrase NothingButMove(RoundMove move) => new($"没有别的要等，只等办理“{Move(move).Zh}”。", $"Nothing but the next step: {Move(move).En}.");

    public static Phrase NothingMore { get; } = new("没有要等的。", "Nothing.");

    public static Phrase OnlyTold { get; } = new("（不影响办理）", "(does not hold it up)");

    public static Phrase Rules { get; } = new("本轮的规则集", "Rules of the round");

    public static Phrase NotFixed { get; } = new("开轮时固定", "fixed when it is opened");

    public static Phrase Reason { get; } = new("理由", "Reason");

    public static Phrase PublishDay { get; } = new("公布日期", "Day");

    public static Phrase PublishTime { get; } = new("公布时刻（北京时间）", "Time, in China");

    public static Phrase History { get; } = new("办理经过", "History");

    public static Phrase NoSteps { get; } = new("还没有开轮。", "It is not opened yet.");

    public static Phrase When { get; } = new("时间", "When");

    public static Phrase What { get; } = new("办理", "What");

    public static Phrase Who { get; } = new("经办人", "Who");

    public static Phrase To { get; } = new("到", "To");

    public static Phrase NextStep { get; } = new("下一步", "Next step");

    public static Phrase OtherMoves { get; } = new("其他办理", "Other moves");

    public static Phrase WhoMay(RoundMove move) => LifeMachine.Approves.Contains(move)
        ? new($"“{Move(move).Zh}”由全区项目办办理，须是没有结算本轮的另一人。", $"“{Move(move).En}” is done by the district's project office, by another person than the one who settled.")
        : new($"“{Move(move).Zh}”由全区项目办办理。", $"“{Move(move).En}” is done by the district's project office.");

    /// <summary>What a move does, before it is made.</summary>
    public static Phrase Explain(RoundMove move) => move switch
    {
        RoundMove.Open => new("按日历固定本轮的规则集和它的指纹；开轮以后不能再换。", "Fixes the rule set of the calendar and its fingerprint; they cannot change afterwards."),
        RoundMove.Lock => new("封存数据和参评名单；此后只按封存的数据结算。", "Freezes the data and the cohort; the round is settled from them alone."),
        RoundMove.Reopen => new("退回填报，再截止时封存为新的一版。", "Back to reporting; locking again freezes a new version."),
        RoundMove.Refreeze => new("把登记簿现在的数据封存为新的一版，再按它结算。", "Freezes the register as it is now as a new version, to be settled from."),
        RoundMove.Verify => new("数据已定，开始核查。", "The data are fixed; verification begins."),
        RoundMove.Score => new("按封存的数据和开轮时固定的规则集结算；只在办公页面看得到。", "Settles the frozen data by the fixed rules; only the desk sees it."),
        RoundMove.Air => new("把预评结果公示给各单位，异议期从下一个工作日起算。", "Shows the provisional result to the units; the window of objections begins the next working day."),
        RoundMove.CloseObjections => new("异议期满、异议办结以后，转入审定。", "When the window is over and the objections are decided, the review begins."),
        RoundMove.BackToScored => new("异议成立、数据已改：重新封存并结算，再次公示。", "An objection was upheld and the data are mended: freezes and settles anew, to be shown again."),
        RoundMove.Schedule => new("到时自动公布；到时仍有要等的，等完再公布。", "Publishes itself at that time, or once nothing holds it up any more."),
        RoundMove.Publish => new("立即公布最新一版；公布以后只能更正，不能收回。", "Publishes the latest edition at once; afterwards it can be corrected, not taken back."),
        RoundMove.Rectify => new("公布以后转入整改跟踪。", "Follows what is to be put right."),
        RoundMove.Archive => new("整改结束，归档。", "Closes the round."),
        RoundMove.Correct => new("按最新封存的数据结算更正版；旧版照样看得到。没有封存过的，取登记簿现在的数据。", "Settles a correcting edition from the latest frozen data, or the register where none are frozen; the old edition stays readable."),
        _ => new("公布更正版；须由没有结算它的人办理。", "Publishes the correction; for somebody who did not settle it."),
    };

    /// <summary>What a move did.</summary>
    public static Phrase Moved(int season, int round, RoundMove move, RoundMoved moved)
    {
        var (zh, en) = moved switch
        {
            { Freeze: { } freeze, NothingNew: true } => ($"数据没有变化，仍是封存的第 {freeze.Version} 版", $"the data are unchanged, still frozen as version {freeze.Version}"),
            { Freeze: { } freeze } => ($"数据已封存为第 {freeze.Version} 版", $"the data are frozen as version {freeze.Version}"),
            { Edition: { } edition, NothingNew: true } => ($"结算的结果没有变化，仍是第 {edition.Edition} 版", $"it settles to the same result, still edition {edition.Edition}"),
            { Edition: { PublishedAt: not null } edition } => ($"第 {edition.Edition} 版已公布", $"edition {edition.Edition} is published"),
            { Edition: { } edition } => ($"已结算为第 {edition.Edition} 版", $"it is settled as edition {edition.Edition}"),
            _ => ($"已办“{Move(move).Zh}”", $"done: {Move(move).En}"),
        };
        return new($"{season} 年第 {round} 轮：{zh}。现在处在“{Phase(moved.Phase).Zh}”。", $"Round {round} of {season}: {en}. It is in the phase “{Phase(moved.Phase).En}” now.");
    }

    public static Phrase Task(int season, int round, RoundMove move) => new($"{season} 年第 {round} 轮：可以“{Move(move).Zh}”了", $"Round {round} of {season}: {Move(move).En}");

    public static Phrase TaskToRead(int season, int round) => new($"{season} 年第 {round} 轮的结果正在审定，请阅", $"The result of round {round} of {season} is under review; please read it");

    public static Phrase WaitsForCalendar(int season) => new($"保存 {season} 年赛马日历", $"the race calendar of {season} to be kept");

    public static Phrase WaitsForTime(string at) => new($"定时公布（{at}）", $"the set time of publishing ({at})");

    public static Phrase WaitsForCutOff(DateOnly cutOff) => new($"截止日 {cutOff:yyyy-MM-dd} 过去", $"the cut-off, {cutOff:yyyy-MM-dd}, to be over");

    public static Phrase WaitsForWindow(DateOnly until) => new($"异议期满（{until:yyyy-MM-dd}）", $"the window of objections to be over ({until:yyyy-MM-dd})");

    public static Phrase WaitsForSettling(int version) => new($"按第 {version} 版封存数据重新结算", $"a settlement of version {version} of the frozen data");
}
