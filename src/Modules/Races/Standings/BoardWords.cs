using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Standings;

/// <summary>What the public board says.</summary>
public static class BoardWords
{
    public static Phrase Board { get; } = new("赛马晾晒", "Race board");

    public static Phrase Home { get; } = new("首页", "Front page");

    public static Phrase RoundOf(int round) => new($"第 {round} 轮", $"Round {round}");

    public static Phrase SeasonOf(int season) => new($"{season} 赛季", $"Season {season}");

    public static Phrase SeasonTitle(int season) => new($"{season} 年重大项目赛马晾晒", $"Race of major projects, {season}");

    public static Phrase RoundTitle(int season, int round) => new($"{season} 年第 {round} 轮赛马晾晒", $"Race of major projects, {season}, round {round}");

    public static Phrase Months(int round) => new($"{(2 * round) - 1}–{2 * round} 月", $"months {(2 * round) - 1}–{2 * round}");

    public static Phrase CutOff(Phrase day) => new($"数据截止 {day.Zh}", $"facts up to {day.En}");

    public static Phrase PublishedOn(Phrase day) => new($"公布于 {day.Zh}", $"published {day.En}");

    public static Phrase Edition(int edition) => new($"第 {edition} 版", $"edition {edition}");

    public static Phrase RoundByRound { get; } = new("逐轮挂旗", "Flags round by round");

    public static Phrase Round { get; } = new("轮次", "Round");

    public static Phrase CutOffDay { get; } = new("截止日", "Cut-off");

    public static Phrase Projects { get; } = new("参评项目", "Projects");

    public static Phrase Total { get; } = new("合计", "Total");

    public static Phrase OtherSeasons { get; } = new("往年", "Other seasons");

    public static Phrase LatestRound { get; } = new("最新一轮", "Latest round");

    public static Phrase OpenLatest { get; } = new("看最新一轮的榜单", "Open the latest standings");

    public static Phrase NothingYet { get; } = new("还没有公布任何一轮", "No round has been published yet");

    public static Phrase NothingYetHow { get; } = new("想先看看样子，可以在命令行载入示例区县：", "To see what it looks like, load the sample district on the command line:");

    public static Phrase NothingYetOwn { get; } = new("用自己的数据：导入台账，再开一轮，封存、结算、公示、公布，结果就会出现在这里。", "With data of your own: import it, open a round and take it through to its publishing, and the results appear here.");

    public static Phrase OwnCommands { get; } = new(
        "./saima import 台账.xlsx --mapping 列映射.json\n./saima race move open --season 2024 --round 1",
        "./saima import register.xlsx --mapping mapping.json\n./saima race move open --season 2024 --round 1");

    public static Phrase WhatIsThisText { get; } = new(
        "重大项目每两个月评一次：达到计划的挂红旗，落后的挂黄旗，严重或连续落后的评为蜗牛。红旗是荣誉，不限名额。",
        "Major projects are rated every two months: those that meet the plan get a red flag, those behind a yellow one, those badly or lastingly behind a snail. Red is the honour, and there is no quota.");

    public static Phrase Money { get; } = new("投资与计划", "Money against plan");

    public static Phrase Annual { get; } = new("年度计划投资", "Annual plan");

    public static Phrase Planned { get; } = new("序时计划", "Planned to date");

    public static Phrase Done { get; } = new("累计完成", "Done to date");

    public static Phrase OfPlan(string percent) => new($"为序时计划的 {percent}", $"{percent} of the plan to date");

    public static Phrase OfYear(string percent) => new($"为年度计划的 {percent}", $"{percent} of the annual plan");

    public static Phrase Standings { get; } = new("项目榜单", "Standings");

    public static Phrase ByUnit { get; } = new("责任单位榜", "Units");

    public static Phrase AllLanes { get; } = new("全部赛道", "All lanes");

    public static Phrase Lanes { get; } = new("赛道", "Lanes");

    public static Phrase Lane { get; } = new("赛道", "Lane");

    public static Phrase Rank { get; } = new("名次", "Rank");

    public static Phrase Project { get; } = new("项目", "Project");

    public static Phrase Unit { get; } = new("责任单位", "Unit");

    public static Phrase Flag { get; } = new("旗", "Flag");

    public static Phrase Score { get; } = new("得分", "Score");

    public static Phrase YearToDate { get; } = new("累计完成", "Done");

    public static Phrase PlannedWan { get; } = new("序时计划", "Planned");

    public static Phrase Deviation { get; } = new("进度偏差", "Deviation");

    public static Phrase Why { get; } = new("为什么", "Why");

    public static Phrase AnyFlag { get; } = new("全部", "All");

    public static Phrase Search { get; } = new("项目名称或编号", "Name or id of a project");

    public static Phrase Find { get; } = new("查找", "Find");

    public static Phrase Reset { get; } = new("清除条件", "Clear");

    public static Phrase Found(long count) => new($"共 {count} 个项目", $"{count} projects");

    public static Phrase NothingFound { get; } = new("没有符合条件的项目。", "No project matches.");

    public static Phrase DownloadBundle { get; } = new("结果包（zip，可复核）", "Bundle (zip, verifiable)");

    public static Phrase DownloadWorkbook { get; } = new("榜单（Excel）", "Standings (Excel)");

    public static Phrase DownloadStandings { get; } = new("榜单（CSV）", "Standings (CSV)");

    public static Phrase DownloadUnits { get; } = new("单位榜（CSV）", "Units (CSV)");

    public static Phrase ReadRules { get; } = new("这一轮的规则", "The rules of this round");

    public static Phrase Corrected(int edition, int replaced) => new(
        $"这是第 {edition} 版（更正版），替代第 {replaced} 版；旧版仍可下载复核。", $"This is edition {edition}, a correction that replaces edition {replaced}; the old one can still be downloaded and checked.");

