using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Inspections;

/// <summary>Every way inspections and cases are refused.</summary>
internal static class InspectionRefusals
{
    /// <summary>Characters of a reason.</summary>
    public const int Longest = 200;

    public static Refusal NoSuchStep(Inspection one, InspectionAction action) => new(
        "NO_SUCH_STEP",
        action == InspectionAction.Drop && one.Ground == InspectionGround.Random
            ? new("抽签抽中的项目不能不查。", "A project that was drawn is not given up.")
            : new($"这项核查现在是“{InspectionWords.State(one.State).Zh}”，不能“{InspectionWords.Action(action).Zh}”。", $"This inspection is “{InspectionWords.State(one.State).En}”; “{InspectionWords.Action(action).En}” does not follow."),
        action == InspectionAction.Drop ? new("查不到的写“无法核实”和原因。", "What cannot be found out is reported as such, with the reason.") : new("重新打开页面，看它到了哪一步。", "Open the page again and see where it is."));

    public static Refusal NotYours(InspectionAction action) => new(
        "NOT_YOURS",
        new($"“{InspectionWords.Action(action).Zh}”不在您的职责里。", $"“{InspectionWords.Action(action).En}” is not among your duties."),
        action is InspectionAction.Confirm or InspectionAction.Return ? new("由项目办或统计核验的另一个人办理。", "Somebody else of the project office or the statistics does it.") : new("由项目办办理。", "The project office does it."));

    public static Refusal SamePerson { get; } = new(
        "SAME_PERSON", new("到场或报过结果的人不能复核自己的核查。", "Whoever was there or reported does not confirm their own findings."), new("请另一个人复核。", "Ask somebody else."));

    public static Refusal Gone { get; } = new("INSPECTION_GONE", new("没有这项核查，或者它不能这样办理。", "There is no such inspection, or this cannot be done with it."), new("回到核查列表看看。", "Go back to the list."));

    public static Refusal Moved { get; } = new("MOVED", new("别人刚刚办过这一步，这次没有保存。", "Somebody has just taken a step; this one was not saved."), new("重新打开页面，看过之后再办。", "Open the page again, look, and decide."));

    public static Refusal NoReason { get; } = new("NO_REASON", new("没有写明理由，或者超过 200 字。", "The reason is missing or has over 200 characters."), new("写明理由，不超过 200 字。", "Say why, with at most 200 characters."));

    public static Refusal NoPhoto { get; } = new("NO_PHOTO", new("签到要有现场照片。", "Checking in takes a photo of the place."), new("用手机拍一张，至少一张。", "Take one with the phone, one at least."));

