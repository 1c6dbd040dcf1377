using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Plans;

/// <summary>What the pages of plans and baselines say.</summary>
public static class PlanWords
{
    public static Phrase Title { get; } = new("计划与基线", "Plan and baseline");

    public static Phrase TitleOf(string project) => new($"{project}：计划与基线", $"Plan and baseline of {project}");

    public static Phrase Help { get; } = new(
        "年度计划、月度计划和节点经审核、批准后成为基线，赛马按基线评。基线只能凭决定调整：写明理由、文件和从哪一轮起算；原来的基线保留，延期与调整分开看。",
        "The annual plan, the monthly plans and the milestones become the baseline once checked and approved; the race goes by it. It changes only by a decision that says why, on what document and from which round it counts; the old baseline is kept, so late and re-scheduled stay two things.");

    public static Phrase Facet { get; } = new("计划", "Plan");

    public static Phrase None { get; } = new("没有基线", "no baseline");

    public static Phrase NoneYet { get; } = new("还没有批准过的基线。现在按登记簿里的计划评。", "No baseline is approved yet. The plans in the register count for now.");

    public static Phrase Baseline(int number) => new($"基线 {number}", $"Baseline {number}");

    public static Phrase First { get; } = new("原基线", "first baseline");

    public static Phrase Current { get; } = new("现行基线", "current baseline");

    public static Phrase Proposed { get; } = new("拟调整为", "proposed");

    public static Phrase Drafted { get; } = new("拟定计划", "plan");

    public static Phrase AllFrozen { get; } = new("本年度各轮数据都已封存，基线不能再调整。", "The data of all rounds of the season are frozen; the baseline can no longer change.");

    public static Phrase Now { get; } = new("现行", "now");

    public static Phrase Annual { get; } = new("年度计划投资", "Annual plan");

    public static Phrase Monthly { get; } = new("月度计划", "Monthly plan");

    public static Phrase Milestones { get; } = new("节点", "Milestones");

    public static Phrase MilestoneName { get; } = new("节点名称", "Milestone");

    public static Phrase PlannedOn { get; } = new("计划日期", "Planned for");

    public static Phrase Weight { get; } = new("权重（%）", "Weight (%)");

    public static Phrase Reached { get; } = new("完成日期", "Reached on");

    public static Phrase ReachedShare(int percent) => new($"按权重已完成 {percent}%", $"{percent} % reached by weight");

    public static Phrase Rescheduled(int days) => days > 0 ? new($"调整：推后 {days} 天", $"re-scheduled {days} days later") : new($"调整：提前 {-days} 天", $"re-scheduled {-days} days earlier");

    public static Phrase LateBy(int days) => new($"比现行基线晚 {days} 天", $"{days} days later than the current baseline");

    public static Phrase OnTime { get; } = new("按期", "on time");

    public static Phrase Propose { get; } = new("提出年度计划", "Propose the plan");

    public static Phrase ProposeChange { get; } = new("提出调整基线", "Propose to re-baseline");

    public static Phrase FormHelp { get; } = new("金额单位：万元。十二个月相加要等于年度计划；节点权重相加要等于 100。", "Amounts in 10,000 yuan. The twelve months add up to the annual plan, the weights of the milestones to 100.");

    public static Phrase MonthOf(int month) => new($"{month}月", CultureInfo.GetCultureInfo("en").DateTimeFormat.GetAbbreviatedMonthName(month));

    public static Phrase Sum { get; } = new("合计", "Total");

    public static Phrase Reason { get; } = new("调整的理由", "Why it changes");

    public static Phrase Document { get; } = new("依据文件（名称、文号）", "Deciding document, by title and number");

    public static Phrase CountsFrom { get; } = new("从哪一轮起算", "Counts from round");

    public static Phrase RoundOf(int round) => new($"第 {round} 轮（{(2 * round) - 1}—{2 * round} 月）", $"round {round} ({MonthOf((2 * round) - 1).En}–{MonthOf(2 * round).En})");

    public static Phrase Send { get; } = new("提交审核", "Hand in");

    public static Phrase UnderWay { get; } = new("正在办理", "Under way");

    public static Phrase Why { get; } = new("退回的理由", "Why it is sent back");

    public static Phrase History { get; } = new("历次计划", "Plans so far");

    public static Phrase NoHistory { get; } = new("还没有提出过计划。", "No plan was proposed yet.");

    public static Phrase Step { get; } = new("办理", "Steps");

    public static Phrase StateTitle { get; } = new("状态", "State");

    public static Phrase Submitted { get; } = new("计划已提交，等待审核。", "The plan is handed in and waits to be checked.");

    public static Phrase Moved(PlanAction action) => action switch
    {
        PlanAction.Check => new("已审核，等待项目办批准。", "Checked; it waits for the project office."),
        PlanAction.Approve => new("已批准为基线。", "Approved as the baseline."),
        _ => new("已退回。", "Sent back."),
    };

    /// <summary>What somebody has to do with the plan of a project.</summary>
    public static Phrase Task(PlanAction action, string project) => action switch
    {
        PlanAction.Submit => new($"修改被退回的计划：{project}", $"Mend the plan that was sent back: {project}"),
        PlanAction.Check => new($"审核计划：{project}", $"Check the plan of {project}"),
        _ => new($"批准基线：{project}", $"Approve the baseline of {project}"),
    };

    /// <summary>How the plan of a project stands.</summary>
    public static Phrase Standing(ProjectPlans plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var baseline = plans.Baselines.Count == 0 ? None : Baseline(plans.Baselines.Count);
        return plans.UnderWay is { } open ? new($"{baseline.Zh}，{State(open.State).Zh}", $"{baseline.En}, another {State(open.State).En}") : baseline;
    }

    public static Phrase State(PlanState state) => state switch
    {
        PlanState.Submitted => new("待审核", "to be checked"),
        PlanState.Checked => new("待批准", "to be approved"),
        PlanState.Approved => new("已批准", "approved"),
        _ => new("已退回", "sent back"),
    };

    public static Phrase Action(PlanAction action) => action switch
    {
        PlanAction.Submit => new("提交", "hand in"),
        PlanAction.Check => new("审核通过", "check"),
        PlanAction.Approve => new("批准为基线", "approve"),
        _ => new("退回", "send back"),
    };

    public static Phrase Did(PlanAction action, string who, string when) => action switch
    {
        PlanAction.Submit => new($"{who} {when} 提交", $"handed in by {who}, {when}"),
        PlanAction.Check => new($"{who} {when} 审核", $"checked by {who}, {when}"),
        PlanAction.Approve => new($"{who} {when} 批准", $"approved by {who}, {when}"),
        _ => new($"{who} {when} 退回", $"sent back by {who}, {when}"),
    };
}
