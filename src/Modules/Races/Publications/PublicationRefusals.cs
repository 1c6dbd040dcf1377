using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>Every way a publication is refused, each a sentence.</summary>
internal static class PublicationRefusals
{
    private static readonly Phrase TakeTheFile = new("请给出 saima race settle 写出的、未经改动的结果包", "Name a bundle as saima race settle wrote it");

    public static Refusal Unreadable(string path) => new(
        "BUNDLE_UNREADABLE", new($"读不了文件“{path}”", $"The file \"{path}\" cannot be read"), new("请检查路径和权限", "Check the path and the permissions"));

    public static Refusal NotABundle(string name, string zh, string en) => new(
        "NOT_A_BUNDLE", new($"“{name}”不是赛马结果包：{zh}", $"\"{name}\" is not a bundle: {en}"), TakeTheFile);

    public static Refusal NoResults(string name) => new(
        "NOT_A_BUNDLE", new($"“{name}”不是赛马结果包：standings.csv 读不出结果", $"\"{name}\" is not a bundle: its standings.csv has no readable results"), TakeTheFile);

    public static Refusal WrongPrevious(BundleManifest found, int season, int round) => new(
        "WRONG_PREVIOUS",
        new($"上一轮结果包是 {found.Season} 年第 {found.Round} 轮，这里需要 {season} 年第 {round} 轮", $"The previous bundle is round {found.Round} of {found.Season}; round {round} of {season} is needed"),
        new("请给出紧接在前的一轮", "Name the bundle of the round just before"));

    public static Refusal PreviousDiffers(string name, Phrase difference) => new(
        "PREVIOUS_DIFFERS", new($"上一轮结果包“{name}”复算不一致：{difference.Zh}", $"The previous bundle \"{name}\" is not reproduced: {difference.En}"),
        new("请向发布单位取得原件", "Get the original from whoever published it"));

    public static Refusal WrongSuperseded(BundleManifest found, int season, int round, int edition) => new(
        "WRONG_SUPERSEDED",
        new(
            $"被更正的结果包是 {found.Season} 年第 {found.Round} 轮第 {found.Edition} 版，这里需要 {season} 年第 {round} 轮第 {edition} 版",
            $"The superseded bundle is edition {found.Edition} of round {found.Round} of {found.Season}; edition {edition} of round {round} of {season} is needed"),
        new("请给出被更正的那一版", "Name the edition that is corrected"));

    public static Refusal EditionWithoutSuperseded { get; } = new(
        "EDITION_NEEDS_SUPERSEDED", new("第 2 版起须用 --supersedes 指明被更正的结果包，第 1 版则不得指明", "From edition 2 on --supersedes names the corrected bundle; edition 1 has none"),
        new("请同时给出 --edition 与 --supersedes", "Give --edition and --supersedes together"));

    public static Refusal BadFrame { get; } = new(
        "BAD_ROUND", new("年份应在 1900–2199 之间，轮次应在 1–6 之间，版次不小于 1，线程数在 1–1024 之间", "The season lies in 1900–2199, the round in 1–6, the edition is at least 1 and threads are 1–1024"),
        new("请改正 --season、--round、--edition 或 --threads", "Correct --season, --round, --edition or --threads"));

    public static Refusal PackageRefused(IReadOnlyList<Problem> problems) => new(
        "PACKAGE_REFUSED", new($"数据包有 {Errors(problems)} 处错误，没有写出任何文件", $"The data package has {Errors(problems)} errors; nothing was written"),
        new("请按下列文件、行、列逐条改正后重试", "Correct them at the files, rows and columns above and try again"), problems);

    public static Refusal TooLarge { get; } = new(
        "BUNDLE_TOO_LARGE", new("结果包将超过 4 GiB", "The bundle would exceed 4 GiB"), new("请减少数据包中的行数", "Hand in fewer rows"));

    public static Refusal CannotWrite(string path) => new(
        "CANNOT_WRITE", new($"写不了文件“{path}”，没有写出任何文件", $"The file \"{path}\" cannot be written; nothing was written"), new("请检查文件夹、权限和剩余空间", "Check the folder, the permissions and the space left"));

    public static Refusal OutIsInput(string path) => new(
        "OUT_IS_INPUT", new($"“{path}”是输入文件，不能被覆盖", $"\"{path}\" is an input and is not overwritten"), new("请给 --out 另一个文件名", "Give --out another name"));

    public static Refusal UnknownProject(string project) => new(
        "UNKNOWN_PROJECT", new($"结果包中没有参加这一轮的项目“{project}”", $"No project \"{project}\" takes part in this round"), new("请检查项目编号", "Check the project's id"));

    public static Refusal NothingUploaded { get; } = new(
        "NOTHING_UPLOADED", new("没有收到文件。", "No file arrived."), new("先选一个结果包再按复核。", "Choose a bundle first, then verify."));

    public static Refusal Busy { get; } = new(
        "VERIFY_BUSY", new("正在复核别人的结果包，一时轮不到。", "Other bundles are being verified just now."), new("过一会儿再试，或在自己的电脑上用命令行复核。", "Try again in a while, or verify on your own computer."));

    public static Refusal TooLargeToUpload(long megabytes) => new(
        "UPLOAD_TOO_LARGE", new($"文件超过 {megabytes} MB。", $"The file is larger than {megabytes} MB."), new("请在自己的电脑上用命令行复核。", "Verify it on your own computer on the command line."));

    private static int Errors(IReadOnlyList<Problem> problems) => problems.Count(problem => problem.Severity == Severity.Error);
}
