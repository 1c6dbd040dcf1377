using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Seasons;

/// <summary>Every way a calendar is refused.</summary>
internal static class SeasonRefusals
{
    public static Refusal ReasonMissing { get; } = new("REASON_NEEDED", new("没有写明依据。", "It is not said what the calendar rests on."), new("填上文号或会议再试。", "Give the document or the meeting and try again."));

    public static Refusal NotSixRounds { get; } = new("NOT_SIX_ROUNDS", new("日历须有六轮，每轮各项日期都要填。", "A calendar has six rounds with all their days."), new("补齐空着的日期。", "Fill in the days that are blank."));

    public static Refusal Impossible(IReadOnlyList<Problem> problems) => new(
        "CALENDAR_IMPOSSIBLE", new($"日历有 {problems.Count} 处排不通，没有保存。", $"The calendar is impossible in {problems.Count} places and was not kept."), new("按下列各处改正。", "Correct it as told below."), problems);

    public static Refusal ChangedMeanwhile(SeasonCalendar known) => new(
        "CHANGED_MEANWHILE", new($"{known.KeptBy} 刚刚保存了第 {known.Version} 版日历，您的修改没有保存。", $"{known.KeptBy} has just kept version {known.Version} of the calendar; yours was not kept."), new("打开新的一版再改。", "Open the new version and change that."));
}
