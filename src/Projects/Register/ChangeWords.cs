using Saima.Kernel.Refusals;
using Saima.Projects.Profile;

namespace Saima.Projects.Register;

/// <summary>What the pages of changes say.</summary>
public static class ChangeWords
{
    public static Phrase Desk { get; } = new("变更", "Changes");

    public static Phrase Help { get; } = new("登记簿的每一次变更：谁、何时、为什么、改了多少；任何一次都可以作为更正撤销。", "Every change of the register: who, when, why and how much; each can be undone as a correction.");

    public static Phrase Title(long id) => new(FormattableString.Invariant($"变更 {id}"), FormattableString.Invariant($"Change {id}"));

    public static Phrase Number { get; } = new("号", "No.");

    public static Phrase Kind { get; } = new("变更", "Change");

    public static Phrase At { get; } = new("时间", "Time");

    public static Phrase By { get; } = new("经办人", "By");

    public static Phrase Why { get; } = new("理由", "Reason");

    public static Phrase Source { get; } = new("来源", "Source");

    public static Phrase Added { get; } = new("新增", "New");

    public static Phrase Corrected { get; } = new("更正", "Corrected");

    public static Phrase Withdrawn { get; } = new("撤回", "Withdrawn");

    public static Phrase Empty { get; } = new("登记簿还没有变更。", "The register has no changes yet.");

    public static Phrase Undoes(long id) => new(FormattableString.Invariant($"撤销变更 {id}"), FormattableString.Invariant($"undoes change {id}"));

    public static Phrase UndoneBy(long id) => new(FormattableString.Invariant($"已被变更 {id} 撤销。"), FormattableString.Invariant($"Undone by change {id}."));

    public static Phrase Undo { get; } = new("撤销这次变更", "Undo this change");

    public static Phrase UndoOffice { get; } = new("撤销由项目办办理。", "The project office undoes changes.");

    public static Phrase UndoHelp { get; } = new(
        "撤销是一次新的更正：原来的版本恢复，新增的撤回，什么也不删除；撤销本身也可以再撤销。",
        "Undoing is a new correction: earlier versions return, what was added is withdrawn, nothing is deleted; the undo can be undone in turn.");

    public static Phrase Undone { get; } = new("已撤销，这是撤销所记的变更。", "Undone; this is the change that records it.");

    public static Phrase Of(string table, long versions, int shown) => versions > shown
        ? new($"{ProfileWords.Table(table).Zh}（{versions:#,0} 条，列出前 {shown} 条）", $"{ProfileWords.Table(table).En} ({versions:#,0}, the first {shown} are listed)")
        : new($"{ProfileWords.Table(table).Zh}（{versions:#,0} 条）", $"{ProfileWords.Table(table).En} ({versions:#,0})");

    public static Phrase New { get; } = new("新增", "new");

    public static Phrase TakenBack { get; } = new("撤回", "withdrawn");

    public static Phrase Same { get; } = new("恢复", "restored");
}
