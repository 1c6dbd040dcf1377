using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>Something that must not be in a log that only ever grew.</summary>
/// <param name="Code">Which kind, for programs.</param>
public sealed record LogFault(string Code, Phrase What)
{
    public static LogFault Signature { get; } = new("SIGNATURE", new("存根不是已知的公钥签的。", "The checkpoint is not signed by a known key."));

    public static LogFault Entry(long index) => new("ENTRY_TAMPERED", Say($"第 {index} 条登记被改动过。", $"Entry {index} was tampered with."));

    public static LogFault Tile(string path) => new("TILE_TAMPERED", new($"瓦片 {path} 被改动过。", $"Tile {path} was tampered with."));

    public static LogFault Missing(string path) => new("TILE_MISSING", new($"缺少 {path}。", $"{path} is missing."));

    public static LogFault Gap(long index) => new("TRUNCATED", Say($"第 {index} 条登记不见了。", $"Entry {index} is gone."));

    public static LogFault Truncated(long size, long signed) => new("TRUNCATED", Say($"日志被截短：现有 {size} 条，以前签过 {signed} 条。", $"The log was truncated: it has {size} entries and signed {signed} before."));

    public static LogFault Forked(long size) => new("FORKED", Say($"日志分叉：以前签过的前 {size} 条与现在的不是同一份。", $"The log forked: the first {size} entries signed before are not those of now."));

    public static LogFault OtherLog(string origin, string known) => new("FORKED", new($"日志换成了另一份：原来是“{known}”，现在是“{origin}”。", $"This is another log: \"{known}\" before, \"{origin}\" now."));

    public static LogFault Head { get; } = new("FORKED", new("存根签的不是这些登记。", "The checkpoint was signed for other entries."));

    public static LogFault NotIncluded(long index) => new("ENTRY_TAMPERED", Say($"第 {index} 条登记不在存根签过的日志里。", $"Entry {index} is not in the log the checkpoint was signed for."));

    public static LogFault NotLogged { get; } = new("NOT_LOGGED", new("日志里没有这个结果包的指纹：它没有在这里公布过，或者被改动过。", "The log does not have this bundle's fingerprint: it was not published here, or it was altered."));

    public static LogFault OtherEntry(long index) => new("ENTRY_DIFFERS", Say($"第 {index} 条登记的指纹相同，写的却是另一轮。", $"Entry {index} has the fingerprint but speaks of another round."));

    public static LogFault Unlogged(int season, int round, int edition) => new(
        "UNLOGGED", Say($"{season} 年第 {round} 轮第 {edition} 版已公布，日志里没有。", $"Edition {edition} of round {round} of {season} is published and not in the log."));

    public static LogFault Bundle(int season, int round, int edition) => new(
        "BUNDLE_TAMPERED", Say($"库里 {season} 年第 {round} 轮第 {edition} 版的结果包与它的指纹不符。", $"The bundle kept of edition {edition} of round {round} of {season} is not the one of its fingerprint."));

    private static Phrase Say(FormattableString zh, FormattableString en) => new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
