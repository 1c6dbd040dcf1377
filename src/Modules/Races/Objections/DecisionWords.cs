using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Objections;

/// <summary>What is said of deciding an objection and of what comes of it.</summary>
public static class DecisionWords
{
    public static Phrase Decision { get; } = new("裁决", "Decision");

    public static Phrase Help { get; } = new(
        "影响由系统用同一套规则重新计算，不能手填。理由会公开，不写个人姓名。", "What comes of it is computed again by the same rules and cannot be typed. The reasons are published: name no persons.");

    public static Phrase Outcome { get; } = new("结果", "Outcome");

    public static Phrase Corrects { get; } = new("更正哪一项", "What is corrected");

    public static Phrase AsRegister { get; } = new("按登记簿现在的数据", "as the register is now");

    public static Phrase To { get; } = new("更正为", "Corrected to");

    public static Phrase Reasons { get; } = new("理由（公开）", "Reasons (published)");

    public static Phrase Preview { get; } = new("先算影响", "Compute what comes of it");

    public static Phrase Decide { get; } = new("裁决", "Decide");

    public static Phrase Decided(string number) => new($"{number} 已裁决。", $"{number} is decided.");

    public static Phrase Effect { get; } = new("对名次、得分和旗的影响", "What it does to rank, score and flag");

    public static Phrase EffectIfUpheld { get; } = new("如果成立", "If it is upheld");

    public static Phrase Before { get; } = new("现在", "Now");

    public static Phrase After { get; } = new("更正后", "With the correction");

    public static Phrase Others(int count) => count == 0
        ? new("其他项目的名次和旗不变。", "No other project's rank or flag changes.")
        : new($"另有 {count} 个项目的名次或旗随之变化。", count == 1 ? "The rank or flag of one other project changes with it." : $"Ranks or flags of {count} other projects change with it.");

    public static Phrase NotComputed { get; } = new("对原因的异议，先在下面选要更正的一项，再算影响。", "A reason is contested: choose below what is corrected, then compute.");

    public static Phrase Drift(int projects) => new(
        $"封存以后登记簿里还有 {projects} 个项目改动过，重新封存时会一并计入。", $"The register changed for {projects} projects since the data were frozen; freezing again takes that in too.");

    public static Phrase Steps { get; } = new("办理经过", "What happened");

    public static Phrase Admit { get; } = new("受理", "Admit");

    public static Phrase DoNotAdmit { get; } = new("不予受理", "Do not admit");

    public static Phrase Withdraw { get; } = new("撤回异议", "Withdraw the objection");

    public static Phrase Why { get; } = new("理由（公开，不写姓名）", "Reasons (published, no names)");

    public static Phrase Done { get; } = new("已办理。", "Done.");

    public static Phrase Correction { get; } = new("更正", "Correction");

    public static Phrase NotCorrected { get; } = new("裁决已作出，登记簿还没有更正。", "It is decided, and the register is not corrected yet.");

    public static Phrase Correct { get; } = new("更正登记簿", "Correct the register");

    public static Phrase Corrected { get; } = new("登记簿已更正。", "The register is corrected.");

    public static Phrase SeeChange { get; } = new("看这次更正", "See the correction");

    public static Phrase NotRescored { get; } = new("。更正还没有计入：全部异议裁决后，重新封存数据、重新评分。", ". It is not counted yet: once all objections are decided the data are frozen and scored again.");

    public static Phrase OldEdition(int edition) => new($"异议所对的第 {edition} 版", $"edition {edition}, which was objected to");

    public static Phrase NewEdition(int edition) => new($"更正后的第 {edition} 版", $"edition {edition}, with the correction");

    public static Phrase Rescore { get; } = new("重新封存并评分", "Freeze and score again");

    public static Phrase RescoreHelp(int count) => new(
        $"{count} 条异议成立，登记簿已更正。由评分的人重新封存数据并结算：公布前轮次退回预评，公布后出更正版。裁决过异议的人不能办。",
        $"{count} objections are upheld and corrected. Who scores has the data frozen and settled again: before publication the round goes back to its provisional result, after it a correcting edition is made. Who decided an objection does not.");

    public static Phrase Rescored(int edition) => new($"已重新结算为第 {edition} 版。", $"It is settled again as edition {edition}.");

    public static Phrase Duty { get; } = new("结算人、提出人和该单位的人不能裁决。", "Neither who settled the round, nor who objected, nor anybody of the unit decides.");

    public static Phrase YouMayNot(Phrase why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return new($"您不能裁决：{why.Zh}", $"You do not decide this one: {why.En}");
    }
}
