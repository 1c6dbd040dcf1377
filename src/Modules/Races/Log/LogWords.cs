using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>What the page of the log and its commands say.</summary>
public static class LogWords
{
    public static Phrase Title { get; } = new("公开日志", "Publication log");

    public static Phrase Help { get; } = new(
        "每公布一版结果，它的指纹就在这里登记一条。日志只增不改：改动、抽换或截短任何一条，签名和证明都会对不上。",
        "Every published edition is entered here by its fingerprint. The log only grows: if an entry were altered, exchanged or cut off, signatures and proofs would no longer fit.");

    public static Phrase Nothing { get; } = new("还没有登记", "No entries yet");

    public static Phrase NothingHelp { get; } = new("公布第一轮结果时，这里会有第一条登记和日志的公钥。", "When the first round is published, its entry and the log's key appear here.");

    public static Phrase Entries { get; } = new("登记", "Entries");

    public static Phrase Index { get; } = new("序号", "No.");

    public static Phrase Edition { get; } = new("公布的结果", "Published result");

    public static Phrase PublishedAt { get; } = new("公布时间", "Published");

    public static Phrase Fingerprint { get; } = new("结果包指纹", "Fingerprint of the bundle");

    public static Phrase Corrects { get; } = new("更正", "Corrects");

    public static Phrase CorrectsEntry(long index) => Say($"第 {index} 条", $"entry {index}");

    public static Phrase CorrectsOther { get; } = new("未公布的一版", "an unpublished edition");

    public static Phrase Count(long entries) => Say($"共 {entries} 条，新的在前", $"{entries} entries, the newest first");

    public static Phrase CheckpointTitle { get; } = new("签名存根", "Signed checkpoint");

    public static Phrase CheckpointHelp { get; } = new(
        "存根写着日志有多少条、它们的总指纹，并由下面的公钥签名。存一份在自己手里：日志以后要是变了样，拿它一对就知道。",
        "The checkpoint states how many entries the log has and the head of their tree, signed by the key below. Keep a copy: should the log ever change its past, your copy shows it.");

    public static Phrase SaveCheckpoint { get; } = new("存下存根", "Save the checkpoint");

    public static Phrase Keys { get; } = new("日志公钥", "Keys of the log");

    public static Phrase KeysHelp { get; } = new(
        "请把公钥与从别处得知的（公告、报纸、镜像网站）对一对；只看这个网页，等于让它自己证明自己。",
        "Compare the key with what you know from elsewhere, such as a notice, a newspaper or a mirror: this page alone vouches for itself.");

    public static Phrase KeySince(string since) => new($"{since} 起签名", $"signs since {since}");

    public static Phrase KeyUntil(string since, string until) => new($"{since} 至 {until} 签名，已停用", $"signed from {since} to {until}, ended");

    public static Phrase How { get; } = new("怎样核对", "How to check");

    public static Phrase HowBrowser { get; } = new("在浏览器里核对一个结果包", "Check a bundle in the browser");

    public static Phrase HowBrowserHelp { get; } = new("文件不离开你的电脑，算的都在浏览器里。", "The file stays on your computer; everything is computed in the browser.");

    public static Phrase HowCommand { get; } = new("在自己的电脑上从头复算，并与日志核对：", "Compute the result anew on your own computer and check it against the log:");

    public static Phrase HowMirror { get; } = new("日志是静态文件，谁都可以整份取走、发布镜像，并随时检查：", "The log is made of static files: anybody may take all of it, publish a mirror, and check it at any time:");

    public static Phrase HowFormat { get; } = new("格式是公开标准：", "The format is an open standard: ");

    public static Phrase Link { get; } = new("公开日志：每次公布都有登记", "Publication log: every publication is entered");

    internal static Phrase Signed(long size, string key) => Say($"存根（{size} 条）由公钥 {key} 签名，签名正确。", $"The checkpoint of {size} entries is signed by key {key}; the signature is right.");

    internal static Phrase Grew(long size) => Say($"日志由以前见过的 {size} 条增长而来，没有改过。", $"The log grew from the {size} entries seen before; none was changed.");

    internal static Phrase Included(long index) => Say($"结果包登记在第 {index} 条，包含证明正确。", $"The bundle is entry {index}; its inclusion is proved.");

    internal static Phrase Superseded(int edition, DateTimeOffset at) => Say(
        $"这一版已被第 {edition} 版更正（{at:yyyy-MM-dd} 公布）。", $"This edition was corrected by edition {edition}, published {at:yyyy-MM-dd}.");

    internal static Phrase Trusted(string key) => new(
        $"第一次见到这份日志，先信它自己给出的公钥 {key}；请与从别处得知的核对。", $"This log is seen for the first time, and the key it states itself is taken: {key}. Compare it with what you know from elsewhere.");

    internal static Phrase Exported(string folder, int files, long entries) => Say($"已写出 {files} 个文件、{entries} 条登记：{folder}", $"Wrote {files} files with {entries} entries: {folder}");

    internal static Phrase Sound(long entries, int checkpoints, string head) => Say(
        $"日志完好：{entries} 条登记，与 {checkpoints} 份存根都对得上，总指纹 {head}。", $"The log is sound: {entries} entries, in accord with {checkpoints} checkpoints, head {head}.");

    internal static Phrase NewKey(string key) => new($"新公钥，请公告：{key}", $"The new key, to be announced: {key}");

    private static Phrase Say(FormattableString zh, FormattableString en) => new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
