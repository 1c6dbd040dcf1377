using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;
using Saima.Ui.Figures;

namespace Saima.Projects.Editing;

/// <summary>Every way an edit is refused.</summary>
internal static class EditRefusals
{
    public const string Conflict = "CHANGED_MEANWHILE";

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "ENTRY_FAULTY",
        new($"有 {problems.Count} 处要改，还没有保存。", $"{problems.Count} fields need mending; nothing was saved."),
        new("按各项下面的说明改正后再保存。", "Mend them as it says below each and save again."), problems);

    public static Refusal Taken(string project, string name) => new(
        "PROJECT_EXISTS",
        new($"编号 {project} 已经是“{name}”。", $"{project} is “{name}” already."),
        new("换一个编号，或去修改那个项目。", "Take another id, or edit that project."),
        [new(Severity.Error, "PROJECT_EXISTS", "", null, null, "id", project, new($"编号 {project} 已经是“{name}”。", $"{project} is “{name}” already."), new("换一个编号。", "Take another id."))]);

    public static Refusal WhyMissing { get; } = new("WHY_MISSING", new("没有写明理由，没有撤销。", "It is not said why; nothing was undone."), new("写明为什么撤销，不超过 200 个字。", "Say why, with at most 200 characters."));

    public static Refusal Gone(string project) => new(
        "PROJECT_GONE",
        new($"登记簿里已没有 {project}，可能刚被撤回。", $"The register no longer has {project}; it may have been taken back just now."),
        new("到项目库里看看变更。", "Look at the changes in the register."));

    public static Refusal NotYours { get; } = new(
        "NOT_YOUR_UNIT", new("这个项目不归您的单位负责，没有保存。", "This project is not in the charge of your unit; nothing was saved."), new("请负责单位的填报员或项目办办理。", "Ask a reporter of the unit in charge, or the project office."));

    public static Refusal FactTaken(Phrase kind, string field, string key) => new(
        "FACT_EXISTS",
        new($"已经有{kind.Zh}“{key}”，没有保存。", $"There is a {kind.En} “{key}” already; nothing was saved."),
        new("去更正已有的那一条，或换一个。", "Correct the one that is there, or choose another."),
        [new(Severity.Error, "FACT_EXISTS", "", null, null, field, key, new($"已经有{kind.Zh}“{key}”。", $"There is a {kind.En} “{key}” already."), new("换一个，或去更正已有的那一条。", "Choose another, or correct the one that is there."))]);

    public static Refusal FactGone(Phrase kind, string key) => new(
        "FACT_GONE",
        new($"{kind.Zh}“{key}”已经没有了，可能刚被撤回。", $"The {kind.En} “{key}” is no longer there; it may have been withdrawn just now."),
        new("看看变更，需要时重新登记。", "Look at the changes; add it again if it is needed."));

    public static Refusal UnitInUse(string unit, int projects) => new(
        "UNIT_IN_USE",
        new($"还有 {projects} 个项目由单位 {unit} 负责，没有撤回。", $"{projects} projects are still in the charge of {unit}; it was not withdrawn."),
        new("先把这些项目改到别的单位。", "Move those projects to another unit first."));

    public static Refusal WithdrawalUnexplained { get; } = new(
        "WHO_MISSING", new("没有写明经办人和理由，没有撤回。", "It is not said who withdraws and why; nothing was withdrawn."), new("两项都填上，各不超过 200 个字。", "Fill in both, with at most 200 characters each."));

    /// <summary>Somebody else saved in between.</summary>
    /// <param name="current">The version that is current now, on which a second attempt is based.</param>
    public static Refusal ChangedMeanwhile(long current, RegisterChange change, IEnumerable<Problem> differences)
    {
        var at = Written.Moment(change.At);
        return new(
            Conflict,
            new($"您打开以后，{change.By} 在 {at} 改过这个项目，您的修改还没有保存。", $"{change.By} changed this project at {at}, after you opened it; your edit is not saved."),
            new("看过下面的改动后，再按一次保存就以您填的为准；或者放弃您的修改。", "Look at what changed below; saving once more keeps what you typed, or drop your edit."),
            [new(Severity.Warning, Conflict, "", null, null, "version", current.ToString(CultureInfo.InvariantCulture), new("", ""), new("", "")), .. differences]);
    }
}
