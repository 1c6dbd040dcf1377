using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Rounds;

/// <summary>Every way the settling of a round says no.</summary>
internal static class RoundRefusals
{
    public static Refusal NoSuchRound(int round) => new(
        "NO_SUCH_ROUND",
        new(Text($"一个年度有 6 轮，没有第 {round} 轮。"), Text($"A season has six rounds; there is no round {round}.")),
        new("用 --round 1 至 --round 6。", "Use --round 1 to --round 6."));

    public static Refusal PreviousMissing(int season, int round) => new(
        "PREVIOUS_NOT_SETTLED",
        new(Text($"{season} 年第 {round} 轮还没有结算，第 {round + 1} 轮要与它比较。"), Text($"Round {round} of {season} is not settled; round {round + 1} is compared with it.")),
        new(
            Text($"先结算第 {round} 轮；如果本轮就是第一次赛马，加 --first。"),
            Text($"Settle round {round} first; if this is the first round ever raced, add --first.")));

    public static Refusal ReasonNeeded(int season, int round, int edition) => new(
        "REASON_NEEDED",
        new(
            Text($"{season} 年第 {round} 轮第 {edition} 版已经公布，按现有数据结算的结果与它不同。"),
            Text($"Edition {edition} of round {round} of {season} is published, and what is settled from the data now differs from it.")),
        new("要作为更正版结算，请用 --reason 写明理由。", "To settle a correcting edition, say why with --reason."));

    public static Refusal NotSettled(int season, int round) => new(
        "NOT_SETTLED",
        new(Text($"{season} 年第 {round} 轮还没有结算。"), Text($"Round {round} of {season} is not settled.")),
        new(Text($"用 saima race run --season {season} --round {round} 结算。"), Text($"Settle it with saima race run --season {season} --round {round}.")));

    public static Refusal NotWhatWasSeen(int season, int round, int edition) => new(
        "NOT_WHAT_WAS_SEEN",
        new(Text($"{season} 年第 {round} 轮刚刚又结算为第 {edition} 版，不是您看过的那一版，没有公布。"), Text($"Round {round} of {season} has just been settled as edition {edition}, which is not the one you looked at; nothing was published.")),
        new("先查看新的一版。", "Look at the new edition first."));

    public static Refusal TooEarlyToFreeze(int season, int round, DateOnly cutOff) => new(
        "TOO_EARLY_TO_FREEZE",
        new(Text($"{season} 年第 {round} 轮的截止日是 {cutOff:yyyy-MM-dd}，还没有过，不能封存。"), Text($"The cut-off of round {round} of {season} is {cutOff:yyyy-MM-dd}, which is not over; its data cannot be frozen yet.")),
        new("截止日过后再封存。", "Freeze the data after the cut-off."));

    public static Refusal ReasonToFreezeAgain(int season, int round, int? version) => new(
        "REASON_NEEDED",
        version is { } known
            ? new(Text($"{season} 年第 {round} 轮的数据已经封存（第 {known} 版），登记簿现在与它不同。"), Text($"The data of round {round} of {season} are frozen (version {known}), and the register differs from them now."))
            : new(Text($"{season} 年第 {round} 轮已经公布，再封存数据是为了更正。"), Text($"Round {round} of {season} is published; freezing its data anew is for a correction.")),
        new("写明重新封存的理由。", "Say why they are frozen again."));

    public static Refusal WhoMissing { get; } = new(
        "WHO_MISSING", new("没有写明经办人。", "It is not said who does this."), new("填上经办人再试。", "Say who you are and try again."));

    public static Refusal Busy() => new(
        "BUSY",
        new("同一轮正在被反复结算，这次没有结算。", "The same round keeps being settled by others; nothing was settled."),
        new("稍后再试。", "Try again later."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
