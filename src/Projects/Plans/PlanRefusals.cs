using Saima.Kernel.Refusals;

namespace Saima.Projects.Plans;

/// <summary>Every way a plan is refused.</summary>
internal static class PlanRefusals
{
    public static Refusal NoSuchStep(PlanState state, PlanAction action)
    {
        var (now, wanted) = (PlanWords.State(state), PlanWords.Action(action));
        return new("NO_SUCH_STEP", new($"计划现在是“{now.Zh}”，不能{wanted.Zh}。", $"The plan is {now.En}; it cannot take the step “{wanted.En}”."), new("刷新页面，看它现在到了哪一步。", "Load the page again and see where it stands."));
    }

    public static Refusal SamePerson(PlanAction earlier, PlanAction action)
    {
        var (did, wanted) = (PlanWords.Action(earlier), PlanWords.Action(action));
        return new("SAME_PERSON", new($"您已办过这份计划的“{did.Zh}”，不能再办“{wanted.Zh}”。", $"You took the step “{did.En}” of this plan and cannot take “{wanted.En}” too."), new("请另一位同事办理。", "Ask somebody else to do it."));
    }

    public static Refusal NotYours(PlanAction action, string unit)
    {
        var wanted = PlanWords.Action(action);
        return new("NOT_YOURS", new($"您没有为单位 {unit} 办理“{wanted.Zh}”的职责。", $"You hold no duty for the step “{wanted.En}” in unit {unit}."), new("请有这项职责的同事办理，或请安全管理员授予职责。", "Ask somebody who holds it, or have the security administrator grant it."));
    }

    public static Refusal Gone { get; } = new("PLAN_GONE", new("没有这份计划，或者没有这个项目。", "There is no such plan, or no such project."), new("回到项目页重新打开。", "Open it again from the project's page."));

    public static Refusal Moved { get; } = new("MOVED_MEANWHILE", new("这份计划刚由别人办理过，没有写入。", "Somebody else just took a step with this plan; nothing was written."), new("刷新页面，看过现在的内容再办。", "Load the page again, look at what it says now, then decide."));

    public static Refusal UnderWay { get; } = new("PLAN_UNDER_WAY", new("这个项目已有一份计划正在办理。", "A plan of this project is under way already."), new("等它批准或退回之后再提。", "Wait until it is approved or sent back."));

    public static Refusal NoReason { get; } = new("WHY_MISSING", new("没有写明退回的理由，没有退回。", "It is not said why; nothing was sent back."), new("写明哪里要改，不超过 200 个字。", "Say what is to be mended, with at most 200 characters."));

    public static Refusal RoundFrozen(int round, int open) => new(
        "ROUND_FROZEN", new($"第 {round} 轮的数据已经封存，基线调整不能从它起算。", $"The data of round {round} are frozen; a new baseline cannot count from it."),
        open > 6 ? new("本年度各轮都已封存，不能再调整。", "All rounds of the season are frozen; the baseline can no longer change.") : new($"最早从第 {open} 轮起算：退回后重新提出。", $"It can count from round {open}: send it back and propose it again."));

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "PLAN_FAULTY", new($"有 {problems.Count} 处要改，没有提交。", problems.Count == 1 ? "One thing needs mending; nothing was handed in." : $"{problems.Count} things need mending; nothing was handed in."), new("按说明改正后再提交。", "Mend them as it says and hand it in again."), problems);

    public static Refusal ByDecisionOnly { get; } = new(
        "BASELINE_APPROVED", new("这个项目的计划已经批准为基线，不能在这里直接改。", "The plan of this project is an approved baseline and cannot be changed here."), new("到“计划与基线”页提出调整，写明理由、文件和从哪一轮起算。", "Propose to re-baseline on the page “Plan and baseline”, with the reason, the document and the round it counts from."));
}
