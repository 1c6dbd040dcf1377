using Saima.Kernel.Refusals;

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
}
