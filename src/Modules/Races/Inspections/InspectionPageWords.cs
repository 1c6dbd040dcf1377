using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>What the pages of one inspection and of one case say.</summary>
public static class InspectionPageWords
{
    public static Phrase Of(string project) => new($"核查：{project}", $"Inspection of {project}");

    public static Phrase Head(Inspection one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new($"{InspectionWords.Kind(one.Kind).Zh}核查 · {InspectionWords.Ground(one.Ground).Zh} · {InspectionWords.State(one.State).Zh}", $"{InspectionWords.Kind(one.Kind).En} · {InspectionWords.Ground(one.Ground).En} · {InspectionWords.State(one.State).En}");
    }

    public static Phrase Claims { get; } = new("申报与查实", "Claimed and found");

    public static Phrase Claim { get; } = new("申报项", "Claim");

    public static Phrase Claimed { get; } = new("申报", "Claimed");

    public static Phrase Found { get; } = new("查实", "Found");

    public static Phrase Result { get; } = new("结果", "Result");

    public static Phrase Statement { get; } = new("依据", "What it rests on");

    public static Phrase NotLooked { get; } = new("没有查", "not looked at");

    public static Phrase Summary { get; } = new("总的说明（可不填）", "In all, if there is more to say");

    public static Phrase Report { get; } = new("提交结果", "Hand in the findings");

    public static Phrase Reported { get; } = new("结果已提交，等另一个人复核。", "The findings are handed in; somebody else confirms them.");

    public static Phrase CheckIn { get; } = new("到场签到", "Check in");

    public static Phrase CheckInHelp { get; } = new("拍现场照片；位置由手机给出，没有就按照片里的位置。离项目多远会记下来。", "Take photos of the place; the device says where you are, or else the photos do. How far that is from the project is kept.");

    public static Phrase Photos { get; } = new("现场照片（可多选）", "Photos of the place");

    public static Phrase Longitude { get; } = new("经度", "Longitude");

    public static Phrase Latitude { get; } = new("纬度", "Latitude");

    public static Phrase Locate { get; } = new("取当前位置", "Take my position");

    public static Phrase NoPosition { get; } = new("手机没有给出位置，请检查定位权限，或者直接用照片里的位置。", "The device gave no position; allow it, or go by the photos.");

    public static Phrase Note { get; } = new("说明（可不填）", "Note, if any");

    public static Phrase CheckedIn { get; } = new("已签到。", "You are checked in.");

    public static Phrase SeePhotos { get; } = new("现场照片", "Photos of the place");

    public static Phrase Distance(int metres) => metres < 1000 ? new(Text($"离项目 {metres} 米"), Text($"{metres} m from the project")) : new(Text($"离项目 {metres / 1000m:0.0} 公里"), Text($"{metres / 1000m:0.0} km from the project"));

    public static Phrase NoDistance { get; } = new("没有位置可比", "no place to compare with");

    public static Phrase Far { get; } = new("离得较远，请核对", "far off; please look");

    public static Phrase Decide { get; } = new("复核", "Confirmation");

    public static Phrase Reason { get; } = new("理由", "Reason");

    public static Phrase Done(InspectionAction action) => action switch
    {
        InspectionAction.Confirm => new("已复核。", "Confirmed."),
        InspectionAction.Return => new("已退回重查。", "Sent back."),
        _ => new("已不再核查。", "Given up."),
    };

    public static Phrase Settle { get; } = new("销项", "Settle it");

    public static Phrase IsCorrected { get; } = new("登记簿已更正", "The register is corrected");

    public static Phrase StandsBecause { get; } = new("维持原数，因为", "It stands because");

    public static Phrase Settled { get; } = new("已销项。", "It is settled.");

    public static Phrase CorrectThere { get; } = new("到项目页更正", "Correct it on the project's page");

    public static Phrase FreezeAgain { get; } = new("更正之后要重新封存数据，本轮才按更正的数结算。", "After a correction the data are frozen again; only then does the round count it.");

    public static Phrase Steps { get; } = new("经过", "What was done");

    public static Phrase Step { get; } = new("步骤", "Step");

    public static Phrase Who { get; } = new("经办", "Who");

    public static Phrase When { get; } = new("时间", "When");

    public static Phrase Where { get; } = new("位置", "Where");

    public static Phrase CaseOf(string project) => new($"造假认定：{project}", $"Falsification case: {project}");

    public static Phrase CaseHelp { get; } = new("涉嫌造假的要先通知单位、听取陈述，由没有参加核查的领导认定。认定前不得作为结论。", "What looks made up is decided after the unit was told and heard, by a leader who took no part. Until then it is no result.");

    public static Phrase Suspicion { get; } = new("涉嫌的申报", "What looks made up");

    public static Phrase Hearing { get; } = new("听取陈述", "The hearing");

    public static Phrase HearingOn { get; } = new("日期", "Day");

    public static Phrase NoHearing { get; } = new("还没有定。", "Not called yet.");

    public static Phrase Said { get; } = new("单位的陈述", "The unit's statement");

    public static Phrase NothingSaid { get; } = new("单位还没有陈述。", "The unit has said nothing yet.");

    public static Phrase Decision { get; } = new("认定", "Decision");

    public static Phrase Established(bool established) => established ? new("认定造假", "established") : new("不认定", "not established");

    public static Phrase CountsIn(int season, int round) => new(Text($"已写入登记簿的核查结果，计入 {season} 年第 {round} 轮。"), Text($"It stands among the register's findings and counts in round {round} of {season}."));

    public static Phrase CaseMoved { get; } = new("已保存。", "Saved.");

    public static Phrase OpenCase { get; } = new("打开造假认定", "Open the case");

    public static Phrase TaskConfirm(string project) => new($"复核核查结果：{project}", $"Confirm the findings of {project}");

    public static Phrase TaskInspect(string project) => new($"核查：{project}", $"Inspect {project}");

    public static Phrase TaskSettle(string project) => new($"核查不符要销项：{project}", $"Settle what differs: {project}");

    public static Phrase TaskCase(CaseAction action, string project) => new($"{InspectionWords.CaseStep(action).Zh}：{project}", $"{(action == CaseAction.State ? "Make a statement" : action == CaseAction.Decide ? "Decide a case" : action == CaseAction.Hear ? "Record a hearing" : "Call a hearing")}: {project}");

    public static Phrase GateInspections(int open) => new(Text($"{open} 项核查没有办完"), Text($"{open} inspections are not done"));

    public static Phrase GateDeviations(int open) => new(Text($"{open} 处不符没有销项"), Text($"{open} deviations are not settled"));

    public static Phrase GateCases(int open) => new(Text($"{open} 件造假认定没有结论"), Text($"{open} falsification cases are undecided"));

    public static Phrase GateDraw { get; } = new("还没有抽签", "The inspections are not drawn");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
