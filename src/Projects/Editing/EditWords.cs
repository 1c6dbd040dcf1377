using Saima.Kernel.Refusals;

namespace Saima.Projects.Editing;

/// <summary>What the form of a project says.</summary>
public static class EditWords
{
    public static Phrase New { get; } = new("登记新项目", "Add a project");

    public static Phrase Edit(string name) => new($"修改 {name}", $"Edit {name}");

    public static Phrase Help { get; } = new(
        "保存后是一个新的版本，原来的版本和理由都留在变更历史里。金额以万元计，也可以写“6.18亿元”。",
        "Saving makes a new version; the old one and the reason stay in the history. Amounts are in units of 10,000 yuan; “CNY 61.8 million” is read too.");

    public static Phrase Who { get; } = new("经办", "Who and why");

    public static Phrase Reason { get; } = new("理由", "Reason");

    public static Phrase ReasonHint { get; } = new("依据的文件或更正的原因", "the document it rests on, or what was wrong");

    public static Phrase Save { get; } = new("保存", "Save");

    public static Phrase Drop { get; } = new("放弃修改", "Drop the edit");

    public static Phrase NoUnits { get; } = new("这一年度还没有单位", "The season has no units yet");

    public static Phrase NoUnitsHelp { get; } = new("先导入单位表或整个台账，再登记项目：", "Import the table of units or a whole register first:");

    public static Phrase Saved { get; } = new("已保存。", "Saved.");

    public static Phrase NothingNew { get; } = new("没有改动，登记簿未变。", "Nothing differed; the register is as it was.");

    public static Phrase Undo { get; } = new("撤销这次修改", "Undo");

    public static Phrase Undone { get; } = new("已撤销，原来的版本恢复。", "Undone; the earlier version is back.");

    public static Phrase UndoReason { get; } = new("撤销刚才的修改", "undone at once");

    public static Phrase Add(Phrase kind) => new($"添加{kind.Zh}", $"Add a {kind.En}");

    public static Phrase Correct(Phrase kind, string key) => new($"更正{kind.Zh} {key}", $"Correct the {kind.En} {key}");

    public static Phrase AddShort { get; } = new("添加", "Add");

    public static Phrase CorrectShort { get; } = new("更正", "Correct");

    public static Phrase FactHelp { get; } = new(
        "保存后是一个新的版本，原来的版本和理由都留在变更历史里。金额以万元计。", "Saving makes a new version; the old one and the reason stay in the history. Amounts are in 10,000 yuan.");

    public static Phrase Record { get; } = new("内容", "Record");

    public static Phrase Withdraw { get; } = new("撤回这一条", "Withdraw this record");

    public static Phrase WithdrawProject { get; } = new("撤回这个项目", "Withdraw this project");

    public static Phrase WithdrawHelp { get; } = new(
        "登记错了才撤回：撤回是一个新的版本，写明谁、为什么，什么也不删除，可以撤销。", "For what was entered by mistake: a withdrawal is a new version with who and why; nothing is deleted, and it can be undone.");

    public static Phrase Units { get; } = new("单位", "Units");

    public static Phrase UnitsHelp { get; } = new("负责项目的单位。单位编号在一个年度里不变。", "The units in charge of projects. A unit's code does not change within a season.");

    public static Phrase SeeChange { get; } = new("看这次变更，或撤销", "See the change, or undo it");

    public static Phrase Yes { get; } = new("是", "yes");

    public static Phrase No { get; } = new("否", "no");

    public static IReadOnlyList<(Phrase Title, string[] Columns)> Groups { get; } =
    [
        (new("项目", "Project"), ["id", "name", "code", "unit", "town", "class"]),
        (new("投资（万元）", "Investment (10,000 yuan)"), ["total_investment", "annual_plan", "opening_cumulative"]),
        (new("时间", "Dates"), ["planned_start", "started_on", "included_on", "planned_completion", "completed_on", "listed_on"]),
        (new("挂起", "Suspension"), ["suspended_from", "suspended_to", "suspension_reason"]),
    ];
}
