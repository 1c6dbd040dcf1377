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

    public static Phrase WaitsForCutOff(DateOnly cutOff) => new($"截止日 {cutOff:yyyy-MM-dd} 过去", $"the cut-off, {cutOff:yyyy-MM-dd}, to be over");

    public static Phrase WaitsForWindow(DateOnly until) => new($"异议期满（{until:yyyy-MM-dd}）", $"the window of objections to be over ({until:yyyy-MM-dd})");

    public static Phrase WaitsForSettling(int version) => new($"按第 {version} 版封存数据重新结算", $"a settlement of version {version} of the frozen data");
}
