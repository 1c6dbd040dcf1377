using Saima.Engines.Scoring;
using Saima.Kernel.Documents;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races.Circulars;

/// <param name="Make">From the figures of the kind; a table without rows is left out.</param>
public sealed record NamedTable(string Name, Phrase Meaning, Func<object, PaperTable> Make);

/// <summary>The tables a template can place with a line 【表：…】.</summary>
public static class PaperTables
{
    /// <summary>So many projects of a unit stay on its one page.</summary>
    private const int RowsOfBrief = 14;

    private static readonly PaperColumn Number = new("序号", 3, CellSide.Middle);
    private static readonly PaperColumn Name = new("项目名称", 10);
    private static readonly PaperColumn UnitColumn = new("责任单位", 6);
    private static readonly PaperColumn LaneColumn = new("赛道", 5, CellSide.Middle);
    private static readonly PaperColumn Rank = new("名次", 3, CellSide.Middle);

    private static readonly IReadOnlyList<NamedTable> OfRound =
    [
        new("赛道", new("各赛道的项目、旗和投资", "lanes with projects, flags and money"), from => Lanes((EditionFigures)from)),
        new("单位排名", new("责任单位按类别排名", "units ranked by class"), from => Units((EditionFigures)from)),
        new("红旗项目", new("红旗项目名单", "projects with a red flag"), from => Honour((EditionFigures)from)),
        new("黄旗项目", new("黄旗项目和原因", "yellow flags with reasons"), from => Behind((EditionFigures)from, "黄旗项目", Flag.Yellow)),
        new("蜗牛项目", new("蜗牛项目和原因", "snails with reasons"), from => Behind((EditionFigures)from, "蜗牛项目", Flag.Snail)),
        new("黄旗和蜗牛项目", new("蜗牛、黄旗项目和原因", "snails and yellow flags with reasons"), from => Behind((EditionFigures)from, "黄旗和蜗牛项目", Flag.Snail, Flag.Yellow)),
        new("免评项目", new("免评项目和原因", "exempt projects with reasons"), from => Behind((EditionFigures)from, "免评项目", Flag.Exempt)),
        new("更正", new("与上一版相比的变化", "what differs from the edition before"), from => Changes((EditionFigures)from)),
        new("异议更正", new("成立的异议和更正前后的数值", "objections upheld, with the values before and after"), from => Corrections((EditionFigures)from)),
    ];

    public static IReadOnlyList<NamedTable> Of(TemplateKind kind) => kind switch
    {
        TemplateKind.Project =>
        [
            new("数据", new("截止日的数据", "facts at the cut-off"), from => Facts((ProjectFigures)from)),
            new("历轮", new("本年各轮的旗、名次和得分", "flags, ranks and scores of the season"), from => Rounds((ProjectFigures)from)),
        ],
        TemplateKind.Unit => [new("项目", new("本单位的项目，落后的在前，至多十四个", "projects of the unit, those behind first, at most fourteen"), from => UnitProjects((UnitFigures)from))],
        _ => OfRound,
    };

    private static PaperTable Lanes(EditionFigures figures) => new(
        "分赛道情况",
        [new("赛道", 4), new("项目", 2, CellSide.End), new("红旗", 2, CellSide.End), new("黄旗", 2, CellSide.End), new("蜗牛", 2, CellSide.End), new("年度计划（万元）", 4, CellSide.End), new("完成投资（万元）", 4, CellSide.End), new("序时完成率", 3, CellSide.End)],
        [.. LaneFigures.Of(figures).Append(new("合计", figures.Rows)).Select(lane => new[]
        {
            lane.Name, PaperText.Count(lane.Rows.Count), PaperText.Count(lane.With(Flag.Red)), PaperText.Count(lane.With(Flag.Yellow)), PaperText.Count(lane.With(Flag.Snail)),
            PaperText.Wan(lane.Rows.Sum(row => row.AnnualPlan)), PaperText.Wan(lane.Rows.Sum(row => row.YearToDate)), PaperText.Percent(lane.Rows.Sum(row => row.YearToDate), lane.Rows.Sum(row => row.PlannedCumulative)),
        })]);

    private static PaperTable Units(EditionFigures figures) => new(
        "责任单位排名",
        [new("类别", 3, CellSide.Middle), Rank, new("责任单位", 10), new("得分", 4, CellSide.End), new("项目", 3, CellSide.End), new("红旗", 3, CellSide.End), new("黄旗", 3, CellSide.End), new("蜗牛", 3, CellSide.End)],
        [.. figures.Units.Select(unit => new[]
        {
            BoardWords.Class(unit.Class).Zh, PaperText.Count(unit.Rank), unit.Name, PaperText.Points(unit.Score), PaperText.Count(unit.Projects), PaperText.Count(unit.Red), PaperText.Count(unit.Yellow), PaperText.Count(unit.Snail),
        })]);

