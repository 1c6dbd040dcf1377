using System.Globalization;
using Saima.Kernel.Personal;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Disclosures;

/// <summary>Every way a decision about showing something says no.</summary>
internal static class DisclosureRefusals
{
    public static Refusal NotYours { get; } = new(
        "NOT_YOURS", new("公开属性由项目办提出，由另一名项目办人员或者领导审查。", "The project office proposes; another of the project office or a leader reviews."), new("请有此职责的人办理。", "Ask somebody who holds that duty."));

    public static Refusal SamePerson { get; } = new(
        "SAME_PERSON", new("提出的人不能自己审查。", "Whoever proposed does not review."), new("请另一人审查。", "Ask another person to review."));

    public static Refusal UnderReview { get; } = new(
        "UNDER_REVIEW", new("已经有一份待审查。", "A proposal waits for its review already."), new("先审查它。", "Review that one first."));

    public static Refusal NothingToReview { get; } = new(
        "NOTHING_TO_REVIEW", new("没有待审查的，可能别人刚刚办过。", "Nothing waits for a review; somebody may just have done it."), new("刷新页面查看。", "Reload the page and look."));

    public static Refusal NotShown { get; } = new(
        "NOT_SHOWN", new("现在没有公开，无需撤下。", "It is not shown now; there is nothing to take down."), new("刷新页面查看。", "Reload the page and look."));

    public static Refusal Moved { get; } = new(
        "MOVED", new("别人刚刚办过，这次没有改动。", "Somebody else has just decided; nothing was changed."), new("刷新页面再看。", "Reload the page and look again."));

    public static Refusal NoBasis { get; } = new(
        "NO_BASIS", new("没有写明依据的条款或者文件，或者写得太长。", "The clause or the document it rests on is missing or too long."), new("两项都写明，各不超过 200 字。", "Name both, each within 200 characters."));

    public static Refusal NoReason { get; } = new(
        "NO_REASON", new("没有写明理由，或者写得太长。", "The reason is missing or too long."), new("写明理由，不超过 200 字。", "Say why, within 200 characters."));

    public static Refusal NoSuchClass { get; } = new(
        "NO_SUCH_CLASS", new("没有选公开属性。", "No class was chosen."), new("选主动公开、依申请公开或者不予公开。", "Choose open, on request or closed."));

    public static Refusal NoSuchDay { get; } = new(
        "NO_SUCH_DAY", new("公示截止日不是日期。", "The last day of the notice is no date."), new("写成年-月-日，或者留空。", "Write year-month-day or leave it empty."));

    public static Refusal AlreadyOver(DateOnly until) => new(
        "ALREADY_OVER",
        new(Text($"公示截止日 {until:yyyy-MM-dd} 已经过了。"), Text($"The last day of the notice, {until:yyyy-MM-dd}, is over.")),
        new("写今天或以后的日期，或者留空。", "Write today or a later day, or leave it empty."));

    public static Refusal Personal(IReadOnlyList<PersonalPlace> places) => new(
        "LOOKS_PERSONAL",
        new(Text($"要公开的内容里有 {places.Count} 处像是个人信息。"), Text($"{places.Count} places of what would be shown look personal.")),
        new("在登记簿里更正后重新封存、结算；确实不是个人信息的，写明理由再通过。", "Correct the register, freeze and settle anew; if they are not personal, say why and approve."),
        [.. places.Take(PersonalPlace.MostTold).Select(place => new Problem(
            Severity.Error, "LOOKS_PERSONAL", place.File, null, place.Row, place.Column, place.Finding.Masked,
            new(Text($"像是{PersonalData.Title(place.Finding.Kind).Zh}"), Text($"looks like a {PersonalData.Title(place.Finding.Kind).En}")),
            new("更正后重新封存。", "Correct it and freeze anew.")))]);

    public static Refusal NotClassified(int season, int round, int edition) => new(
        "NOT_CLASSIFIED",
        new(Text($"{season} 年第 {round} 轮第 {edition} 版还没有定为主动公开并通过保密审查。"), Text($"Edition {edition} of round {round} of {season} is not classified as open and reviewed.")),
        new("先在“公开属性”页提出并请另一人审查；命令行用 saima race classify。", "Propose its class on the page “Disclosure” and have another person review it; on the command line use saima race classify."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
