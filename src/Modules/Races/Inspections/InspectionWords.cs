using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Inspections;

/// <summary>What the pages of inspections say.</summary>
public static class InspectionWords
{
    public static Phrase Title { get; } = new("核查", "Inspections");

    public static Phrase TitleOf(int season, int round) => new(Text($"{season} 年第 {round} 轮核查"), Text($"Inspections of round {round} of {season}"));

    public static Phrase Help { get; } = new(
        "随机抽中的到现场，风险较高的先查资料。查到的由另一个人复核；不符的请单位更正，涉嫌造假的听取陈述后认定。", "What chance drew is inspected on the spot, what shows signs of risk by documents. Another person confirms; units correct what differs, and what looks made up is decided after a hearing.");

    public static Phrase Draw { get; } = new("抽签", "The draw");

    public static Phrase DrawOf(int season, int round) => new(Text($"{season} 年第 {round} 轮核查抽签"), Text($"Draw of the inspections of round {round} of {season}"));

    public static Phrase DrawHelp { get; } = new("开放填报时先公布密数的指纹，封存后才公布密数；种子由密数和封存数据的指纹合成，谁也不能挑项目。", "The hash of a secret is published when the round opens, the secret only after the data are frozen; the seed mixes both, so that nobody chooses projects.");

    public static Phrase NoCommitment { get; } = new("这一轮没有抽签承诺。", "There is no commitment for this round.");

    public static Phrase Commitment { get; } = new("承诺（密数的指纹）", "Commitment (hash of the secret)");

    public static Phrase Secret { get; } = new("密数", "Secret");

    public static Phrase Frozen { get; } = new("封存数据的指纹", "Fingerprint of the frozen data");

    public static Phrase Seed { get; } = new("种子", "Seed");

    public static Phrase Frame { get; } = new("抽样框（参加本轮的项目）", "Frame (projects in the round)");

    public static Phrase NotDrawn { get; } = new("封存数据后抽签。", "Drawn once the data are frozen.");

    public static Phrase RandomCount { get; } = new("随机抽取（现场）", "At random, on the spot");

    public static Phrase RiskCount { get; } = new("风险较高（书面）", "By risk, by documents");

    public static Phrase DrawNow { get; } = new("抽签", "Draw");

    public static Phrase Drawn(int planned) => new(Text($"已抽签，列入核查 {planned} 个。"), Text($"Drawn: {planned} inspections are planned."));

    public static Phrase HowToCheck { get; } = new("自己算一遍", "Draw it again yourself");

    public static Phrase Formula { get; } = new(
        "种子是“密数:指纹”的散列；每个项目的签号是“种子,项目编号”的散列；签号最小的几个就是抽中的。散列一律用 SHA-256，写成小写十六进制。", "The seed is the hash of “secret:fingerprint”; a project's ticket is the hash of “seed,id”; the smallest tickets are drawn. Hashes are SHA-256 in lower-case hexadecimal.");

    public static Phrase DrawnProjects { get; } = new("抽中的项目", "Projects drawn");

    public static Phrase Ticket { get; } = new("签号", "Ticket");

    public static Phrase AfterPublication { get; } = new("密数和抽中的项目在本轮公布后公开。", "The secret and the projects are published with the round.");

    public static Phrase Choose { get; } = new("指定一个项目", "Choose a project");

    public static Phrase Project { get; } = new("项目编号", "Project id");

    public static Phrase Why { get; } = new("为什么查", "Why");

    public static Phrase Add { get; } = new("列入核查", "Plan it");

    public static Phrase Added { get; } = new("已列入核查。", "It is planned.");

    public static Phrase None { get; } = new("还没有核查", "No inspections yet");

    public static Phrase NoneHelp { get; } = new("封存数据后抽签，或者指定项目。", "Draw once the data are frozen, or choose a project.");

    public static Phrase NothingFits { get; } = new("没有符合条件的核查", "No inspection meets the conditions");

    public static Phrase Count(int count) => new(Text($"{count} 项核查"), Text($"{count} inspections"));

    public static Phrase KindTitle { get; } = new("方式", "How");

    public static Phrase GroundTitle { get; } = new("来由", "Ground");

    public static Phrase StateTitle { get; } = new("进度", "State");

    public static Phrase Deviations { get; } = new("不符", "Deviations");

    public static Phrase Search { get; } = new("项目", "Project");

    public static Phrase Kind(InspectionKind kind) => kind == InspectionKind.Site ? new("现场", "on the spot") : new("书面", "by documents");

    public static Phrase Ground(InspectionGround ground) => ground switch
    {
        InspectionGround.Random => new("随机抽取", "drawn"),
        InspectionGround.Risk => new("风险", "risk"),
        _ => new("指定", "chosen"),
    };

    public static Phrase State(InspectionState state) => state switch
    {
        InspectionState.Planned => new("待核查", "planned"),
        InspectionState.Visited => new("已到场", "visited"),
        InspectionState.Reported => new("待复核", "to be confirmed"),
        InspectionState.Confirmed => new("已复核", "confirmed"),
        _ => new("不再核查", "given up"),
    };

    public static Phrase Action(InspectionAction action) => action switch
    {
        InspectionAction.CheckIn => new("签到", "check in"),
        InspectionAction.Report => new("提交结果", "hand in the findings"),
        InspectionAction.Return => new("退回重查", "send back"),
        InspectionAction.Confirm => new("复核通过", "confirm"),
        _ => new("不再核查", "give up"),
    };

    public static Phrase Result(FindingResult result) => result switch
    {
        FindingResult.Consistent => new("属实", "as claimed"),
        FindingResult.Deviation => new("不符", "differs"),
        FindingResult.Suspicion => new("涉嫌造假", "looks made up"),
        _ => new("无法核实", "cannot be found out"),
    };

    public static Phrase Settlement(FindingSettlement settlement) => settlement switch
    {
        FindingSettlement.Open => new("未销", "open"),
        FindingSettlement.Corrected => new("已更正", "corrected"),
        _ => new("维持原数", "stands"),
    };

    public static Phrase Case(CaseState state) => state switch
    {
        CaseState.Opened => new("已立案", "opened"),
        CaseState.Notified => new("已通知", "notified"),
        CaseState.Heard => new("已听取陈述", "heard"),
        _ => new("已认定", "decided"),
    };

    public static Phrase CaseStep(CaseAction action) => action switch
    {
        CaseAction.Notify => new("通知听取陈述", "call the hearing"),
        CaseAction.State => new("陈述", "make a statement"),
        CaseAction.Hear => new("记录听取陈述", "record the hearing"),
        _ => new("认定", "decide"),
    };

    public static Phrase CaseText(CaseAction action) => action switch
    {
        CaseAction.Notify => new("地点", "Place"),
        CaseAction.State => new("单位的陈述", "The unit's statement"),
        CaseAction.Hear => new("记录（到场人、所述）", "Record: who was there, what was said"),
        _ => new("理由", "Reasons"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
