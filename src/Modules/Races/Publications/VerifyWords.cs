using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>What the page that checks a bundle says.</summary>
public static class VerifyWords
{
    public static Phrase Title { get; } = new("复核结果包", "Verify a bundle");

    public static Phrase Menu { get; } = new("复核", "Verify");

    public static Phrase Help { get; } = new(
        "交来一个结果包，这里用它自带的数据和规则从头重新计算，逐字节比对，再看它是不是本平台公布过的那一份。文件不保存。",
        "Hand in a bundle: everything is computed again from the data and rules inside it and compared byte by byte, and it is looked up among what was published here. The file is not kept.");

    public static Phrase Choose { get; } = new("结果包（zip 文件）", "Bundle (a zip file)");

    public static Phrase Hint { get; } = new("不超过 64 MB；更大的请在自己的电脑上用命令行复核。", "At most 64 MB; verify larger ones on your own computer on the command line.");

    public static Phrase Run { get; } = new("复核", "Verify");

    public static Phrase Reproduced { get; } = new("一致：每个字节都重新算出来了。", "Reproduced: every byte was computed again.");

    public static Phrase Differs { get; } = new("不一致：结果包与它自己的数据和规则算出来的不同。", "It differs from what its own data and rules give.");

    public static Phrase Published { get; } = new("是否本平台公布", "Published here");

    public static Phrase Ours { get; } = new("是，现行的一版", "yes, the edition in force");

    public static Phrase Replaced { get; } = new("是，已被更正的旧版", "yes, an edition corrected since");

    public static Phrase NotOurs { get; } = new("不是：公布的结果包里没有这个指纹", "no: none that was published has this fingerprint");

    public static Phrase Yourself { get; } = new("不想信任这个网页？", "You would rather not trust this page?");

    public static Phrase YourselfHelp { get; } = new("在自己的电脑上运行同一个程序，结果应当一样：", "Run the same program on your own computer; it should say the same:");

    public static Phrase InBrowser { get; } = new("或在浏览器里对照公开日志核对，文件不上传", "Or check it against the log in the browser, without uploading");
}