    public static Phrase WhatChanged { get; } = new("改了什么", "What changed");

    public static Phrase OldEdition(int edition) => new($"看第 {edition} 版", $"Read edition {edition}");

    public static Phrase ReplacedBy(int edition) => new($"这一版已被第 {edition} 版更正，原样保留在这里。", $"This edition was corrected by edition {edition}; it is kept here as it was.");

    public static Phrase OldBundle(int edition) => new($"第 {edition} 版结果包", $"Bundle of edition {edition}");

    public static Phrase Up(int places) => new($"升 {places} 位", $"up {places}");

    public static Phrase Down(int places) => new($"降 {places} 位", $"down {places}");

    public static Phrase Same { get; } = new("持平", "unchanged");

    public static Phrase New { get; } = new("新上榜", "new");

    public static Phrase FromLane(string lane) => new($"自{lane}转入", $"from {lane}");

    public static Phrase Rose { get; } = new("上升", "Rose");

    public static Phrase Fell { get; } = new("下降", "Fell");

    public static Phrase Left { get; } = new("退出", "Left");

    public static Phrase SinceBefore { get; } = new("比上一轮", "Since the round before");

    public static Phrase LeftSince(int round) => new($"第 {round} 轮在榜、本轮退出的项目", $"In round {round} and no longer in this one");

    public static Phrase AndMore(int more) => new($"另有 {more} 个。", $"And {more} more.");

    public static Phrase WhoRose(int round) => new($"第 {round} 轮谁升了", $"Who rose in round {round}");

    public static Phrase WhoFell(int round) => new($"第 {round} 轮谁降了", $"Who fell in round {round}");

    public static Phrase NobodyMoved { get; } = new("没有。", "Nobody.");

    public static Phrase AllOf(int count) => new($"全部 {count} 个", $"All {count}");

    public static Phrase FromTo(string lane, int then, int now) => new($"{lane}赛道第 {then} 名 → 第 {now} 名", $"{lane}: rank {then} → {now}");

    public static Phrase MoneyOfSeason { get; } = new("投资完成与计划（逐轮）", "Money against the plan, round by round");

    public static Phrase MoneyCurve { get; } = new("逐轮的累计完成投资与序时计划", "Investment done and planned to date, round by round");

    public static Phrase HundredMillion { get; } = new("亿元", "bn yuan");

    public static Phrase AsTable { get; } = new("看数字", "The figures");

    public static Phrase Lags { get; } = new("最落后", "furthest behind");

    public static Phrase UnitTable { get; } = new("单位只在同类之间排名；得分相同的并列。", "Units are ranked inside their class only; equal scores share a rank.");

    public static Phrase Class(UnitClass one) => one switch
    {
        UnitClass.Platform => new("平台", "Platforms"),
        UnitClass.Subdistrict => new("街道", "Subdistricts"),
        UnitClass.Town => new("镇", "Towns"),
        UnitClass.Township => new("乡", "Townships"),
        _ => new("部门", "Departments"),
    };

    public static Phrase UnitProjects(string unit) => new($"{unit}的项目", $"Projects of {unit}");

    public static Phrase UnitRank(int rank) => new($"同类第 {rank} 名", $"rank {rank} in its class");

    public static Phrase Unranked { get; } = new("不排名", "not ranked");

    public static Phrase Rules { get; } = new("规则", "Rules");

    public static Phrase ProjectId { get; } = new("编号", "Id");

    public static Phrase ClassOfUnit { get; } = new("类别", "Class");

    public static Phrase AnnualWan { get; } = new("年度计划", "Annual plan");

    public static Phrase LaneTitle(string lane) => new($"{lane}赛道", $"Lane: {lane}");

    public static Phrase LanesTable { get; } = new("各赛道", "Lanes");

    public static Phrase Progress { get; } = new("完成序时计划", "Of plan to date");

    public static Phrase InLane(string lane) => new($"{lane}赛道", $"in lane {lane}");

    public static Phrase UnitThrough { get; } = new("各轮情况", "Through the rounds");

    public static Phrase RankIs(int rank) => new($"第 {rank} 名", $"rank {rank}");

    public static Phrase ScoreIs(string score) => new($"{score} 分", $"{score} points");

    public static Phrase SeasonSoFar(int rounds) => new($"全年累计（{rounds} 轮）", $"Season so far, {rounds} rounds");

    public static Phrase Meaning(string flag) => flag switch
    {
        "red" => new("达到计划，次", "times on plan"),
        "yellow" => new("落后计划，次", "times behind"),
        _ => new("严重或连续落后，次", "times badly or lastingly behind"),
    };

    public static Phrase FlagsOfRound { get; } = new("各旗数量", "Flags");

    public static Phrase Behind(int round) => new($"第 {round} 轮落后项目", $"Behind in round {round}");

    public static Phrase NobodyBehind { get; } = new("本轮没有黄旗和蜗牛。", "There is no yellow flag and no snail in this round.");

    public static Phrase AllSnails { get; } = new("全部蜗牛", "All snails");

    public static Phrase AllYellow { get; } = new("全部黄旗", "All yellow flags");

    public static Phrase LanesOf(int round) => new($"第 {round} 轮各赛道", $"Lanes of round {round}");

    public static Phrase TenThousandYuan { get; } = new("万元", "10,000 yuan");

    public static Phrase PercentagePoints { get; } = new("百分点", "points");

    public static Phrase UnitsOf(int round) => new($"第 {round} 轮各类单位", $"Units of round {round} by class");

    public static Phrase UnitCount(int units) => new($"{units} 个", $"{units}");
}
