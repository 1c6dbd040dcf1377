using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Audit;

/// <summary>What the ledger desk says.</summary>
public static class AuditWords
{
    public static Phrase Ledger { get; } = new("台账", "Ledger");

    public static Phrase LedgerHelp { get; } = new("谁在什么时候看过、改过什么。只有审计管理员打开。", "Who looked at or changed what, and when. Only the audit administrator opens it.");

    public static Phrase By { get; } = new("人员", "Who");

    public static Phrase ByHint { get; } = new("姓名全称", "full name");

    public static Phrase Act { get; } = new("行为", "Act");

    public static Phrase Thing { get; } = new("对象", "Thing");

    public static Phrase ThingHint { get; } = new("按台账里的写法填全称", "in full, as the ledger names it");

    public static Phrase From { get; } = new("从", "From");

    public static Phrase To { get; } = new("到", "To");

    public static Phrase Search { get; } = new("查找", "Search");

    public static Phrase SearchHint { get; } = new("人员、对象或原因的一部分", "part of a name, a thing or a reason");

    public static Phrase All { get; } = new("全部", "All");

    public static Phrase When { get; } = new("时间", "When");

    public static Phrase Number { get; } = new("编号", "Number");

    public static Phrase Reason { get; } = new("原因", "Reason");

    public static Phrase Excel { get; } = new("导出 Excel", "Excel");

    public static Phrase Csv { get; } = new("导出 CSV", "CSV");

    public static Phrase ExportHelp { get; } = new("导出本身也记入台账。", "Taking lines out is itself recorded.");

    public static Phrase Link { get; } = new("这份筛选的链接", "Link to this selection");

    public static Phrase Older { get; } = new("更早", "Older");

    public static Phrase Newer { get; } = new("更近", "Newer");

    public static Phrase Newest { get; } = new("回到最新", "To the newest");

    public static Phrase Nothing { get; } = new("没有符合条件的记录", "No line meets the conditions");

    public static Phrase Backwards { get; } = new("“从”晚于“到”，所以什么也找不到。请改其中一个日期。", "“From” is after “To”, so nothing is found. Change one of the days.");

    public static Phrase SearchOn { get; } = new("继续往前找", "Search further back");

    public static Phrase SearchBack { get; } = new("继续往后找", "Search further on");

    public static Phrase Line { get; } = new("台账记录", "Ledger line");

    public static Phrase Batch { get; } = new("批次", "Batch");

    public static Phrase Lines { get; } = new("批内记录", "Lines of the batch");

    public static Phrase Seal { get; } = new("封印", "Seal");

    public static Phrase Hash { get; } = new("散列", "Hash");

    public static Phrase Before { get; } = new("之前", "Before");

    public static Phrase After { get; } = new("之后", "After");

    public static Phrase Item { get; } = new("项", "Item");

    public static Phrase Content { get; } = new("内容", "Content");

    public static Phrase Scope { get; } = new("范围", "Scope");

    public static Phrase NoContent { get; } = new("这一条没有前后内容。", "This line has no state before or after.");

    public static Phrase Changed { get; } = new("已改", "changed");

    public static Phrase Previous { get; } = new("上一条", "Line before");

    public static Phrase Next { get; } = new("下一条", "Line after");

    public static Phrase SameThing { get; } = new("同一对象的全部记录", "All lines of this thing");

    public static Phrase SamePerson { get; } = new("此人的全部记录", "All lines of this person");

    public static Phrase Kept { get; } = new("保存", "Kept");

    /// <summary>Codes are shown where there is no word for an act.</summary>
    public static Phrase ActOf(string code) => Acts.TryGetValue(code, out var phrase) ? phrase : new(code, code);

