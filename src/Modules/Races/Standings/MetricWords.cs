using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Standings;

/// <summary>The metrics and states of the rules in plain words.</summary>
public static class MetricWords
{
    public static Phrase Name(Metric metric) => metric switch
    {
        Metric.AnnualPlan => new("年度计划投资", "annual plan"),
        Metric.TotalInvestment => new("总投资", "total investment"),
        Metric.PlannedCumulative => new("序时计划累计", "planned to date"),
        Metric.YearToDate => new("本年累计完成投资", "done this year"),
        Metric.Deviation => new("进度偏差", "deviation from plan"),
        Metric.CompletionRate => new("年度计划完成率", "share of the annual plan done"),
        Metric.ProgressRatio => new("序时计划完成率", "share of the plan to date done"),
        Metric.OverallRate => new("总投资完成率", "share of the total done"),
        Metric.Milestones => new("到期节点完成率", "due milestones achieved"),
        Metric.Slip => new("到期节点最长拖延", "longest slip of a due milestone"),
        Metric.StartMissed => new("逾期未开工月数", "months the planned start is missed"),
        Metric.InclusionLag => new("开工未入库月数", "months started and not included"),
        Metric.Overdue => new("逾期未销号问题", "overdue issues"),
        Metric.DaysListed => new("列入名单天数", "days since listing"),
        _ => new("距计划竣工的年数", "year of planned completion less the season"),
    };

    /// <summary>The column of the files that has it; empty where none has.</summary>
    public static string Symbol(Metric metric) => metric switch
    {
        Metric.AnnualPlan => "AP",
        Metric.TotalInvestment => "TI",
        Metric.PlannedCumulative => "PC",
        Metric.YearToDate => "YTD",
        Metric.Deviation => "D",
        Metric.CompletionRate => "CR",
        Metric.ProgressRatio => "YTD/PC",
        Metric.OverallRate => "OVR",
        Metric.Milestones => "MS",
        Metric.Slip => "SLIP",
        _ => "",
    };

    public static Phrase Unit(Metric metric) => metric switch
    {
        Metric.AnnualPlan or Metric.TotalInvestment or Metric.PlannedCumulative or Metric.YearToDate => new("万元", "million yuan"),
        Metric.Deviation => new("个百分点", "points"),
        Metric.Slip or Metric.DaysListed => new("天", "days"),
        Metric.StartMissed or Metric.InclusionLag => new("个月", "months"),
        Metric.Overdue => new("个", "issues"),
        Metric.YearsToPlannedCompletion => new("年", "years"),
        _ => new("%", "%"),
    };

    /// <summary>A bound of a condition, millionths, with its unit.</summary>
    public static Phrase Amount(Metric metric, long millionths) => WithUnit(metric, millionths / 1_000_000m);

    /// <summary>A project's value with its unit.</summary>
    public static Phrase Amount(ExplainedValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Text is null ? new("没有数据", "no data")
            : decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? WithUnit(value.Metric, number)
            : new(value.Text, value.Text);
    }

    public static Phrase Holds(State state) => state switch
    {
        State.Started => new("截止日已开工", "started by the cut-off"),
        State.Included => new("截止日已入库", "included in the statistics by the cut-off"),
        State.Completed => new("截止日已竣工", "completed by the cut-off"),
        State.Suspended => new("截止日处于挂起期", "suspended at the cut-off"),
        State.StartPlanned => new("有计划开工日期", "has a planned start"),
        State.StartDue => new("计划开工日期已到", "the planned start has come"),
        State.Reported => new("有截止月份的月报", "there is a report for the cut-off month"),
        State.OnTime => new("月报按时报送", "the report came on time"),
        State.Verified => new("月报已核实", "the report is verified"),
        State.DeviationRose => new("进度偏差比上轮回升", "the deviation rose since the round before"),
        _ => new("节点拖延比上轮缩短", "the slip fell since the round before"),
    };

    public static Phrase HoldsNot(State state) => state switch
    {
        State.Started => new("截止日未开工", "not started by the cut-off"),
        State.Included => new("截止日未入库", "not included in the statistics by the cut-off"),
        State.Completed => new("截止日未竣工", "not completed by the cut-off"),
        State.Suspended => new("截止日不在挂起期", "not suspended at the cut-off"),
        State.StartPlanned => new("没有计划开工日期", "has no planned start"),
        State.StartDue => new("计划开工日期未到", "the planned start has not come"),
        State.Reported => new("没有截止月份的月报", "there is no report for the cut-off month"),
        State.OnTime => new("月报未按时报送", "the report did not come on time"),
        State.Verified => new("月报未核实", "the report is not verified"),
        State.DeviationRose => new("进度偏差没有比上轮回升", "the deviation did not rise since the round before"),
        _ => new("节点拖延没有比上轮缩短", "the slip did not fall since the round before"),
    };

    public static Phrase Class(ProjectClass one) => one switch
    {
        ProjectClass.New => new("新开工", "new"),
        ProjectClass.Continuing => new("续建", "continuing"),
        ProjectClass.Completing => new("竣工", "completing"),
        _ => new("预备", "preparatory"),
    };

    private static Phrase WithUnit(Metric metric, decimal number)
    {
        var unit = Unit(metric);
        if (unit.Zh == "%")
        {
            var percent = Plain(number * 100m) + "%";
            return new(percent, percent);
        }

        return new($"{Plain(number)} {unit.Zh}", $"{Plain(unit.Zh == "万元" ? number / 100 : number)} {unit.En}");
    }

    private static string Plain(decimal number)
    {
        var text = Math.Round(number, 2, MidpointRounding.AwayFromZero).ToString("#,0.##", CultureInfo.InvariantCulture);
        // A value beside a threshold is not rounded onto it.
        text = Math.Round(number, 2, MidpointRounding.AwayFromZero) == number ? text : number.ToString("#,0.00####", CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? "−" + text[1..] : text;
    }
}
