using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <summary>What the pages of templates say.</summary>
public static class TemplateWords
{
    public static Phrase List { get; } = new("文稿模板", "Templates");

    public static Phrase ListHelp { get; } = new(
        "通报、一页通和汇报提纲的文字都在模板里，项目办自己改，不动程序。每改一次是新的一版；已签发的文件不受影响。",
        "The text of circulars, briefs and decks is in templates the project office edits itself. Every change is a new version; what is issued stays as it is.");

    public static Phrase Kind(TemplateKind kind) => kind switch
    {
        TemplateKind.Circular => new("通报", "Circular"),
        TemplateKind.Project => new("项目一页通", "Project brief"),
        TemplateKind.Unit => new("单位一页通", "Unit brief"),
        _ => new("汇报提纲", "Leader's deck"),
    };

    public static Phrase KindColumn { get; } = new("种类", "Kind");

    public static Phrase InForce { get; } = new("现用版本", "In force");

    public static Phrase Version(int version) => version == 0 ? new("示例", "Example") : new($"第 {version} 版", $"Version {version}");

    public static Phrase Title(Phrase kind) => new($"模板：{kind.Zh}", $"Template: {kind.En}");

    public static Phrase Basis { get; } = new("依据文号", "Document it rests on");

    public static Phrase From { get; } = new("起用日期", "First day");

    public static Phrase To { get; } = new("停用日期", "Last day");

    public static Phrase ToHint { get; } = new("不填就一直用到有新版", "empty: until there is a newer one");

    public static Phrase Round { get; } = new("用哪一轮预览", "Preview on");

    public static Phrase RoundOf(SettledRound round) => new($"{round.Season} 年第 {round.Round} 轮第 {round.Edition} 版", $"{round.Season} round {round.Round} edition {round.Edition}");

    public static Phrase NoRound { get; } = new("还没有结算过的轮次，暂时不能预览。", "No round is settled yet, so there is nothing to preview on.");

    public static Phrase Preview { get; } = new("预览", "Preview");

    public static Phrase Keep { get; } = new("保存为新版本", "Keep as a new version");

    public static Phrase Kept(int version) => new($"已保存为第 {version} 版。", $"Kept as version {version}.");

    public static Phrase NothingToChange { get; } = new("只有项目办能改模板。", "Only the project office edits templates.");

    public static Phrase DownloadPreview { get; } = new("下载预览的文件", "Download the preview as a file");

    public static Phrase Fields { get; } = new("可用的字段", "Fields");

    public static Phrase Tables { get; } = new("可用的表和图", "Tables and charts");

    public static Phrase EntriesOf { get; } = new("每一项有：", "each entry has:");

    public static Phrase Chart { get; } = new("每条赛道或每种旗的个数", "counts by lane or flag");

    public static Phrase Versions { get; } = new("各版本", "Versions");

    public static Phrase KeptBy(string by, string at) => new($"{by} 于 {at} 保存", $"kept by {by} on {at}");

    public static Phrase ComesWithPlatform { get; } = new("随平台提供", "comes with the platform");

    public static Phrase How { get; } = new("怎么写", "How to write");

    public static IReadOnlyList<(string Code, Phrase Meaning)> Ways(TemplateKind kind) =>
    [
        ("{{ 截止日 }}", new("写出一个字段", "writes a field")),
        ("{{ if 蜗牛数 > 0 }} … {{ else }} … {{ end }}", new("有条件才写", "writes on a condition")),
        ("{{ for 项 in 蜗牛项目 }} {{ 项.名称 }} {{ end }}", new("逐项写一个列表", "writes a list entry by entry")),
        .. kind == TemplateKind.Deck
            ? new (string, Phrase)[] { ("# 总体情况", new("这一行起是新的一页，后面是页标题", "begins a page with this heading")), ("【图：赛道】", new("放一张图", "places a chart")) }
            : [("一、 （一） 1.", new("行首的序号决定是几级标题；一级标题自动顺排", "the number a line begins with makes it a heading; first headings are numbered anew")), ("【注：…】", new("小字说明", "a note in small type"))],
        ("【表：…】", new("放一张表，没有内容就不出现", "places a table; one without rows is left out")),
        .. kind == TemplateKind.Circular ? [("附件：…", new("在“附件”一栏里，这一行起是一个附件", "in the annexes, begins an annex"))] : Array.Empty<(string, Phrase)>(),
    ];
}