    /// <summary>Acts by their codes, in the order in which they are offered.</summary>
    public static IReadOnlyDictionary<string, Phrase> Acts { get; } = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["look"] = new("查看个人信息", "Looked at personal data"),
        ["export"] = new("导出", "Took data out"),
        ["ledger.check"] = new("核验台账", "Checked the ledger"),
        ["accounts.sign-in"] = new("登录", "Signed in"),
        ["accounts.sign-in-failed"] = new("密码输错", "Typed a wrong password"),
        ["accounts.sign-in-locked"] = new("锁定时尝试登录", "Tried to sign in while locked"),
        ["accounts.code-failed"] = new("验证码输错", "Typed a wrong code"),
        ["accounts.add"] = new("添加人员", "Added a person"),
        ["accounts.rename"] = new("更正姓名", "Corrected a name"),
        ["accounts.close"] = new("停用账号", "Closed an account"),
        ["accounts.unlock"] = new("解锁账号", "Unlocked an account"),
        ["accounts.password"] = new("修改密码", "Changed the password"),
        ["accounts.reset-password"] = new("重设密码", "Reset a password"),
        ["accounts.second-factor"] = new("更改第二重验证", "Changed the second factor"),
        ["accounts.passkey-add"] = new("添加通行密钥", "Added a passkey"),
        ["accounts.passkey-rename"] = new("通行密钥改名", "Renamed a passkey"),
        ["accounts.passkey-end"] = new("移除通行密钥", "Removed a passkey"),
        ["accounts.passkey-refused"] = new("拒绝通行密钥", "Refused a passkey"),
        ["accounts.grant"] = new("授予职责", "Granted a duty"),
        ["accounts.end-duty"] = new("结束职责", "Ended a duty"),
        ["accounts.bind-identity"] = new("绑定统一身份", "Bound an identity"),
        ["accounts.unbind-identity"] = new("解除统一身份绑定", "Unbound an identity"),
        ["accounts.unit"] = new("改动单位", "Changed a unit"),
        ["accounts.withdraw-unit"] = new("撤回单位", "Withdrew a unit"),
        ["accounts.issue-token"] = new("发放令牌", "Issued a token"),
        ["accounts.revoke-token"] = new("收回令牌", "Revoked a token"),
        ["notices.open-feed"] = new("生成日历订阅", "Made a calendar feed"),
        ["notices.end-feed"] = new("停止日历订阅", "Ended a calendar feed"),
        ["projects.import"] = new("导入", "Imported"),
        ["projects.record"] = new("登记", "Entered facts"),
        ["projects.correct"] = new("更正", "Corrected a fact"),
        ["projects.withdraw"] = new("撤回", "Withdrew a fact"),
        ["projects.undo"] = new("撤销一批改动", "Undid a change"),
        ["projects.report-submit"] = new("提交月报", "Submitted a monthly report"),
        ["projects.report-towncheck"] = new("属地审核月报", "Checked a monthly report for the town"),
        ["projects.report-deptcheck"] = new("部门审核月报", "Checked a monthly report for the department"),
        ["projects.report-accept"] = new("采用月报", "Accepted a monthly report"),
        ["projects.report-return"] = new("退回月报", "Returned a monthly report"),
        ["projects.evidence-add"] = new("添加佐证", "Added evidence"),
        ["projects.evidence-replace"] = new("替换佐证", "Replaced evidence"),
        ["projects.deadlines"] = new("规定填报期限", "Set the deadlines of reports"),
        ["projects.plan-submit"] = new("提交计划", "Handed in a plan"),
        ["projects.plan-check"] = new("审核计划", "Checked a plan"),
        ["projects.plan-approve"] = new("批准基线", "Approved a baseline"),
        ["projects.plan-return"] = new("退回计划", "Sent a plan back"),
        ["projects.view-save"] = new("保存常用筛选", "Saved a view"),
        ["projects.view-rename"] = new("常用筛选改名", "Renamed a view"),
        ["projects.view-remove"] = new("移除常用筛选", "Removed a view"),
        ["races.rules.add"] = new("收入规则集", "Added a rule set"),
        ["races.calendar"] = new("保存赛季日历", "Kept a season's calendar"),
        ["races.freeze"] = new("封存数据", "Froze a round's data"),
        ["races.settle"] = new("结算", "Settled a round"),
        ["races.template"] = new("保存文稿模板", "Kept a template"),
        ["races.circular-draft"] = new("拟通报", "Drafted a circular"),
        ["races.circular-issue"] = new("签发通报", "Issued a circular"),
        ["races.publish"] = new("公布", "Published a round"),
    };

    public static Phrase Searched(string until) => new($"只找到 {until} 为止，再往前还没有看。", $"Searched back to {until} only; what is older was not looked at.");

    public static Phrase SearchedOn(string until) => new($"只找到 {until} 为止，再往后还没有看。", $"Searched up to {until} only; what is newer was not looked at.");

    public static Phrase Total(long lines) => new($"台账共 {Count(lines)} 条", $"{Count(lines)} lines in the ledger");

    public static Phrase LineOf(long number) => new($"台账第 {Count(number)} 条", $"Line {Count(number)} of the ledger");

    public static Phrase More(int rows) => new($"另有 {Count(rows)} 项未列出；导出里有全部。", $"{Count(rows)} more items are not listed; an export has them all.");

    public static Phrase Retention(string? first) => first is null
        ? new("台账至少保存 12 个月；平台不删除、不改动任何一条。现在还没有记录。", "The ledger is kept at least 12 months; the platform deletes and changes nothing in it. There are no lines yet.")
        : new($"台账至少保存 12 个月；平台不删除、不改动任何一条。最早一条记于 {first}。", $"The ledger is kept at least 12 months; the platform deletes and changes nothing in it. The earliest line is of {first}.");

    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