    private static PaperTable Honour(EditionFigures figures) => new(
        "红旗项目名单",
        [Number, Name, UnitColumn, LaneColumn, Rank, new("得分", 4, CellSide.End)],
        [.. figures.With(Flag.Red).Select((row, at) => new[] { PaperText.Count(at + 1), row.Name, figures.UnitName(row.Unit), PaperText.Lane(figures.Rules, row.Lane), PaperText.Count(row.Rank), PaperText.Points(row.Score) })]);

    private static PaperTable Behind(EditionFigures figures, string caption, params Flag[] flags) => new(
        caption,
        [Number, new("项目名称", 8), new("责任单位", 4), new("旗", 3, CellSide.Middle), new("偏差", 5, CellSide.End), new("原因", 12)],
        [.. flags.SelectMany(figures.With).Select((row, at) => new[]
        {
            PaperText.Count(at + 1), row.Name, figures.UnitName(row.Unit), PaperText.FlagName(row.Flag), PaperText.Signed(row.Deviation), PaperText.Reasons(figures.Rules, row.Reasons),
        })]);

    private static PaperTable Changes(EditionFigures figures) => new(
        "更正情况",
        [Number, Name, new("更正前", 4), new("更正后", 4), new("更正后的原因", 8)],
        [.. figures.Changes.Select((change, at) => new[] { PaperText.Count(at + 1), change.Either.Name, Place(change.Before), Place(change.After), PaperText.Reasons(figures.Rules, change.After?.Reasons ?? "") })]);

    private static PaperTable Corrections(EditionFigures figures) => new(
        "成立的异议",
        [Number, Name, new("事项", 6), new("更正前", 4, CellSide.End), new("更正后", 4, CellSide.End)],
        [.. CorrectionFigures.Of(figures).Select((one, at) => new[] { PaperText.Count(at + 1), one.Listed.Name, one.Item, one.From, one.To })]);

    private static string Place(StandingRow? row) => row is null ? "不在榜" : row.Rank is { } rank ? $"{PaperText.FlagName(row.Flag)}，第{PaperText.Count(rank)}名" : PaperText.FlagName(row.Flag);

    private static PaperTable Facts(ProjectFigures figures) => new(
        "截止日的数据",
        [new("项目", 4), new("数值", 3, CellSide.End), new("项目", 4), new("数值", 3, CellSide.End)],
        [.. RaceExplanation.Values(RoundRows.Metrics(figures.Row)).Select(value => (Name: MetricWords.Name(value.Metric).Zh, Value: MetricWords.Amount(value).Zh)).Chunk(2)
            .Select(pair => new[] { pair[0].Name, pair[0].Value, pair.Length > 1 ? pair[1].Name : "", pair.Length > 1 ? pair[1].Value : "" })]);

    private static PaperTable Rounds(ProjectFigures figures) => new(
        "历轮情况",
        [new("轮次", 3), new("旗", 3, CellSide.Middle), Rank, new("得分", 3, CellSide.End), new("偏差（百分点）", 4, CellSide.End)],
        [.. figures.Earlier.Append(new(figures.Edition.Head.Season, figures.Edition.Head.Round, figures.Row.Flag, figures.Row.Rank, figures.Row.Score, figures.Row.Deviation))
            .Select(one => new[] { $"第{PaperText.Count(one.Round)}轮", PaperText.FlagName(one.Flag), PaperText.Count(one.Rank), PaperText.Points(one.Score), PaperText.Signed(one.Deviation) })]);

    private static PaperTable UnitProjects(UnitFigures figures) => new(
        "本单位的项目",
        [Number, new("项目名称", 9), new("旗", 3, CellSide.Middle), Rank, new("偏差", 4, CellSide.End), new("原因", 11)],
        [.. figures.WorstFirst.Take(RowsOfBrief).Select((row, at) => new[]
        {
            PaperText.Count(at + 1), row.Name, PaperText.FlagName(row.Flag), PaperText.Count(row.Rank), PaperText.Signed(row.Deviation),
            row.Flag is Flag.Yellow or Flag.Snail or Flag.Exempt ? PaperText.Reasons(figures.Edition.Rules, row.Reasons) : "",
        })]);
}
