using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Life;

/// <summary>Every way a move of a round is refused.</summary>
internal static class LifeRefusals
{
    public static Refusal NotYours(RoundMove move) => new(
        "NOT_YOUR_MOVE",
        new($"“{LifeWords.Move(move).Zh}”由全区项目办办理，您没有这项职责。", $"“{LifeWords.Move(move).En}” is done by the district's project office, which is not your duty."),
        new("请项目办的人办理。", "Ask somebody of the project office."));

    public static Refusal NoSuchMove(RoundPhase phase, RoundMove move) => new(
        "NO_SUCH_MOVE",
        new($"本轮处在“{LifeWords.Phase(phase).Zh}”，不能“{LifeWords.Move(move).Zh}”。", $"The round is in the phase “{LifeWords.Phase(phase).En}”, where “{LifeWords.Move(move).En}” is not possible."),
        new("打开本轮页面，看现在能办什么。", "Open the round's page and see what can be done now."));

    public static Refusal ScoredIt(RoundMove move) => new(
        "SCORER_DOES_NOT_APPROVE",
        new($"这一版由您结算，“{LifeWords.Move(move).Zh}”须由另一人办理。", $"You settled this edition; “{LifeWords.Move(move).En}” is for another person."),
        new("请项目办的另一人办理。", "Ask another person of the project office."));

    public static Refusal SubmittedIt { get; } = new(
        "SUBMITTER_DOES_NOT_SCORE",
        new("您提交过本轮的月报，不能结算本轮。", "You handed in a monthly report of this round, so you do not settle it."),
        new("请项目办的另一人结算。", "Ask another person of the project office."));

    public static Refusal NoReason(RoundMove move) => new(
        "REASON_NEEDED",
        new($"“{LifeWords.Move(move).Zh}”须写明理由。", $"“{LifeWords.Move(move).En}” needs a reason."),
        new("写明理由再试。", "Say why and try again."));

    public static Refusal MovedMeanwhile(RoundPhase phase) => new(
        "CHANGED_MEANWHILE",
        new($"本轮刚刚有人办理过，现在处在“{LifeWords.Phase(phase).Zh}”，这次没有办。", $"Somebody has just moved this round, which is now in the phase “{LifeWords.Phase(phase).En}”; nothing was done."),
        new("看过现在的情况再办。", "Look at it as it is now, then decide."));

    public static Refusal Waits(IReadOnlyList<Waiting> waiting) => new(
        "ROUND_WAITS",
        new($"本轮还在等：{string.Join('；', waiting.Select(one => one.What.Zh))}。", $"The round still waits: {string.Join("; ", waiting.Select(one => one.What.En))}."),
        new("办完这些再试。", "Try again when that is done."));

    public static Refusal RulesNotKept(string hash) => new(
        "RULES_NOT_KEPT",
        new($"日历所定的规则集（指纹 {hash[..Math.Min(12, hash.Length)]}）没有收存，不能开轮。", $"The rule set the calendar names (fingerprint {hash[..Math.Min(12, hash.Length)]}) is not kept; the round cannot be opened."),
        new("先收入规则集。", "Take the rule set in first."));

    public static Refusal OtherRules(string fixedHash) => new(
        "RULES_ARE_FIXED",
        new($"本轮的规则集在开轮时已经固定（指纹 {fixedHash[..12]}），不能用别的规则集结算。", $"The rules of this round were fixed when it was opened (fingerprint {fixedHash[..12]}); it is not settled by others."),
        new("换规则从尚未开轮的轮次起。", "Other rules begin with a round that is not open yet."));

    public static Refusal NoSuchTime { get; } = new(
        "TIME_IS_PAST",
        new("公布的时刻已经过去。", "The time of publishing is past."),
        new("填一个以后的时刻，或者立即公布。", "Give a later time, or publish at once."));

    public static Refusal NothingToPublish(int season, int round) => new(
        "NOTHING_TO_PUBLISH",
        new(string.Create(CultureInfo.InvariantCulture, $"{season} 年第 {round} 轮没有待公布的一版。"), string.Create(CultureInfo.InvariantCulture, $"Round {round} of {season} has no edition that waits to be published.")),
        new("先结算更正的一版。", "Settle a correcting edition first."));
}
