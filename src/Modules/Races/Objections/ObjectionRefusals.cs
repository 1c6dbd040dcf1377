using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Objections;

/// <summary>Every way an objection, or a step of one, is refused.</summary>
internal static class ObjectionRefusals
{
    public const int LongestText = 1000;

    public static Refusal NoSuchStep(ObjectionState state, ObjectionAction action)
    {
        var (now, wanted) = (ObjectionWords.State(state), ObjectionWords.Action(action));
        return new("NO_SUCH_STEP", new($"异议现在是“{now.Zh}”，不能{wanted.Zh}。", $"The objection is {now.En}; it cannot take the step “{wanted.En}”."), new("刷新页面，看它现在到了哪一步。", "Load the page again and see where it stands."));
    }

    public static Refusal NotYours(ObjectionAction action)
    {
        var wanted = ObjectionWords.Action(action);
        return new("NOT_YOURS", new($"您没有办理“{wanted.Zh}”的职责。", $"You hold no duty for the step “{wanted.En}”."), new("提出和撤回归责任单位填报员本人，受理和裁决归项目办。", "Handing in and taking back are the unit's reporter's own; admitting and deciding are the project office's."));
    }

    public static Refusal SamePerson { get; } = new("SAME_PERSON", new("这条异议是您提出的，不能由您受理或裁决。", "You handed in this objection; you neither admit nor decide it."), new("请另一位同事办理。", "Ask somebody else to do it."));

    public static Refusal OfTheUnit { get; } = new("OF_THE_UNIT", new("您在提出异议的单位任职，不能受理或裁决它。", "You hold a duty in the unit that objects; you neither admit nor decide its objection."), new("请与这个单位无关的同事办理。", "Ask somebody who has nothing to do with the unit."));

    public static Refusal Scored { get; } = new("SCORED_IT", new("这一轮是您结算的，异议不能由您受理或裁决。", "You settled this round; you neither admit nor decide objections to it."), new("请没有参加评分的同事办理。", "Ask somebody who did not score."));

    public static Refusal Gone { get; } = new("OBJECTION_GONE", new("没有这条异议。", "There is no such objection."), new("回到异议列表再选。", "Choose it again from the list."));

    public static Refusal Moved { get; } = new("MOVED_MEANWHILE", new("这条异议刚由别人办理过，没有写入。", "Somebody else just took a step with this objection; nothing was written."), new("刷新页面，看过现在的情况再办。", "Load the page again, look at how it stands, then decide."));

    public static Refusal WindowClosed(int season, int round) => new(
        "WINDOW_CLOSED", new(Text($"{season} 年第 {round} 轮现在不在异议期。"), Text($"Objections to round {round} of {season} are not open now.")), new("异议只在异议期内提出；期满以后发现差错，向项目办书面反映，由更正版处理。", "They are handed in while the window is open; what is found later goes to the project office in writing and leads to a correcting edition."));

    public static Refusal NotInRound(string project) => new("NOT_IN_ROUND", new($"项目 {project} 没有参加这一轮。", $"Project {project} is not in this round."), new("从本单位的结果里选一个项目。", "Choose a project from your unit's results."));

    public static Refusal NoItem { get; } = new("NO_ITEM", new("没有写明对哪一项有异议，或封存的数据里没有这一项。", "It is not said what is contested, or the frozen data have no such item."), new("从列表里选一项。", "Choose one from the list."));

    public static Refusal NoStatement { get; } = new("NO_STATEMENT", new("没有写明事实和理由。", "The facts and reasons are not stated."), new(Text($"写明事实和理由，不超过 {LongestText} 个字。"), Text($"State them, with at most {LongestText} characters.")));

    public static Refusal Same { get; } = new("SAME_VALUE", new("主张的值与封存的数据相同。", "The claimed value is what the frozen data say."), new("填上认为正确的值，或选另一项。", "Give the value you hold to be right, or choose another item."));

    public static Refusal ValueMissing { get; } = new("VALUE_MISSING", new("没有填主张的值。", "The claimed value is missing."), new("填上认为正确的值。", "Give the value you hold to be right."));

