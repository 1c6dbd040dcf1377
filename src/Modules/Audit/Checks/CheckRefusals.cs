using Saima.Kernel.Refusals;

namespace Saima.Modules.Audit.Checks;

/// <summary>Every way a check of the ledger is refused.</summary>
public static class CheckRefusals
{
    private const int SealLength = 64;
    private const int Shown = 80;

    public static Refusal Busy { get; } = new("CHECK_BUSY", new("核验正在进行。", "A check is going on."), new("请等它做完，或先停止它。", "Wait for it to end, or stop it first."));

    public static Refusal Stopped { get; } = new("CHECK_STOPPED", new("核验已停止，没有留下结果。", "The check was stopped; it left no result."), new("随时可以重新开始。", "Begin again at any time."));

    public static Refusal Failed(string why) => new("CHECK_FAILED", new($"核验没有做完：{why}", $"The check did not end: {why}"), new("请稍后重试；仍然如此时请告诉系统管理员。", "Try again later; if it stays so tell the system administrator."));

    /// <summary>What is wrong about a seal that was typed; empty for nothing.</summary>
    public static Refusal? Seal(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length == 0 || (typed.Length == SealLength && typed.All(char.IsAsciiHexDigit)))
        {
            return null;
        }

        var problem = new Problem(
            Severity.Error, "BAD_SEAL", "", null, null, "seal", typed.Length > Shown ? typed[..Shown] + "…" : typed,
            new($"封印是 {SealLength} 位的 0–9、a–f，这里有 {typed.Length} 位。", $"A seal is {SealLength} digits 0–9 and a–f; here are {typed.Length} characters."),
            new("请照抄以前核验显示的封印，或留空。", "Copy the seal an earlier check showed, or leave it empty."));
        return new("BAD_SEAL", new("封印填得不对，核验没有开始。", "The seal is not right; the check has not begun."), new("请改正后再开始。", "Correct it and begin again."), [problem]);
    }
}
