using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Reporting;
using Saima.Ui.Figures;

namespace Saima.Projects.Deadlines;

/// <summary>What the page of deadlines says.</summary>
public static class DeadlineWords
{
    public static Phrase Deadlines { get; } = new("填报期限", "Deadlines");

    public static Phrase TitleOf(int season) => new($"{season} 年月报填报期限", $"Deadlines of monthly reports, {season}");

    public static Phrase Help { get; } = new("由项目办规定，按工作日计算。改动是新的一版；已经交上来的月报，是否迟报按提交时的期限。", "Set by the project office and counted in working days. A change is a new version; whether a report was late was judged when it was submitted.");

    public static Phrase ExampleOnly { get; } = new("还没有规定期限，以下是示例。", "No deadlines are set; these are an example.");

    public static Phrase InForce(int version, string document) => new($"现行第 {version} 版，依据：{document}", $"Version {version} in force, by {document}");

    public static Phrase Month { get; } = new("月份", "Month");

    public static Phrase Opens { get; } = new("开始填报", "Opens");

    public static Phrase Closes { get; } = new("填报截止", "Last day to report");

    public static Phrase Checked { get; } = new("审核截止", "Last day to check");

    public static Phrase Accepted { get; } = new("采用截止", "Last day to accept");

    public static Phrase By { get; } = new("期限版本", "Version");

    public static Phrase VersionOf(int version) => version == 0 ? new("示例", "example") : new($"第 {version} 版", $"version {version}");

    public static Phrase Edit { get; } = new("修改期限", "Change the deadlines");

    public static Phrase From { get; } = new("自哪个月起", "From month");

    public static Phrase Opening { get; } = new("每月几日起填报", "Opens on day of the month");

    public static Phrase Report { get; } = new("月末后几个工作日截止", "Working days after the month to report");

    public static Phrase Check { get; } = new("再过几个工作日审核完", "Working days more to check");

    public static Phrase Accept { get; } = new("再过几个工作日采用", "Working days more to accept");

    public static Phrase OwnDays { get; } = new("个别月份另定日期", "Months with days of their own");

    public static Phrase OwnDaysHelp { get; } = new("不填的月份按上面的规则。", "Months left blank follow the rule above.");

    public static Phrase Document { get; } = new("依据（文号或会议）", "What it rests on (document or meeting)");

    public static Phrase Keep { get; } = new("保存为新的一版", "Save as a new version");

    public static Phrase Kept(int version) => new($"填报期限已保存为第 {version} 版。", $"The deadlines are saved as version {version}.");

    public static Phrase Versions { get; } = new("历次期限", "Versions");

    public static Phrase NoVersions { get; } = new("还没有规定过。", "None was set yet.");

    public static Phrase RuleOf(FilingDeadlines one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var own = one.Own().Count;
        var (zh, en) = own == 0 ? ("", "") : ($"，{own} 个月另定", $", {own} months with days of their own");
        return new(
            $"{one.FromMonth} 月起：每月 {one.OpeningDay} 日起填报，月末后第 {one.ReportDays} 个工作日截止，再过 {one.CheckDays} 个工作日审核完，再过 {one.AcceptDays} 个工作日采用{zh}",
            $"from month {one.FromMonth}: opens on day {one.OpeningDay}, {one.ReportDays} working days to report, {one.CheckDays} to check, {one.AcceptDays} to accept{en}");
    }

    public static Phrase UseAgain(int version) => new($"以第 {version} 版为底稿", $"Start from version {version}");

    public static Phrase OpensAt(Month month) => new($"{month.Number} 月的开始日不合理", $"The first day for month {month.Number} is out of range");

    public static Phrase ClosesAt(Month month) => new($"{month.Number} 月的截止日不合理", $"The last day for month {month.Number} is out of range");

    public static Phrase DayOff(Month month) => new($"{month.Number} 月的截止日不是工作日", $"The last day for month {month.Number} is no working day");

    public static Phrase DayMissing(Month month) => new($"{month.Number} 月缺一个日期，或者写法不对", $"A day for month {month.Number} is missing or misspelt");

    public static Phrase BothDays { get; } = new("两个日期都按“2023-04-25”填，或者都清空。", "Give both days like 2023-04-25, or clear both.");

    public static Phrase Between(DateOnly first, DateOnly last) => new($"应在 {Written.Day(first)} 到 {Written.Day(last)} 之间。", $"Choose one from {Written.Day(first)} to {Written.Day(last)}.");

    public static Phrase NextWorkingDay(DateOnly day) => new($"最近的工作日是 {Written.Day(day)}。", $"The next working day is {Written.Day(day)}.");

    public static Phrase NameOf(int season, int month) => FilingWords.NameOf(new(season, month));
}
