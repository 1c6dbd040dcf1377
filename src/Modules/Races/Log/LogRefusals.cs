using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>Every way the log is refused, each a sentence.</summary>
internal static class LogRefusals
{
    public static Refusal Empty { get; } = new(
        "LOG_EMPTY", new("还没有公布过结果，日志是空的。", "Nothing is published yet; the log is empty."), new("公布一轮之后再来。", "Come back when a round is published."));

    public static Refusal KeyUnreadable { get; } = new(
        "LOG_KEY_UNREADABLE",
        new("日志的签名私钥读不出来：数据文件夹里的 keys 不是加密它时的那一个。", "The log's private key cannot be read: the folder keys in the data folder is not the one it was encrypted with."),
        new("从备份恢复数据文件夹里的 keys；确实找不回时用 saima log rotate --lost 换一把新钥匙并公告。", "Restore the folder keys of the data folder from a backup; if it is lost for good, saima log rotate --lost makes a new key, to be announced."));

    public static Refusal Contradicts(long size) => new(
        "LOG_CONTRADICTS",
        new($"日志与自己签过的存根（{size} 条）对不上，不能再签。", $"The log contradicts the checkpoint of {size} entries it signed; it is not signed again."),
        new("用 saima log check 找出改动的地方，从备份恢复。", "Find what was altered with saima log check, and restore a backup."));

    public static Refusal NoLog(string place) => new(
        "NOT_A_LOG", new($"“{place}”没有公开日志：取不到 checkpoint。", $"There is no log at \"{place}\": it has no checkpoint."),
        new("给出日志的网址（如 https://网站/log）或导出的文件夹。", "Name the log's address, such as https://site/log, or an exported folder."));

    public static Refusal Unreachable(string place, string why) => new(
        "LOG_UNREACHABLE", new($"取不到“{place}”：{why}", $"\"{place}\" cannot be fetched: {why}"), new("检查网络和网址后重试。", "Check the network and the address and try again."));

    public static Refusal BadPlace(string place) => new(
        "LOG_ADDRESS", new($"“{place}”不是 http(s) 网址，也不是现有的文件夹。", $"\"{place}\" is neither an http(s) address nor a folder that exists."),
        new("给出日志的网址（如 https://网站/log）或导出的文件夹。", "Name the log's address, such as https://site/log, or an exported folder."));

    public static Refusal BadKey { get; } = new(
        "LOG_KEY", new("这不是日志公钥。", "This is no key of a log."), new("公钥的样子是“名称+八位编号+字母数字串”，在公开日志页面上。", "A key looks like name+eight digits+letters; it is on the page of the log."));

    public static Refusal BadCheckpoint(string file) => new(
        "LOG_CHECKPOINT", new($"“{file}”不是这把公钥签过的存根。", $"\"{file}\" is no checkpoint signed by this key."), new("给出以前从同一日志存下的存根。", "Name a checkpoint saved from the same log earlier."));

    public static Refusal NoKey(string place) => new(
        "LOG_NO_KEY", new($"“{place}”没有给出公钥。", $"\"{place}\" states no key."), new("用 --key 给出从别处得知的公钥。", "Give the key you know from elsewhere with --key."));

    public static Refusal NotEmpty(string folder) => new(
        "LOG_FOLDER", new($"“{folder}”里的日志与本库的对不上，没有写入。", $"The log in \"{folder}\" contradicts the one of this database; nothing was written."),
        new("换一个空文件夹，或用 saima log check --from 查明原因。", "Name an empty folder, or find out why with saima log check --from."));
}
