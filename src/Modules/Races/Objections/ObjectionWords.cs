using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Standings;
using Saima.Projects.Packages;
using Saima.Projects.Profile;

namespace Saima.Modules.Races.Objections;

/// <summary>What the pages of objections say.</summary>
public static class ObjectionWords
{
    public static Phrase Title { get; } = new("异议", "Objections");

    public static Phrase TitleOf(int season, int round) => new($"{season} 年第 {round} 轮的异议", $"Objections to round {round} of {season}");

    public static Phrase Help { get; } = new(
        "责任单位对预评结果所依据的数据有异议的，在异议期内逐项提出；由没有参加评分、与该单位无关的人裁决；数量和成立的异议随结果公开。",
        "A unit that holds data behind the provisional result to be wrong objects item by item while the window is open; somebody who did not score and has nothing to do with the unit decides; their number, and those upheld, are published with the result.");

    public static Phrase Add { get; } = new("提出异议", "Object");

    public static Phrase AddTitle(string project) => new($"对“{project}”提出异议", $"Object for {project}");

    public static Phrase AddHelp { get; } = new("一次只提一项。填上您认为正确的值、事实和理由，并附佐证；提交后得到收件编号。", "One item at a time. Give the value you hold to be right, the facts and the reasons, and evidence; on handing in you get a receipt with a number.");

    public static Phrase One(string number) => new($"异议 {number}", $"Objection {number}");

    public static Phrase Number { get; } = new("编号", "Number");

    public static Phrase Item { get; } = new("争议项", "Item");

    public static Phrase ItemHint { get; } = new("列出的是封存的数据和这面旗的原因；括号里是封存的值", "the frozen data and the reasons of the flag; in brackets what the frozen data say");

    public static Phrase Claimed { get; } = new("主张的值", "Claimed value");

    public static Phrase ClaimedHint { get; } = new("金额以万元计，日期写成 2023-04-30，核实与否写“是”或“否”；对旗的原因有异议时不填", "amounts in 10,000 yuan, days like 2023-04-30, verified or not as yes or no; empty for a reason of the flag");

    public static Phrase Frozen { get; } = new("封存的值", "Frozen value");

    public static Phrase Statement { get; } = new("事实和理由", "Facts and reasons");

    public static Phrase Evidence { get; } = new("佐证", "Evidence");

    public static Phrase EvidenceOnRecord { get; } = new("项目已有的佐证", "Evidence on record");

    public static Phrase EvidenceNew { get; } = new("另附照片或文件", "More photos or documents");

    public static Phrase Attach { get; } = new("补充佐证", "Add evidence");

    public static Phrase Attached(int count) => new($"已附 {count} 份佐证。", count == 1 ? "1 piece of evidence is attached." : $"{count} pieces of evidence are attached.");

    public static Phrase NoEvidence { get; } = new("没有附佐证。", "No evidence is attached.");

    public static Phrase Send { get; } = new("提交异议", "Hand it in");

    public static Phrase Sent(string number) => new($"已提交，收件编号 {number}。", $"It is handed in; the receipt is {number}.");

    public static Phrase WindowOpen(string day) => new($"异议期到 {day} 止。", $"Objections are open until {day}.");

    public static Phrase WindowShut { get; } = new("现在不在异议期。", "Objections are not open now.");

    public static Phrase Provisional { get; } = new("本单位的预评结果", "Provisional results of your unit");

    public static Phrase ProvisionalNote { get; } = new("审定和公布之前，只给本单位看，不得外传。", "Until it is approved and published it is for your unit alone; do not pass it on.");

    public static Phrase None { get; } = new("没有异议", "There are no objections");

    public static Phrase NoneFound { get; } = new("没有符合条件的异议。", "No objection matches.");

    public static Phrase NoneHelp { get; } = new("异议期内各单位提出的异议会列在这里。", "What units object to while the window is open is listed here.");

    public static Phrase StateTitle { get; } = new("状态", "State");

    public static Phrase Search { get; } = new("编号、项目名称或编号", "number, or name or id of a project");

