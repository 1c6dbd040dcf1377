using Saima.Engines.Scoring;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;
using static Saima.Modules.Races.Circulars.TemplateField;

namespace Saima.Modules.Races.Circulars;

/// <summary>A lane of an edition with its rows.</summary>
internal sealed record LaneFigures(string Name, IReadOnlyList<StandingRow> Rows)
{
    public int With(Flag flag) => Rows.Count(row => row.Flag == flag);

    public static IReadOnlyList<LaneFigures> Of(EditionFigures figures) =>
        [.. figures.Rules.Lanes.Select(lane => new LaneFigures(RuleWording.Of(lane.Title).Zh, [.. figures.Rows.Where(row => row.Lane == lane.Code)])).Where(lane => lane.Rows.Count > 0)];
}

/// <summary>A row of an edition beside what its codes stand for.</summary>
internal sealed record RowFigures(EditionFigures Edition, StandingRow Row);

internal sealed record ChangeFigures(EditionFigures Edition, EditionChange Change);

/// <summary>An objection that was upheld, in words.</summary>
internal sealed record CorrectionFigures(EditionFigures Edition, ListedObjection Listed)
{
    private string Code => Listed.Objection.Corrects ?? Listed.Objection.Item;

    public string Item => ObjectionWords.ItemOf(Code, Edition.Rules).Zh;

    public string From => ObjectionWords.ValueOf(Code, Listed.Objection.CorrectedFrom).Zh;

    public string To => ObjectionWords.ValueOf(Code, Listed.Objection.CorrectedTo).Zh;

    public static IEnumerable<CorrectionFigures> Of(EditionFigures figures) => figures.Objections.Corrections.Select(one => new CorrectionFigures(figures, one));
}

/// <summary>What templates of circulars and decks can name.</summary>
public static class RoundFields
{
    internal static IReadOnlyList<TemplateField> Project { get; } =
    [
        Of<RowFigures>("名称", "项目名称", "name of the project", row => row.Row.Name),
        Of<RowFigures>("编号", "项目编号", "id of the project", row => row.Row.Project),
        Of<RowFigures>("单位", "责任单位", "responsible unit", row => row.Edition.UnitName(row.Row.Unit)),
        Of<RowFigures>("赛道", "所在赛道", "its lane", row => PaperText.Lane(row.Edition.Rules, row.Row.Lane)),
        Of<RowFigures>("旗", "红旗、黄旗、蜗牛、正常或免评", "its flag", row => PaperText.FlagName(row.Row.Flag)),
        Of<RowFigures>("名次", "赛道内名次", "rank inside the lane", row => row.Row.Rank),
        Of<RowFigures>("得分", "得分，两位小数", "score, two decimals", row => PaperText.Points(row.Row.Score)),
        Of<RowFigures>("偏差", "进度偏差，个百分点，带正负号", "deviation from plan in points, signed", row => PaperText.Signed(row.Row.Deviation)),
        Of<RowFigures>("原因", "原因，中文句子", "reasons in words", row => PaperText.Reasons(row.Edition.Rules, row.Row.Reasons)),
        Of<RowFigures>("年度计划", "年度计划投资", "annual plan", row => PaperText.Large(row.Row.AnnualPlan)),
        Of<RowFigures>("完成投资", "本年累计完成投资", "done this year", row => PaperText.Large(row.Row.YearToDate)),
    ];

    internal static IReadOnlyList<TemplateField> Unit { get; } =
    [
        Of<UnitRow>("名称", "单位名称", "name of the unit", unit => unit.Name),
        Of<UnitRow>("类别", "平台、街道、镇、乡或部门", "class of the unit", unit => BoardWords.Class(unit.Class).Zh),
        Of<UnitRow>("名次", "同类单位中的名次", "rank in its class", unit => unit.Rank),
        Of<UnitRow>("得分", "得分，两位小数", "score, two decimals", unit => PaperText.Points(unit.Score)),
        Of<UnitRow>("项目数", "参评项目个数", "projects", unit => unit.Projects),
        Of<UnitRow>("红旗数", "红旗个数", "red flags", unit => unit.Red),
        Of<UnitRow>("黄旗数", "黄旗个数", "yellow flags", unit => unit.Yellow),
        Of<UnitRow>("蜗牛数", "蜗牛个数", "snails", unit => unit.Snail),
    ];

    private static IReadOnlyList<TemplateField> Lane { get; } =
    [
        Of<LaneFigures>("名称", "赛道名称", "name of the lane", lane => lane.Name),
        Of<LaneFigures>("项目数", "参评项目个数", "projects", lane => lane.Rows.Count),
        Of<LaneFigures>("红旗数", "红旗个数", "red flags", lane => lane.With(Flag.Red)),
        Of<LaneFigures>("黄旗数", "黄旗个数", "yellow flags", lane => lane.With(Flag.Yellow)),
        Of<LaneFigures>("蜗牛数", "蜗牛个数", "snails", lane => lane.With(Flag.Snail)),
        Of<LaneFigures>("完成投资", "本年累计完成投资", "done this year", lane => PaperText.Large(lane.Rows.Sum(row => row.YearToDate))),
        Of<LaneFigures>("序时完成率", "完成投资占序时计划", "done of the plan to date", lane => PaperText.Percent(lane.Rows.Sum(row => row.YearToDate), lane.Rows.Sum(row => row.PlannedCumulative))),
    ];

