using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>Results as people read them: two decimals, half up, and words for codes.</summary>
internal static class ResultText
{
    /// <summary>Millionths with two decimals, half away from zero; a value that rounds to zero has no sign.</summary>
    public static string TwoDecimals(long? millionths)
    {
        if (millionths is not { } value || value == Settlement.Undefined)
        {
            return "—";
        }

        var hundredths = (Math.Abs(value) / 10_000) + (Math.Abs(value) % 10_000 >= 5_000 ? 1 : 0);
        var sign = value < 0 && hundredths > 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{hundredths / 100}.{hundredths % 100:00}");
    }

    /// <summary>元 as 万元 without trailing zeros.</summary>
    public static string Money(long yuan) => (yuan / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Rank(int rank) => rank == 0 ? "—" : Whole(rank);

    public static Phrase Name(Flag flag) => flag switch
    {
        Flag.Red => new("红旗", "red"),
        Flag.Yellow => new("黄旗", "yellow"),
        Flag.Snail => new("蜗牛", "snail"),
        Flag.Exempt => new("免评", "exempt"),
        _ => new("正常", "none"),
    };

    public static Phrase Name(UnitClass unitClass) => unitClass switch
    {
        UnitClass.Platform => new("平台", "platform"),
        UnitClass.Subdistrict => new("街道", "subdistrict"),
        UnitClass.Town => new("镇", "town"),
        UnitClass.Township => new("乡", "township"),
        _ => new("部门", "department"),
    };

    public static Phrase Name(ProjectClass projectClass) => projectClass switch
    {
        ProjectClass.New => new("新开工", "new"),
        ProjectClass.Continuing => new("续建", "continuing"),
        ProjectClass.Completing => new("竣工", "completing"),
        _ => new("预备", "preparatory"),
    };

    public static Phrase Name(State state) => state switch
    {
        State.Started => new("已开工", "started"),
        State.Included => new("已入库", "included in the statistics"),
        State.Completed => new("已竣工", "completed"),
        State.Suspended => new("挂起中", "suspended"),
        State.StartPlanned => new("有计划开工日期", "has a planned start"),
        State.StartDue => new("计划开工日期已到", "planned start has come"),
        State.Reported => new("末月有月报", "last month is reported"),
        State.OnTime => new("月报按时", "report on time"),
        State.Verified => new("月报已核验", "report verified"),
        State.DeviationRose => new("进度偏差比上轮上升", "D rose since the previous round"),
        _ => new("节点滞后比上轮缩短", "SLIP fell since the previous round"),
    };

    public static Phrase Name(Metric metric) => metric switch
    {
        Metric.AnnualPlan => new("年度计划 AP（万元）", "annual plan AP (万元)"),
        Metric.TotalInvestment => new("总投资 TI（万元）", "total investment TI (万元)"),
        Metric.PlannedCumulative => new("计划累计 PC（万元）", "planned cumulative PC (万元)"),
        Metric.YearToDate => new("自年初累计 YTD（万元）", "year to date YTD (万元)"),
        Metric.Deviation => new("进度偏差 D（百分点）", "deviation D (percentage points)"),
        Metric.CompletionRate => new("年度完成率 CR", "completion rate CR"),
        Metric.ProgressRatio => new("完成与计划之比 YTD/PC", "progress YTD/PC"),
        Metric.OverallRate => new("总投资完成率 OVR", "overall rate OVR"),
        Metric.Milestones => new("节点完成率 MS", "milestones MS"),
        Metric.Slip => new("节点最长滞后 SLIP（天）", "slip SLIP (days)"),
        Metric.StartMissed => new("开工逾期（月）", "start missed (months)"),
        Metric.InclusionLag => new("开工未入库（月）", "inclusion lag (months)"),
        Metric.Overdue => new("逾期问题（个）", "overdue issues"),
        Metric.DaysListed => new("列入天数", "days listed"),
        _ => new("距计划竣工年份（年）", "years to planned completion"),
    };
}