    public static Refusal NothingFound { get; } = new("NOTHING_FOUND", new("一项结果也没有选，没有提交。", "No result is chosen; nothing was handed in."), new("至少查一项，选上结果。", "Look at one claim at least and choose its result."));

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "ENTRY_FAULTY", new($"{problems.Count} 处要改，没有保存。", $"{problems.Count} entries need mending; nothing was saved."), new("按下面的说明改好再提交。", "Mend them as it says below and send again."), problems);

    public static Refusal BadCounts(int random, int risk) => new(
        "BAD_COUNTS", new(Text($"随机 {random} 个、风险 {risk} 个，数目不对。"), Text($"{random} at random and {risk} by risk are no counts to draw.")), new("随机至少 1 个，风险可以是 0。", "Draw one at random at least; by risk there may be none."));

    public static Refusal NotFrozen(int season, int round) => new(
        "NOT_FROZEN", new(Text($"{season} 年第 {round} 轮的数据还没有封存。"), Text($"The data of round {round} of {season} are not frozen.")), new("先封存数据：核查查的是封存的数。", "Freeze them first: inspections hold the frozen data against the facts."));

    public static Refusal NoSeed(int season, int round) => new(
        "NO_SEED", new(Text($"{season} 年第 {round} 轮没有事先公布的抽签承诺，不能抽签。"), Text($"No commitment was published for round {round} of {season}; nothing can be drawn.")), new("承诺在开放填报时生成；这一轮可以指定项目核查，写明理由。", "It is made when a round is opened; in this one projects can be chosen, with a reason."));

    public static Refusal DrawnAlready(int season, int round) => new(
        "DRAWN_ALREADY", new(Text($"{season} 年第 {round} 轮已经抽过签，不能再抽。"), Text($"Round {round} of {season} has been drawn; there is no second draw.")), new("要多查，请指定项目并写明理由。", "To inspect more, choose projects and say why."));

    public static Refusal NotInRound(string project) => new(
        "NOT_IN_ROUND", new($"封存的数据里没有参加本轮的项目“{project}”。", $"No project “{project}” takes part in this round."), new("填项目编号，例如 P001。", "Give the id of a project, e.g. P001."));

    public static Refusal PlannedAlready(string project) => new(
        "PLANNED_ALREADY", new($"{project} 本轮已在核查名单里。", $"{project} is to be inspected already."), new("到名单里找它。", "Look for it in the list."));

    public static Refusal NotCorrected(InspectedClaim found, string now) => new(
        "NOT_CORRECTED", new($"登记簿里“{found.Title.Zh}”现在是“{Shown(now)}”，不是查到的“{Shown(found.Value)}”。", $"In the register “{found.Title.En}” is “{Shown(now)}” now, not “{Shown(found.Value)}” as found."), new("请责任单位按规定更正后再销项；维持原数请写明理由。", "Have the unit correct it first, or say why the figure stands."));

    public static Refusal NoSuchCaseStep(CaseState state, CaseAction action) => new(
        "NO_SUCH_STEP", new($"这件造假认定现在是“{InspectionWords.Case(state).Zh}”，不能“{InspectionWords.CaseStep(action).Zh}”。", $"This case is “{InspectionWords.Case(state).En}”; “{InspectionWords.CaseStep(action).En}” does not follow."), new("重新打开页面，看它到了哪一步。", "Open the page again and see where it is."));

    public static Refusal CaseNotYours(CaseAction action) => new(
        "NOT_YOURS", new($"“{InspectionWords.CaseStep(action).Zh}”不在您的职责里。", $"“{InspectionWords.CaseStep(action).En}” is not among your duties."),
        action == CaseAction.State ? new("由责任单位的填报员或审核员陈述。", "A reporter or checker of the unit speaks.") : action == CaseAction.Decide ? new("由领导认定。", "A leader decides.") : new("由项目办办理。", "The project office does it."));

    public static Refusal DecidesOwn { get; } = new("SAME_PERSON", new("参加过核查、复核或听取陈述的人不能认定。", "Whoever found, confirmed or heard does not decide."), new("请另一位领导认定。", "Another leader decides."));

    public static Refusal CaseText(CaseAction action, int longest) => new(
        "NO_TEXT", new($"“{InspectionWords.CaseText(action).Zh}”没有写，或者超过 {longest} 字。", $"“{InspectionWords.CaseText(action).En}” is missing or has over {longest} characters."), new("写上再提交。", "Write it and send again."));

    public static Refusal TooSoon(DateOnly first) => new(
        "TOO_SOON", new($"听取陈述的日期没有填，或者早于 {first:yyyy-MM-dd}：通知后至少隔 {MoveCase.Notice} 个工作日。", $"The day of the hearing is missing or before {Written.LongDay(first).En}: there are {MoveCase.Notice} working days of notice."), new("换一个日期。", "Choose another day."));

    public static Refusal NotYetHeard(DateOnly day) => new(
        "NOT_YET", new($"听取陈述定在 {day:yyyy-MM-dd}，还没有到。", $"The hearing is on {Written.LongDay(day).En}, which is yet to come."), new("当天或以后再记录。", "Record it on that day or later."));

    public static Refusal NoDecision { get; } = new("NO_DECISION", new("没有选认定结果。", "No decision is chosen."), new("选“认定”或“不认定”。", "Choose established or not."));

    private static string Shown(string value) => value.Length == 0 ? "—" : value;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
