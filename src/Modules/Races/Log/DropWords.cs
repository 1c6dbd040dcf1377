using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>What the page says on which a browser checks a bundle by itself. What is in braces is filled in by its script.</summary>
public static class DropWords
{
    public static Phrase Title { get; } = new("对照日志核对结果包", "Check a bundle against the log");

    public static Phrase Help { get; } = new(
        "选一个结果包，浏览器就在你的电脑上核对：它有没有被改过，是不是公布过的那一份。文件不上传，只取日志。",
        "Choose a bundle, and the browser checks on your computer whether it was altered and whether it is the one that was published. The file is not uploaded; only the log is fetched.");

    public static Phrase Choose { get; } = new("结果包（zip 文件）", "Bundle (a zip file)");

    public static Phrase Drop { get; } = new("把文件拖到这里，或点上面选择。", "Drop the file here, or choose it above.");

    public static Phrase NoScript { get; } = new("这项核对要浏览器运行脚本。没有脚本时，请用下面的命令。", "This check needs the browser's scripts. Without them, use the command below.");

    public static Phrase Stricter { get; } = new("更严格地核对", "A stricter check");

    public static Phrase Key { get; } = new("从别处得知的日志公钥", "Key of the log, known from elsewhere");

    public static Phrase KeyHint { get; } = new("不填时，第一次用日志自己给出的公钥，以后用记住的那一把。", "Left empty, the key the log states is taken the first time, and the one remembered after that.");

    public static Phrase Saved { get; } = new("以前存下的存根", "A checkpoint saved earlier");

    public static Phrase SavedHint { get; } = new("日志必须由它增长而来。这个浏览器见过的最后一份存根也会一起核对。", "The log must have grown from it. The last checkpoint this browser saw is checked as well.");

    public static Phrase Yourself { get; } = new("这里没有核对的", "What is not checked here");

    public static Phrase YourselfHelp { get; } = new(
        "这里不重新计算名次和旗。从数据和规则重算每个字节，用同一个程序：", "Ranks and flags are not computed anew here. To compute every byte anew from data and rules, use the same program:");

    public static Phrase OnServer { get; } = new("或让网站替你重算", "Or let the site compute it");

    /// <summary>The steps in their order.</summary>
    public static IReadOnlyList<(string Step, Phrase Title)> Steps { get; } =
    [
        ("file", new("算出文件的指纹", "The fingerprint of the file")),
        ("contents", new("包内每个文件与清单相符", "Every file inside is as the manifest says")),
        ("checkpoint", new("日志的存根签名正确", "The log's checkpoint is signed")),
        ("grew", new("日志没有改过以前的登记", "The log did not change its past")),
        ("entry", new("日志里有这个结果包", "The log has this bundle")),
        ("inclusion", new("登记确在签过名的日志里", "The entry is in the log that was signed")),
    ];

    /// <summary>What the script says, by name.</summary>
    public static IReadOnlyList<(string Name, Phrase Text)> Says { get; } =
    [
        ("waiting", new("正在核对", "checking")),
        ("right", new("通过", "passed")),
        ("wrong", new("不通过", "failed")),
        ("noted", new("已记住", "noted")),
        ("undone", new("没有做", "not done")),
        ("good", new("核对通过：这就是公布过的那一份，一个字节也没有改。", "Checked: this is what was published, and not a byte was altered.")),
        ("bad", new("核对不通过：看下面不通过的那一步。", "Not confirmed: see the step that failed.")),
        ("unknown", new("没有核对完：取不到日志。", "Not finished: the log cannot be fetched.")),
        ("hash", new("{hash}", "{hash}")),
        ("no-bundle", new("这不是结果包，或者文件不完整。", "This is no bundle, or the file is not whole.")),
        ("differs", new("{entry} 与清单不符，被改动过。", "{entry} is not as the manifest says: it was altered.")),
        ("contents", new("{season} 年第 {round} 轮第 {edition} 版，{count} 个文件都相符。", "Round {round} of {season}, edition {edition}; all {count} files agree.")),
        ("no-log", new("这里没有日志。", "There is no log here.")),
        ("bad-key", new("填的不是日志公钥。", "What was entered is no key of a log.")),
        ("unsigned", new("存根不是已知的公钥签的，不能相信。", "The checkpoint is not signed by a known key and cannot be believed.")),
        ("signed", new("{size} 条登记，由公钥 {key} 签名。", "{size} entries, signed by key {key}.")),
        ("signed-first", new("{size} 条登记，由公钥 {key} 签名。第一次见到这把公钥，请与从别处得知的核对。", "{size} entries, signed by key {key}. The key is seen for the first time; compare it with what you know from elsewhere.")),
        ("bad-checkpoint", new("给出的存根不是这份日志签过的。", "The checkpoint given was not signed by this log.")),
        ("other-log", new("日志换成了另一份：名称与以前见过的不同。", "This is another log: its name is not the one seen before.")),
        ("truncated", new("日志被截短：现有 {size} 条，以前见过 {older} 条。", "The log was truncated: it has {size} entries, and had {older} before.")),
        ("forked", new("日志分叉：以前见过的前 {size} 条与现在的不是同一份。", "The log forked: the first {size} entries seen before are not those of now.")),
        ("grew", new("由以前见过的 {size} 条增长而来。", "It grew from the {size} entries seen before.")),
        ("grew-first", new("这个浏览器第一次见到这份日志，没有可对照的；这次的存根已记住。", "This browser sees the log for the first time; there is nothing to compare, and the checkpoint is remembered.")),
        ("not-logged", new("日志里没有这个指纹：它没有公布过，或者被改动过。", "The log does not have this fingerprint: it was not published, or it was altered.")),
        ("other-entry", new("第 {index} 条登记的指纹相同，写的却不是这个结果包。", "Entry {index} has the fingerprint but does not speak of this bundle.")),
        ("entry", new("第 {index} 条，{at}（北京时间）公布。", "Entry {index}, published {at} Beijing time.")),
        ("superseded", new("第 {index} 条，{at}（北京时间）公布；后来被第 {edition} 版更正。", "Entry {index}, published {at} Beijing time; corrected by edition {edition} later.")),
        ("not-included", new("第 {index} 条登记不在签过名的日志里，被改动过。", "Entry {index} is not in the log that was signed: it was altered.")),
        ("included", new("用 {count} 个相邻的指纹算到了签过名的总指纹。", "The signed head was reached from {count} neighbouring hashes.")),
        ("missing", new("日志缺少 {path}。", "The log lacks {path}.")),
        ("unreachable", new("取不到日志，请检查网络后重试。", "The log cannot be fetched; check the network and try again.")),
    ];
}
