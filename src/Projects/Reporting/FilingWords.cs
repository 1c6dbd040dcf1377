using System.Globalization;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Projects.Deadlines;
using Saima.Ui.Figures;
using Month = Saima.Kernel.Time.Month;

namespace Saima.Projects.Reporting;

/// <summary>What the reports desk says.</summary>
public static class FilingWords
{
    public static Phrase Desk { get; } = new("月报", "Monthly reports");

    public static Phrase State(FilingState state) => state switch
    {
        FilingState.NotDue => new("未到填报期", "not due"),
        FilingState.Due => new("待填报", "due"),
        FilingState.Submitted => new("已提交", "submitted"),
        FilingState.TownChecked => new("属地已审", "checked by the town"),
        FilingState.DeptChecked => new("部门已审", "checked by the department"),
        FilingState.Accepted => new("已采用", "accepted"),
        FilingState.Returned => new("已退回", "returned"),
        _ => new("逾期未报", "not reported"),
    };

    public static Phrase Action(FilingAction action) => action switch
    {
        FilingAction.Submit => new("提交", "submit"),
        FilingAction.TownCheck => new("属地审核", "town check"),
        FilingAction.DeptCheck => new("部门审核", "department check"),
        FilingAction.Accept => new("采用", "accept"),
        _ => new("退回", "return"),
    };

    /// <summary>Heading of a field of the sheet.</summary>
    public static Phrase Field(string field) => field switch
    {
        "invested" => new("本月完成（万元）", "this month (10,000 yuan)"),
        "year_to_date" => new("年初累计（万元）", "year to date (10,000 yuan)"),
        "building" => new("建筑工程", "building"),
        "installation" => new("安装工程", "installation"),
        "equipment" => new("设备购置", "equipment"),
        "other" => new("其他费用", "other costs"),
        "progress" => new("形象进度", "physical progress"),
        "milestones" => new("本月完成的节点", "milestones reached"),
        "problems" => new("存在问题", "problems"),
        "next_steps" => new("下步计划", "next steps"),
        _ => new("更正说明", "note on a correction"),
    };

    public static Phrase Help { get; } = new("每月各单位填报，逐级审核，项目办采用后计入赛马。", "Units report every month, the reports are checked step by step, and what the project office accepts counts in the race.");

    public static Phrase NoSeason { get; } = new("还没有项目", "No projects yet");

    public static Phrase NoSeasonHelp { get; } = new("登记或导入项目以后，这里按月列出各单位的月报。", "Once projects are in the register their reports are listed here month by month.");

    public static Phrase NameOf(Month month) => new($"{month.Year} 年 {month.Number} 月", $"{month.FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}");

    /// <summary>What somebody has to do with reports of a unit.</summary>
    public static Phrase Task(string step, Kernel.Time.Month month, string unit, int count)
    {
        var name = NameOf(month);
        return step switch
        {
            "fill" => new($"填报 {name.Zh}月报：{unit}，{count} 个项目未报", $"Report {name.En}: {unit}, {count} not reported"),
            "mend" => new($"修改被退回的 {name.Zh}月报：{unit}，{count} 份", $"Mend returned reports of {name.En}: {unit}, {count}"),
            "check" => new($"审核 {name.Zh}月报：{unit}，{count} 份", $"Check reports of {name.En}: {unit}, {count}"),
            _ => new($"采用 {name.Zh}月报：{unit}，{count} 份", $"Accept reports of {name.En}: {unit}, {count}"),
        };
    }

    public static Phrase TitleOf(Month month) => new($"{NameOf(month).Zh}月报", $"Reports of {NameOf(month).En}");

    public static Phrase WindowOf(FilingCalendar window, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(window);
        var (opens, closes) = (Written.LongDay(window.Opens), Written.LongDay(window.Closes));
        var days = window.Closes.DayNumber - today.DayNumber;
        var (zh, en) = today < window.Opens ? ("还没有开始。", "Not open yet.") : days < 0 ? ("已过截止日，补报会记为迟报。", "The last day is over; what comes now counts as late.") : days == 0 ? ("今天截止。", "Today is the last day.") : ($"还有 {days} 天。", days == 1 ? "1 day left." : $"{days} days left.");
        return new($"{opens.Zh}起填报，{closes.Zh}截止。{zh}", $"From {opens.En} to {closes.En}. {en}");
    }

    public static Phrase OpensOn(DateOnly day) => new($"{Written.LongDay(day).Zh}起填报。", $"Reports are taken in from {Written.LongDay(day).En} on.");


    public static Phrase Missing { get; } = new("未报", "not reported");

    public static Phrase Waiting { get; } = new("待审", "to be checked");

    public static Phrase AllAccepted { get; } = new("全部采用", "all accepted");

    public static Phrase Late { get; } = new("迟报", "late");

    public static Phrase Month { get; } = new("月份", "Month");

    public static Phrase StateTitle { get; } = new("状态", "State");

    public static Phrase SearchHint { get; } = new("单位名称、代码或拼音首字母", "unit's name, code or pinyin initials");

    public static Phrase NoUnits { get; } = new("没有符合条件的单位", "No unit fits");

    public static Phrase UnitCount(int units) => new($"共 {units} 个单位", units == 1 ? "1 unit" : $"{units} units");

    public static Phrase Projects { get; } = new("项目", "Projects");

    public static Phrase Project { get; } = new("项目", "Project");

    public static Phrase ProjectId { get; } = new("项目编号", "project id");

    public static Phrase Progress { get; } = new("进展", "Progress");

    public static Phrase Fill { get; } = new("填报", "Fill in");