    public static Refusal BadValue(string example) => new("BAD_VALUE", new("这个值读不懂。", "This value cannot be read."), new($"写成 {example} 的样子。", $"Write it like {example}."));

    public static Refusal OneOf(IEnumerable<string> zh, IEnumerable<string> en) => new(
        "BAD_VALUE", new("这个值读不懂。", "This value cannot be read."), new($"可写：{string.Join("、", zh)}。", $"Write one of: {string.Join(", ", en)}."));

    public static Refusal Already { get; } = new("OBJECTED_ALREADY", new("对这一项已经提出过异议，正在办理。", "This item is contested already, and the objection is under way."), new("打开那一条补充佐证；需要改动主张时先撤回。", "Open that one and add evidence; withdraw it to claim something else."));

    public static Refusal NoReasons { get; } = new("REASONS_MISSING", new("没有写明理由，没有办理。", "The reasons are missing; nothing was done."), new(Text($"写明理由，不超过 {LongestText} 个字；理由会公开，不写个人姓名。"), Text($"Give them, with at most {LongestText} characters; they are published, so name no persons.")));

    public static Refusal NoOutcome { get; } = new("NO_OUTCOME", new("没有选裁决结果。", "The outcome is not chosen."), new("选成立、部分成立或不成立。", "Choose upheld, partly upheld or rejected."));

    public static Refusal NothingCorrected { get; } = new("NOTHING_CORRECTED", new("按这个更正重新计算，数据没有任何变化。", "With this correction nothing in the data changes."), new("写明要更正的一项和正确的值；登记簿已先更正的，选“按登记簿现在的数据”。", "Say what is corrected and to what; where the register was corrected before, choose “as the register is now”."));

    public static Refusal Unclaimed { get; } = new("CLAIM_DIFFERS", new("“成立”就是采用主张的值；要更正为别的值，请选“部分成立”。", "“Upheld” takes the claimed value; to correct it to another one choose “partly upheld”."), new("改选“部分成立”，或采用主张的值。", "Choose “partly upheld”, or take the claimed value."));

    public static Refusal Unreadable(IReadOnlyList<Problem> problems) => new("CORRECTION_FAULTY", new("更正后的数据不合规则，没有办理。", "With the correction the data break their rules; nothing was done."), new("按说明改正。", "Mend it as it says."), problems);

    public static Refusal FactGone { get; } = new("FACT_GONE", new("登记簿里已没有这一项。", "The register no longer has this fact."), new("看看项目的变更历史。", "Look at the project's history."));

    public static Refusal DaysContradict { get; } = new("DATE_ORDER", new("更正后的日期前后矛盾：完成、入库、销号不能早于开始或提出，也不能没有开始。", "With the correction the days contradict each other: nothing is completed, included or closed before it began or was raised, or without that."), new("核对日期；需要改几个日期的，先在登记簿更正，再选“按登记簿现在的数据”。", "Check the days; where several change, correct the register first, then choose “as the register is now”."));

    public static Refusal DecidedIt { get; } = new("DECIDED_IT", new("您裁决过本轮的异议，不能重新结算本轮。", "You decided an objection to this round; you do not settle it again."), new("请评分的同事办理。", "Ask somebody who scores."));

    public static Refusal OtherUnit { get; } = new("NOT_YOUR_UNIT", new("这条异议不在您的职责之内。", "This objection is not within your duties."), new("只看得到本单位的异议。", "You see those of your own unit."));

    public static Refusal StillOpen(int count) => new("STILL_OPEN", new(Text($"还有 {count} 条异议没有裁决，不能重新封存。"), Text($"{count} objections are not decided; the data are not frozen again yet.")), new("先裁决全部异议。", "Decide all of them first."));

    public static Refusal NothingToRescore { get; } = new("NOTHING_TO_RESCORE", new("没有等待重新评分的更正。", "No correction waits for the round to be scored again."), new("裁决并更正后再办。", "Decide and correct first."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