    private static IReadOnlyList<TemplateField> Change { get; } =
    [
        Of<ChangeFigures>("名称", "项目名称", "name of the project", one => one.Change.Either.Name),
        Of<ChangeFigures>("原", "更正前的旗", "flag before", one => one.Change.Before is { } row ? PaperText.FlagName(row.Flag) : "不在榜"),
        Of<ChangeFigures>("现", "更正后的旗", "flag now", one => one.Change.After is { } row ? PaperText.FlagName(row.Flag) : "不在榜"),
    ];

    private static IReadOnlyList<TemplateField> Correction { get; } =
    [
        Of<CorrectionFigures>("名称", "项目名称", "name of the project", one => one.Listed.Name),
        Of<CorrectionFigures>("事项", "更正的事项", "what is corrected", one => one.Item),
        Of<CorrectionFigures>("原", "更正前的数值", "value before", one => one.From),
        Of<CorrectionFigures>("现", "更正后的数值", "value now", one => one.To),
    ];

    /// <summary>What is said of the round itself; briefs have it too.</summary>
    public static IReadOnlyList<TemplateField> Round { get; } =
    [
        Of<EditionFigures>("年度", "赛季的年份", "year of the season", one => one.Head.Season),
        Of<EditionFigures>("轮次", "第几轮", "number of the round", one => one.Head.Round),
        Of<EditionFigures>("版次", "第几版，更正后加一", "edition", one => one.Head.Edition),
        Of<EditionFigures>("起月", "本轮第一个月", "first month of the round", one => (2 * one.Head.Round) - 1),
        Of<EditionFigures>("止月", "本轮第二个月", "second month of the round", one => 2 * one.Head.Round),
        Of<EditionFigures>("截止日", "数据截止日", "cut-off", one => PaperText.Day(one.Head.CutOff)),
    ];

    /// <summary>All of an edition.</summary>
    public static IReadOnlyList<TemplateField> All { get; } =
    [
        .. Round,
        Of<EditionFigures>("项目数", "参评项目个数", "projects", one => one.Head.Projects),
        Of<EditionFigures>("红旗数", "红旗个数", "red flags", one => one.Head.Red),
        Of<EditionFigures>("黄旗数", "黄旗个数", "yellow flags", one => one.Head.Yellow),
        Of<EditionFigures>("蜗牛数", "蜗牛个数", "snails", one => one.Head.Snail),
        Of<EditionFigures>("正常数", "正常个数", "on course", one => one.Head.None),
        Of<EditionFigures>("免评数", "免评个数", "exempt", one => one.Head.Exempt),
        Of<EditionFigures>("更正数", "与上一版不同的项目个数", "projects that differ from the edition before", one => one.Changes.Count),
        Of<EditionFigures>("年度计划", "年度计划投资合计", "annual plans in all", one => PaperText.Large(one.Rows.Sum(row => row.AnnualPlan))),
        Of<EditionFigures>("序时计划", "序时计划投资合计", "planned to date in all", one => PaperText.Large(one.Rows.Sum(row => row.PlannedCumulative))),
        Of<EditionFigures>("完成投资", "本年累计完成投资合计", "done this year in all", one => PaperText.Large(one.Rows.Sum(row => row.YearToDate))),
        Of<EditionFigures>("年度完成率", "完成投资占年度计划", "done of the annual plans", one => PaperText.Percent(one.Rows.Sum(row => row.YearToDate), one.Rows.Sum(row => row.AnnualPlan))),
        Of<EditionFigures>("序时完成率", "完成投资占序时计划", "done of the plans to date", one => PaperText.Percent(one.Rows.Sum(row => row.YearToDate), one.Rows.Sum(row => row.PlannedCumulative))),
        ListOf<EditionFigures>("各赛道", "本轮有项目的赛道", "lanes that have projects", LaneFigures.Of, Lane),
        ListOf<EditionFigures>("各单位", "责任单位，按类别和名次", "units by class and rank", one => one.Units, Unit),
        ListOf<EditionFigures>("红旗项目", "挂红旗的项目", "projects with a red flag", one => Of(one, Flag.Red), Project),
        ListOf<EditionFigures>("黄旗项目", "挂黄旗的项目", "projects with a yellow flag", one => Of(one, Flag.Yellow), Project),
        ListOf<EditionFigures>("蜗牛项目", "评为蜗牛的项目", "snails", one => Of(one, Flag.Snail), Project),
        ListOf<EditionFigures>("免评项目", "免评的项目", "exempt projects", one => Of(one, Flag.Exempt), Project),
        Of<EditionFigures>("异议数", "收到异议件数", "objections received", one => one.Objections.Received),
        Of<EditionFigures>("异议成立数", "异议成立件数", "objections upheld", one => one.Objections.Upheld),
        Of<EditionFigures>("异议不成立数", "异议不成立件数", "objections rejected", one => one.Objections.Rejected),
        Of<EditionFigures>("异议未受理数", "不予受理和撤回的件数", "not admitted or withdrawn", one => one.Objections.NotAdmitted + one.Objections.Withdrawn),
        ListOf<EditionFigures>("异议更正", "成立的异议", "objections upheld", CorrectionFigures.Of, Correction),
        ListOf<EditionFigures>("更正", "更正的项目", "corrected projects", one => one.Changes.Select(change => new ChangeFigures(one, change)), Change),
    ];

    private static IEnumerable<RowFigures> Of(EditionFigures figures, Flag flag) => figures.With(flag).Select(row => new RowFigures(figures, row));
}
