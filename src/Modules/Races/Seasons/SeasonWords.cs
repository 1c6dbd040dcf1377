using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Seasons;

/// <summary>What the pages of a season say.</summary>
public static class SeasonWords
{
    public static Phrase Calendar(int season) => new($"{season} 年赛马日历", $"Race calendar of {season}");

    public static Phrase CalendarHelp { get; } = new(
        "截止日由轮次定（双月最后一天），其余日期可改。改动是新的一版，旧版照样查得到；以后结算按日历的填报截止日，结果包里会写明。",
        "The cut-off follows from the round, the other days can be changed. A change is a new version and the old ones stay; rounds settled from then on use the calendar's deadline, and their bundles say so.");

    public static Phrase Axis { get; } = new("赛季进程", "The season");

    public static Phrase Proposal { get; } = new("还没有保存日历：以下是按规则推算的日期。", "No calendar is kept: these days follow from the rules.");

    public static Phrase Edit { get; } = new("编辑日历", "Edit the calendar");

    public static Phrase Keep { get; } = new("保存日历", "Keep the calendar");

    public static Phrase Kept(int version) => new($"日历已保存为第 {version} 版。", $"The calendar is kept as version {version}.");

    public static Phrase Months { get; } = new("月份", "Months");

    public static Phrase MonthsOf(int first, int last) => new($"{first}–{last} 月", $"months {first}–{last}");

    public static Phrase CutOff { get; } = new("截止日", "Cut-off");

    public static Phrase Deadline { get; } = new("填报截止", "Deadline");

    public static Phrase Settling { get; } = new("结算", "Settling");

    public static Phrase Objection { get; } = new("异议期满", "Objections until");

    public static Phrase Publication { get; } = new("公布", "Publication");

    public static Phrase RuleSet { get; } = new("自本轮起的规则集", "Rule set from this round on");

    public static Phrase AsBefore { get; } = new("同上一轮", "as before");

    public static Phrase ByDefault { get; } = new("示例规则集", "the example");

    public static Phrase Reason { get; } = new("依据（文号或会议）", "What it rests on");

    public static Phrase Versions { get; } = new("历次日历", "Versions");

    public static Phrase Version(int version) => new($"第 {version} 版", $"version {version}");

    public static Phrase NoVersions { get; } = new("还没有保存过。", "None is kept yet.");

    public static Phrase NextStep { get; } = new("下一步", "What comes next");

    public static Phrase Next(int round, Phrase what, string day) => new($"第 {round} 轮：{what.Zh}（{day}）", $"round {round}: {what.En} ({day})");

    public static Phrase AllDone { get; } = new("本赛季六轮都已公布。", "All six rounds of the season are published.");

    public static Phrase Corrected { get; } = new("已更正", "corrected");

    public static Phrase ObjectionDays { get; } = new("异议期（工作日）", "Window of objections, working days");
}
