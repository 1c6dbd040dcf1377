using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Units;

/// <summary>What the tree of units says.</summary>
public static class UnitWords
{
    public static Phrase Units { get; } = new("单位", "Units");

    public static Phrase Help { get; } = new(
        "登记簿里的单位自动在列，直属全区。企业等其他单位在这里添加，放到部门、平台或镇街之下；职责对本单位和下级单位都有效。",
        "Units of the register are here by themselves, directly below the district. Enterprises and others are added here, below a department, a platform or a town; a duty holds for its unit and for all below.");

    public static Phrase Add { get; } = new("添加单位", "Add a unit");

    public static Phrase Edit(string name) => new($"修改{name}", $"Edit {name}");

    public static Phrase Code { get; } = new("代码", "Code");

    public static Phrase CodeHint { get; } = new("与登记簿共用；企业可用统一社会信用代码", "shared with the register; the social credit code will do for an enterprise");

    public static Phrase Name { get; } = new("名称", "Name");

    public static Phrase Kind { get; } = new("类别", "Kind");

    public static Phrase Parent { get; } = new("上级", "Above it");

    public static Phrase People { get; } = new("职责", "Duties");

    public static Phrase Reason { get; } = new("依据", "Ground");

    public static Phrase Save { get; } = new("保存", "Save");

    public static Phrase Saved(string name) => new($"{name}已保存。", $"{name} is saved.");

    public static Phrase Withdraw { get; } = new("撤回", "Withdraw");

    public static Phrase WithdrawHelp { get; } = new("有下级单位或有人任职时不能撤回；登记簿里的单位撤回后仍直属全区。", "Not while units lie below it or duties are held in it; a unit of the register stays, directly below the district.");

    public static Phrase Withdrawn(string name) => new($"{name}已撤回。", $"{name} is withdrawn.");

    public static Phrase OfRegister { get; } = new("来自登记簿", "from the register");

    public static Phrase SearchHint { get; } = new("名称、代码或拼音首字母", "name, code or pinyin initials");

    public static Phrase None { get; } = new("没有符合条件的单位。", "No unit fits.");

    public static Phrase TitleOf(UnitKind kind) => kind switch
    {
        UnitKind.Department => new("部门", "department"),
        UnitKind.Platform => new("平台", "platform"),
        UnitKind.Town => new("镇街", "town"),
        _ => new("企业", "enterprise"),
    };
}