    public static Phrase State(ObjectionState state) => state switch
    {
        ObjectionState.Submitted => new("待受理", "handed in"),
        ObjectionState.Received => new("待裁决", "admitted"),
        ObjectionState.NotAdmitted => new("不予受理", "not admitted"),
        ObjectionState.Decided => new("已裁决", "decided"),
        _ => new("已撤回", "withdrawn"),
    };

    public static Phrase Action(ObjectionAction action) => action switch
    {
        ObjectionAction.Submit => new("提交", "hand in"),
        ObjectionAction.Receive => new("受理", "admit"),
        ObjectionAction.Refuse => new("不予受理", "do not admit"),
        ObjectionAction.Decide => new("裁决", "decide"),
        _ => new("撤回", "withdraw"),
    };

    public static Phrase Outcome(ObjectionOutcome outcome) => outcome switch
    {
        ObjectionOutcome.Upheld => new("成立", "upheld"),
        ObjectionOutcome.PartlyUpheld => new("部分成立", "partly upheld"),
        _ => new("不成立", "rejected"),
    };

    /// <summary>How an objection stands, in one word.</summary>
    public static Phrase Standing(Objection objection)
    {
        ArgumentNullException.ThrowIfNull(objection);
        return objection.Outcome is { } outcome ? Outcome(outcome) : State(objection.State);
    }

    public static Phrase Did(ObjectionAction action)
    {
        var step = Action(action);
        return new(step.Zh, step.En);
    }

    /// <summary>What is contested, in the words of the register and of the rule set.</summary>
    public static Phrase ItemOf(string code, RuleSet? rules)
    {
        if (ContestedItem.Parse(code) is not { } item)
        {
            return new(code, code);
        }

        if (item.IsReason)
        {
            var title = rules?.FlagRows.FirstOrDefault(row => row.Code == item.Field) is { } row ? RuleWording.Of(row.Title) : new(item.Field, item.Field);
            return new($"旗的原因：{title.Zh}", $"Reason of the flag: {title.En}");
        }

        var (column, table) = (ProfileWords.Column(item.Table, item.Field, typed: true), item.OfTable);
        return item.Key.Length == 0 ? column : new($"{table.Zh} {item.Key}：{column.Zh}", $"{table.Name} {item.Key}: {column.En}");
    }

    /// <summary>A value as people read it.</summary>
    public static Phrase ValueOf(string code, string? value) => ContestedItem.Parse(code) is { IsReason: false } item && value is { Length: > 0 } text
        ? item.Column.Kind == CellKind.YesNo ? new(text == "true" ? "是" : "否", text == "true" ? "yes" : "no") : ProfileWords.Cell(item.Table, item.Field, text)
        : new("—", "—");

    /// <summary>What somebody has to do.</summary>
    public static Phrase Task(int season, int round, bool decide, int count) => decide
        ? new($"{season} 年第 {round} 轮：{count} 条异议待裁决", $"Round {round} of {season}: {count} objections to decide")
        : new($"{season} 年第 {round} 轮：{count} 条异议待受理", $"Round {round} of {season}: {count} objections to admit");

    public static Phrase RescoreTask(int season, int round, int count) => new($"{season} 年第 {round} 轮：{count} 条异议成立，待重新封存和评分", $"Round {round} of {season}: {count} objections upheld; freeze and score again");

    public static Phrase LookTask(int season, int round) => new($"{season} 年第 {round} 轮：看本单位的预评结果，有异议的提出", $"Round {round} of {season}: look at your unit's provisional results and object where they are wrong");

    public static Phrase FlagBefore { get; } = new("更正前的旗", "Flag before");

    public static Phrase FlagAfter { get; } = new("更正后的旗", "Flag after");

    public static Phrase Received { get; } = new("收到", "received");

    public static Phrase UnderWay { get; } = new("办理中", "under way");

    public static Phrase Corrections { get; } = new("成立并更正的", "Upheld and corrected");

    public static Phrase Was { get; } = new("原来", "Was");

    public static Phrase Is { get; } = new("更正为", "Is");

    public static Phrase Reasons { get; } = new("理由", "Reasons");

    public static Phrase WaitOpen(int count) => new($"{count} 条异议没有裁决", $"{count} objections are not decided");

    public static Phrase WaitCorrection(int count) => new($"{count} 条成立的异议没有更正或没有重新评分", $"{count} objections upheld are not corrected or not scored again");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
