using System.ComponentModel;

namespace Saima.Modules.Races.OpenData;

/// <summary>Projects by flag.</summary>
public sealed record FlagCounts(
    [property: Description("Red flags, the honour. 红旗")] int Red,
    [property: Description("Yellow flags. 黄旗")] int Yellow,
    [property: Description("Snails. 蜗牛")] int Snail,
    [property: Description("No flag. 正常")] int None,
    [property: Description("Exempt from the race. 免评")] int Exempt);

/// <summary>A published round in its edition in force.</summary>
public sealed record PublicRound(
    [property: Description("Calendar year. 年份")] int Season,
    [property: Description("1 to 6; each takes two months. 轮次")] int Round,
    [property: Description("From 1; a correction is the next one. 版次")] int Edition,
    [property: Description("Last day that counts. 截止日")] DateOnly CutOff,
    [property: Description("When the edition was published. 公布时间")] DateTimeOffset PublishedAt,
    [property: Description("Code of the rule set. 规则集")] string RuleSet,
    [property: Description("SHA-256 of the rule set document. 规则集指纹")] string RuleSetSha256,
    [property: Description("SHA-256 of the bundle, with which anybody settles the round again. 结果包指纹")] string BundleSha256,
    [property: Description("Projects that take part. 参赛项目")] int Projects,
    [property: Description("Projects by flag. 各旗项目数")] FlagCounts Flags);

/// <summary>A page of rounds.</summary>
public sealed record RoundList(
    [property: Description("From 1. 第几页")] int Page,
    [property: Description("How many pages. 共几页")] int Pages,
    [property: Description("How many rows on all pages. 共几条")] int Total,
    [property: Description("Newest first. 新的在前")] IReadOnlyList<PublicRound> Items);

/// <summary>Points of a measure.</summary>
public sealed record MeasurePoints(
    [property: Description("Code of the measure in the rule set. 指标")] string Measure,
    [property: Description("Points; empty where the measure does not apply. 得分")] decimal? Points);

/// <summary>A project's place in a round.</summary>
public sealed record PublicStanding(
    [property: Description("Row of the listing from 1. 名单序号")] int Position,
    [property: Description("Rank in its lane; empty for exempt projects. 赛道内名次")] int? Rank,
    [property: Description("Code of the lane. 赛道")] string Lane,
    [property: Description("Id of the project. 项目编号")] string Project,
    [property: Description("Name as registered. 项目名称")] string Name,
    [property: Description("Code of the responsible unit. 责任单位")] string Unit,
    [property: Description("red, yellow, snail, none or exempt. 旗")] string Flag,
    [property: Description("Codes of the reasons in the rule set. 原因")] IReadOnlyList<string> Reasons,
    [property: Description("Points, six decimals. 得分")] decimal? Score,
    [property: Description("Plan of the year in yuan (CNY). 年度计划投资，元")] long AnnualPlanYuan,
    [property: Description("Planned until the cut-off, in yuan (CNY). 计划累计，元")] long PlannedCumulativeYuan,
    [property: Description("Invested this year until the cut-off, in yuan (CNY). 自年初累计，元")] long YearToDateYuan,
    [property: Description("Done less planned, in percentage points of the year's plan. 偏差，百分点")] decimal? DeviationPoints,
    [property: Description("Points by measure. 各指标得分")] IReadOnlyList<MeasurePoints> Points);

/// <summary>A page of the standings.</summary>
public sealed record StandingList(
    [property: Description("From 1. 第几页")] int Page,
    [property: Description("How many pages. 共几页")] int Pages,
    [property: Description("How many rows on all pages. 共几条")] int Total,
    [property: Description("In the order of the listing. 按名单顺序")] IReadOnlyList<PublicStanding> Items);

/// <summary>A responsible unit's place in a round.</summary>
public sealed record PublicUnit(
    [property: Description("Rank among units of its class; empty where it has none. 名次")] int? Rank,
    [property: Description("platform, subdistrict, town, township or department. 单位类别")] string Class,
    [property: Description("Code of the unit. 单位编号")] string Unit,
    [property: Description("Name of the unit. 单位名称")] string Name,
    [property: Description("Mean points of its projects, six decimals. 得分")] decimal? Score,
    [property: Description("Its projects. 项目数")] int Projects,
    [property: Description("Its projects by flag. 各旗项目数")] FlagCounts Flags);

/// <summary>The units of a round.</summary>
public sealed record UnitList(
    [property: Description("How many units. 共几个")] int Total,
    [property: Description("In the order of the unit table. 按单位榜顺序")] IReadOnlyList<PublicUnit> Items);

/// <summary>A project in one round of its season.</summary>
public sealed record ProjectRound(
    [property: Description("Calendar year. 年份")] int Season,
    [property: Description("1 to 6. 轮次")] int Round,
    [property: Description("Code of the lane. 赛道")] string Lane,
    [property: Description("Rank in its lane. 赛道内名次")] int? Rank,
    [property: Description("red, yellow, snail, none or exempt. 旗")] string Flag,
    [property: Description("Points, six decimals. 得分")] decimal? Score,
    [property: Description("Done less planned, in percentage points. 偏差，百分点")] decimal? DeviationPoints);

/// <summary>A project in a round, and through the rounds of its season.</summary>
public sealed record PublicProject(
    [property: Description("Its place in this round. 本轮")] PublicStanding Standing,
    [property: Description("The rounds of the season it took part in. 各轮")] IReadOnlyList<ProjectRound> Rounds);
