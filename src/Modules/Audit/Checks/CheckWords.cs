using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Ui.Figures;

namespace Saima.Modules.Audit.Checks;

/// <summary>What the page of checks says.</summary>
public static class CheckWords
{
    public static Phrase Title { get; } = new("核验台账", "Check the ledger");

    public static Phrase Help { get; } = new("重算每一条的散列和每一批的封印，并与上次核验记下的封印对照。台账越长用时越久，可以随时停止。", "Recomputes the hash of every line and the seal of every batch and holds them against the seal the last check noted. It takes longer as the ledger grows and can be stopped at any time.");

    public static Phrase Seal { get; } = new("抄在别处的封印", "Seal written down elsewhere");

    public static Phrase SealHint { get; } = new("可不填；填了就必须仍在链上", "may be empty; else it must still be in the chain");

    public static Phrase Begin { get; } = new("开始核验", "Begin the check");

    public static Phrase Stop { get; } = new("停止", "Stop");

    public static Phrase Refresh { get; } = new("刷新", "Refresh");

    public static Phrase Checks { get; } = new("历次核验", "Checks so far");

    public static Phrase None { get; } = new("还没有核验过。", "Nothing was checked yet.");

    public static Phrase Result { get; } = new("结果", "Result");

    public static Phrase Sound { get; } = new("完好", "sound");

    public static Phrase Lines { get; } = new("条数", "Lines");

    public static Phrase LastSeal { get; } = new("末尾封印", "Last seal");

    public static Phrase LastSealHelp { get; } = new("请把最近一次的末尾封印抄到平台之外，例如纸上；下次填进来，就能查出末尾被截去。", "Write the latest seal down outside the platform, on paper for one; typed in next time it shows whether the end was cut off.");

    public static Phrase Findings { get; } = new("时钟与编号", "Clock and numbers");

    public static Phrase NoFindings { get; } = new("时间没有倒走或跳走，编号没有缺口。", "The time neither goes back nor jumps, and no number is missing.");

    public static Phrase FindingsHelp { get; } = new(
        "每十分钟看一遍新的记录。时间比前一条早 15 分钟以上、静默 12 天以上、晚于现在、编号不连续，都列在这里；原因要由人查明。",
        "New lines are looked at every ten minutes. A time more than 15 minutes before the line before, a silence of more than 12 days, a time still to come and a number missing are listed here; people must find out why.");

    public static Phrase Finding { get; } = new("发现", "Finding");

    public static Phrase At { get; } = new("处", "At");

    public static Phrase See { get; } = new("查看", "See");

    public static Phrase KindOf(OddKind kind) => kind switch
    {
        OddKind.Back => new("时间倒走", "time goes back"),
        OddKind.Jump => new("长时间静默或时间跳走", "long silence or a jump of the clock"),
        OddKind.Ahead => new("时间晚于现在", "time still to come"),
        _ => new("编号有缺口", "numbers missing"),
    };

    public static Phrase Between(OddLine odd) => odd.Kind switch
    {
        OddKind.Gap => new($"第 {odd.Before} 条之后是第 {odd.Number} 条", $"after line {odd.Before} comes line {odd.Number}"),
        _ when odd.Before == 0 => new($"记于 {Moment(odd.At)}", $"of {Moment(odd.At)}"),
        _ => new($"前一条记于 {Moment(odd.BeforeAt)}，这一条记于 {Moment(odd.At)}", $"the line before is of {Moment(odd.BeforeAt)}, this one of {Moment(odd.At)}"),
    };

    public static Phrase FindingCount(long count) => new($"时钟与编号有 {AuditWords.Count(count)} 处异常。", $"Clock and numbers show {AuditWords.Count(count)} findings.");

    public static Phrase Looked(long number, string at) => new($"看到第 {AuditWords.Count(number)} 条，{at}。", $"Looked as far as line {AuditWords.Count(number)}, {at}.");

    public static Phrase Progress(long done, long total) => new($"已核 {AuditWords.Count(done)} 条，共 {AuditWords.Count(total)} 条", $"{AuditWords.Count(done)} of {AuditWords.Count(total)} lines checked");

    public static string Moment(long at) => Written.Moment(DateTimeOffset.FromUnixTimeMilliseconds(at));

    /// <summary>A moment by the clock of China, to the second, for files.</summary>
    public static string Second(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
