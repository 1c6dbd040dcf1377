using Saima.Kernel.Refusals;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Every way the register of rule sets says no.</summary>
internal static class RuleSetRefusals
{
    public static Refusal WhoMissing { get; } = new("WHO_MISSING", new("没有写明经办人。", "It is not said who does this."), new("填上经办人再试。", "Say who you are and try again."));

    public static Refusal NothingUploaded { get; } = new("NOTHING_UPLOADED", new("没有选择文件。", "No file was chosen."), new("选择一个规则集文件（JSON）再试。", "Choose a rule set document (JSON) and try again."));

    public static Refusal TooLarge { get; } = new(
        "RULES_TOO_LARGE", new("文件超过 4 MiB，没有收下。", "The file is larger than 4 MiB and was not taken."), new("规则集只需几十 KB，请检查是不是选错了文件。", "A rule set needs some tens of kilobytes; check whether it is the right file."));

    public static Refusal Busy { get; } = new("BUSY", new("正有两次试算在进行。", "Two trials are running already."), new("等其中一次结束或取消后再试。", "Wait until one of them ends, or cancel it."));

    public static Refusal Stopped { get; } = new("STOPPED", new("试算已取消。", "The trial was cancelled."), new("需要时重新开始。", "Begin again when needed."));

    public static Refusal Failed(string fault) => new("TRIAL_FAILED", new($"试算没有完成：{fault}", $"The trial did not finish: {fault}"), new("请再试一次；仍不成功请联系管理员。", "Try again; if it fails again, tell the administrator."));

    public static Refusal AlreadyKept(ShelvedRuleSet known) => new(
        "RULES_ALREADY_KEPT",
        known.KeptAt is { } at
            ? new($"这份规则集已经在册：{Name(known)}，{known.KeptBy} 于 {Written.Moment(at)} 收入。没有再收一份。", $"This rule set is kept already: {Name(known)}, taken in by {known.KeptBy} on {Written.Moment(at)}. It was not kept twice.")
            : new($"这份规则集已经在册：{Name(known)}。没有再收一份。", $"This rule set is kept already: {Name(known)}. It was not kept twice."),
        new("直接查看在册的那一份；如果要改，先改内容并把 version 加 1。", "Read the one that is kept; to change it, change the content and raise its version."));

    public static Refusal VersionTaken(RuleSetDocument document, int next) => new(
        "RULES_VERSION_TAKEN",
        new($"{document.Code} 第 {document.Version} 版已经在册，内容与这份不同；在册的规则集不改写。", $"Version {document.Version} of {document.Code} is kept with another content, and what is kept is never rewritten."),
        new($"把 version 改为 {next}，并在 supersedes 写明它替代哪一版。", $"Make its version {next} and say in supersedes which one it replaces."));

    public static Refusal Unknown(string hash) => new(
        "RULES_UNKNOWN", new($"没有指纹为 {hash} 的规则集。", $"No rule set has the fingerprint {hash}."), new("用 saima rules list 查看在册的规则集，写指纹或它的前几位（至少 6 位）。", "See saima rules list; give the fingerprint or how it begins (6 digits at least)."));

    private static string Name(ShelvedRuleSet rules) => $"{rules.Document.Code} v{rules.Document.Version}";
}
