using Saima.Kernel.Refusals;

namespace Saima.Projects.Evidence;

/// <summary>Every way in which evidence is not taken in, beside what is wrong with a file itself.</summary>
internal static class EvidenceDeskRefusals
{
    public static Refusal NoFile { get; } = new("NO_FILE", new("没有选照片或文件。", "No photo or document was chosen."), new("选一份或几份再上传。", "Choose one or more and upload them."));

    public static Refusal OneFile { get; } = new("ONE_FILE", new("替换一份佐证只用一份文件。", "A piece of evidence is replaced by one file."), new("只选一份；其余的另行添加。", "Choose one; add the others as evidence of their own."));

    public static Refusal NoTarget(string key) => new("NO_TARGET", new($"没有写明证明什么，或者没有“{key}”这一项。", $"It is not said what the evidence proves, or there is no “{key}”."), new("在“证明什么”里选一项。", "Choose one under “What it proves”."));

    public static Refusal NoteTooLong(int most) => new("NOTE_TOO_LONG", new($"说明或理由超过 {most} 个字。", $"The note or the reason is longer than {most} characters."), new("写短一些。", "Make it shorter."));

    public static Refusal NoReason { get; } = new("REASON_MISSING", new("没有写明替换的理由，没有替换。", "It is not said why; nothing was replaced."), new("写明为什么替换。", "Say why it is replaced."));

    public static Refusal Already(string name) => new("EVIDENCE_ALREADY", new($"“{name}”已经是这一项的佐证，没有再存一份。", $"“{name}” already is evidence of this; it was not added again."), new("不用再传；要换一份，选另一个文件。", "There is nothing to do; to replace it, choose another file."));

    public static Refusal Gone { get; } = new("EVIDENCE_GONE", new("没有这份佐证。", "There is no such piece of evidence."), new("回到佐证列表再选。", "Choose it again from the list."));

    public static Refusal ReplacedMeanwhile { get; } = new("REPLACED_MEANWHILE", new("这份佐证刚被别人替换，没有写入。", "Somebody else just replaced this piece; nothing was written."), new("打开现用的一份，看过再决定。", "Open the current piece, look at it, then decide."));

    public static Refusal NotYours { get; } = new("NOT_YOUR_UNIT", new("这个项目的佐证不在您的职责之内。", "The evidence of this project is not within your duties."), new("需要的话请安全管理员授予职责。", "Have the security administrator grant the duty if you need it."));

    /// <summary>Every file that is refused, at once.</summary>
    public static Refusal Several(int files, IReadOnlyList<(string Name, Refusal Refusal)> refused) => refused.Count == 1 && files == 1 ? refused[0].Refusal : new(
        "EVIDENCE_REFUSED", new($"{files} 份中有 {refused.Count} 份不能收，一份也没有保存。", $"{refused.Count} of {files} files cannot be taken in; none was kept."), new("按说明换好后一起再传。", "Mend them as it says, then upload them all again."),
        [.. refused.Select(one => new Problem(Severity.Error, one.Refusal.Code, one.Name, null, null, null, null, one.Refusal.Message, one.Refusal.Remedy))]);
}