    public static Phrase FillHelp { get; } = new(
        "金额以万元计。可以从 Excel 复制一块直接粘贴；方向键上下换项目，回车到下一个。没填金额的项目不提交。",
        "Amounts are in 10,000 yuan. A block copied in Excel can be pasted; the arrow keys go up and down the projects, Enter goes on. Projects without amounts are not submitted.");

    public static Phrase SubmitAll { get; } = new("提交月报", "Submit the reports");

    public static Phrase KeptNote { get; } = new("还没提交的内容留在这台设备上，重新打开还在。", "What is not submitted yet is kept on this device.");

    public static Phrase Submitted(FilingsSubmitted done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Submitted == 0 ? new("没有改动，不用再提交。", "Nothing changed; there is nothing to submit.") : new($"已提交 {done.Submitted} 份月报。", done.Submitted == 1 ? "1 report is submitted." : $"{done.Submitted} reports are submitted.");
    }

    public static Phrase Moved(FilingAction action, int reports) => action == FilingAction.Return
        ? new($"已退回 {reports} 份。", reports == 1 ? "1 report is returned." : $"{reports} reports are returned.")
        : new($"{Action(action).Zh}通过 {reports} 份。", $"{Action(action).En}: {reports} passed.");

    public static Phrase Pass(FilingAction action) => action == FilingAction.Accept ? Action(action) : new(Action(action).Zh + "通过", "Pass the " + Action(action).En);

    public static Phrase Before(long? yuan) => yuan is { } amount
        ? new($"上月累计 {FormatMoney.Exact(amount)} 万元", $"until last month {FormatMoney.Exact(amount)} (10,000 yuan)")
        : new("上月没有月报，累计不核对", "no report last month, so the sum is not checked");

    public static Phrase PlannedOf(long? yuan) => yuan is { } amount
        ? new($"本月计划 {FormatMoney.Exact(amount)} 万元", $"planned this month {FormatMoney.Exact(amount)} (10,000 yuan)")
        : new("本月没有计划", "no plan for this month");

    public static Phrase Carried { get; } = new("沿用上月", "carried over");

    public static Phrase CarryOver { get; } = new("沿用上月的问题和下步计划", "Take last month's problems and next steps");

    public static Phrase CarriedTexts(IReadOnlyList<string> fields)
    {
        var names = fields.Select(Field).ToList();
        return new($"沿用上月：{string.Join('、', names.Select(name => name.Zh))}。", $"Carried over from last month: {string.Join(", ", names.Select(name => name.En))}.");
    }

    public static Phrase SumSaid(long before) => new($"年初累计应为上月累计 {FormatMoney.Exact(before)} 加本月。", $"The year to date is last month's {FormatMoney.Exact(before)} plus this month.");

    public static Phrase PartsSaid { get; } = new("建筑、安装、设备、其他相加与年初累计不等。", "The four parts do not add up to the year to date.");

    public static Phrase ReturnedFor(string reason) => new($"退回理由：{reason}", $"returned: {reason}");

    public static Phrase OpenMilestones(IEnumerable<string> names)
    {
        var list = string.Join('；', names.Order(StringComparer.Ordinal));
        return new($"未完成：{list}", $"open: {list}");
    }

    public static Phrase NoMilestones { get; } = new("没有未完成的节点", "no open milestones");

    public static Phrase FromExcel { get; } = new("用 Excel 填报", "With Excel");

    public static Phrase FromExcelHelp { get; } = new(
        "下载本单位的表，在 Excel 或 WPS 里填好传上来：先显示在上面的表里并指出要改的地方，看过再提交。",
        "Download the unit's sheet, fill it in in Excel or WPS and send it back: it is shown above with all that needs mending, and submitted when you say so.");

    public static Phrase Download { get; } = new("下载填报表", "Download the sheet");

    public static Phrase FilledIn { get; } = new("填好的表", "the filled-in sheet");

    public static Phrase Look { get; } = new("传上来看看", "Send and look");

    public static Phrase Reports { get; } = new("本月月报", "The month's reports");

    public static Phrase Pick { get; } = new("选择", "Choose");

    public static Phrase PickOne(string name) => new($"选择 {name}", $"choose {name}");

    public static Phrase MonthAmount { get; } = new("本月完成", "this month");

    public static Phrase YearAmount { get; } = new("年初累计", "year to date");

    public static Phrase StatAmount { get; } = new("统计累计", "statistics, year to date");

    public static Phrase ToLookAt { get; } = new("要看的", "To look at");

    public static Phrase FromPackage { get; } = new("随数据包导入", "came with a data package");

    public static Phrase Why { get; } = new("退回理由", "Reason to return");

    public static Phrase Content { get; } = new("内容", "Content");

    public static Phrase Steps { get; } = new("经过", "Steps");

    public static Phrase NotYet { get; } = new("还没有提交。", "Nothing was submitted yet.");

    public static Phrase Series { get; } = new("两个口径", "Two series");

    public static Phrase SeriesHelp { get; } = new(
        "管理数由单位填报，统计数随统计部门的文件导入，这里不能填写、推算或更正。", "The unit reports the management figure; the statistical one comes with the statistics' file and cannot be typed, derived or corrected here.");

    public static Phrase Management { get; } = new("管理数（年初累计）", "Management, year to date");

    public static Phrase Statistical { get; } = new("统计数（年初累计）", "Statistics, year to date");

    public static Phrase Gap { get; } = new("差额", "Gap");

    public static Phrase Who { get; } = new("经办", "By");

    public static Phrase When { get; } = new("时间", "When");

    public static Phrase Step { get; } = new("步骤", "Step");

    public static Phrase Reason { get; } = new("理由", "Reason");
}
