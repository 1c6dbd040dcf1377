using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Cohorts;

/// <summary>What the pages of a cohort say.</summary>
public static class CohortWords
{
    public static Phrase Tab { get; } = new("参评变动", "Cohort");

    public static Phrase Title(int season, int round) => new($"{season} 年第 {round} 轮参评项目的变动", $"Cohort of round {round} of {season}");

    public static Phrase Help { get; } = new(
        "与上一轮相比：谁新进、谁退出、谁换了责任单位或赛道。合计的升降里有一部分只是名单变了；“同口径”只算两轮都在的项目。",
        "Against the round before: who joined, who left, who changed unit or lane. Part of a change of the totals is only a change of the list; like for like counts the projects that are in both rounds.");

    public static Phrase FirstRound { get; } = new("没有上一轮可比。", "There is no round before to compare with.");

    public static Phrase NothingYet { get; } = new("本轮还没有封存数据，名单未定。", "Nothing is frozen for this round yet, so its cohort is open.");

    public static Phrase Totals { get; } = new("合计与同口径", "Totals, and like for like");

    public static Phrase Raw { get; } = new("全部项目", "All projects");

    public static Phrase Alike { get; } = new("同口径（两轮都在）", "Like for like");

    /// <summary>A column where there is little room.</summary>
    public static Phrase Side(bool alike, bool before) => (alike, before) switch
    {
        (false, true) => new("上一轮", "before"),
        (false, false) => new("本轮", "now"),
        (true, true) => new("同口径上一轮", "before, alike"),
        _ => new("同口径本轮", "now, alike"),
    };

    public static Phrase Figure { get; } = new("项", "Figure");

    public static Phrase Then { get; } = new("上一轮", "Before");

    public static Phrase Now { get; } = new("本轮", "Now");

    public static Phrase MeanDeviation { get; } = new("平均进度偏差（百分点）", "Mean deviation, points");

    public static Phrase MeanScore { get; } = new("平均得分", "Mean score");

    public static Phrase Changes { get; } = new("名单", "The list");

    public static Phrase Show(string which) => which switch
    {
        "left" => new("退出", "Left"),
        "moved" => new("换单位或赛道", "Moved"),
        "unranked" => new("不排名", "Not ranked"),
        _ => new("新进", "Joined"),
    };

    public static Phrase Nobody { get; } = new("没有。", "None.");

    public static Phrase From { get; } = new("原", "Was");

    public static Phrase Why { get; } = new("为什么不排名", "Why it is not ranked");

    public static Phrase Workbook { get; } = new("变动（Excel）", "Cohort (Excel)");
}
