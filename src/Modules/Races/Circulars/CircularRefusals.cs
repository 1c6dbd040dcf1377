using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <summary>Every way templates and circulars say no.</summary>
internal static class CircularRefusals
{
    public static Refusal NotYours { get; } = new("NOT_YOURS", new("只有项目办可以拟稿。", "Only the project office drafts circulars."), new("请项目办拟稿。", "Ask the project office to draft it."));

    public static Refusal NoDraft { get; } = new("NO_DRAFT", new("没有这份草稿。", "There is no such draft."), new("先拟一份草稿。", "Draft a circular first."));

    public static Refusal SamePerson { get; } = new(
        "SAME_PERSON", new("拟稿人不能签发自己拟的通报。", "Who drafted a circular cannot issue it."), new("请另一位同事签发。", "Ask a colleague to issue it."));

    public static Refusal DayMissing { get; } = new("DAY_MISSING", new("没有填成文日期。", "The date is missing."), new("填上成文日期再签发。", "Give the date and issue it again."));

    public static Refusal OldEdition { get; } = new(
        "OLD_EDITION", new("本轮已经结算出新的一版，这份草稿说的是旧版，不能签发。", "The round has been settled anew; this draft speaks of the old edition and cannot be issued."), new("按新的一版重新拟稿。", "Draft a circular of the new edition."));

    public static Refusal BasisMissing { get; } = new(
        "BASIS_MISSING", new("没有填依据文号或起用日期。", "The document number or the first day is missing."), new("写明依据（至多 60 字）和起用日期。", "Say what it rests on (at most 60 characters) and from what day."));

    public static Refusal PeriodBackwards { get; } = new("PERIOD_BACKWARDS", new("停用日期早于起用日期。", "The last day is before the first."), new("改正日期。", "Correct the dates."));

    public static Refusal NotMade { get; } = new("NOT_MADE", new("一页通没有生成。", "The briefs were not made."), new("请再试一次；仍不成功请联系管理员。", "Try again; if it fails again, tell the administrator."));

    public static Refusal Busy { get; } = new("BUSY", new("已有两批一页通正在生成。", "Two batches of briefs are being made already."), new("等其中一批结束或取消后再试。", "Wait until one of them ends, or cancel it."));

    public static Refusal AlreadyIssued(string number) => new(
        "ALREADY_ISSUED", new($"本版的通报已经签发：{number}。", $"The circular of this edition is issued already: {number}."), new("已签发的通报不能改；有更正时结算新的一版，再拟新的通报。", "What is issued is not changed; a correction is a new edition with a circular of its own."));

    public static Refusal NumberForm(string number) => new(
        "NUMBER_FORM", new($"文号“{number}”不合格式。", $"“{number}” is not a document number."), new("写成“机关代字〔年份〕序号号”，例如 示项办〔2024〕12号；括号用六角括号。", "Write it as issuer〔year〕number号, e.g. 示项办〔2024〕12号, in these brackets."));

    public static Refusal NumberTaken(string number) => new("NUMBER_TAKEN", new($"文号 {number} 已经用过。", $"The number {number} is taken."), new("换一个文号。", "Give another number."));

    public static Refusal DayTooEarly(DateOnly cutOff) => new(
        "DAY_TOO_EARLY",
        new($"成文日期早于数据截止日 {PaperText.Day(cutOff)}。", string.Create(CultureInfo.InvariantCulture, $"The date is before the cut-off, {cutOff:yyyy-MM-dd}.")),
        new("改正成文日期。", "Correct the date."));

    public static Refusal TemplateMoved(ShelvedTemplate latest) => new(
        "TEMPLATE_MOVED", new($"{latest.KeptBy} 刚刚保存了第 {latest.Version} 版，您改的是更早的一版，没有保存。", $"{latest.KeptBy} has just kept version {latest.Version}; you edited an earlier one, and it was not kept."), new("在新的一版上改。", "Edit the new version."));

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "TEMPLATE_FAULTY", new($"模板有 {problems.Count} 处错误。", $"The template has {problems.Count} faults."), new("按行、列改正后再试。", "Mend them by line and column and try again."), problems);

    public static Problem At(TemplateSection section, int line, int column, string? value, Phrase message, Phrase remedy) => new(
        Severity.Error, "TEMPLATE", section.Label.In(CultureInfo.CurrentUICulture), null, line, Column(column).In(CultureInfo.CurrentUICulture), value, message, remedy);

    /// <summary>A fault of writing, in the words of who writes text; the library's own sentence stays for English.</summary>
    public static Problem Syntax(TemplateSection section, int line, int column, string value, string said) => At(
        section, line, column, value,
        new(said.Contains("<end>", StringComparison.Ordinal) ? "if 或 for 后面少了 end" : said.Contains("for statement", StringComparison.Ordinal) ? "for 没有写完整" : said.Contains("if statement", StringComparison.Ordinal) ? "if 没有写完整" : "花括号里的写法不对", said),
        new("写成 {{ 字段 }}、{{ if 条件 }}…{{ end }} 或 {{ for 项 in 列表 }}…{{ end }}", "Write {{ field }}, {{ if condition }}…{{ end }} or {{ for entry in list }}…{{ end }}"));

    private static Phrase Column(int column) => new($"第 {column} 字", $"character {column}");
}
