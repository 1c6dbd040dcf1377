using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <summary>What the pages of circulars, briefs and decks say.</summary>
public static class CircularWords
{
    public static Phrase Circular { get; } = new("通报", "Circular");

    public static Phrase Title(int season, int round) => new($"{season} 年第 {round} 轮通报和会议材料", $"Circular and meeting pack, round {round} of {season}");

    public static Phrase Help { get; } = new(
        "都按结算时留存的数据生成，登记簿以后怎么改都不影响。一人拟稿，另一人编号签发；签发以后文件不再改变。",
        "Everything is made from the rows kept at the settlement, whatever the register says later. One person drafts, another numbers and issues; what is issued never changes.");

    public static Phrase Draft { get; } = new("拟稿", "Draft");

    public static Phrase DraftTitle { get; } = new("拟稿与签发", "Drafting and issuing");

    public static Phrase DraftNow(int edition) => new($"按第 {edition} 版拟稿", $"Draft the circular of edition {edition}");

    public static Phrase NoneYet { get; } = new("还没有草稿。", "There is no draft yet.");

    public static Phrase Drafted { get; } = new("已拟稿，请另一位同事签发。", "Drafted; a colleague may issue it now.");

    public static Phrase IssuedNow(string number) => new($"已签发：{number}。", $"Issued: {number}.");

    public static Phrase DraftedBy(string by, string at) => new($"{by} 于 {at} 拟稿", $"drafted by {by} on {at}");

    public static Phrase IssuedBy(string by, string at) => new($"{by} 于 {at} 签发", $"issued by {by} on {at}");

    public static Phrase ByTemplate(int version) => version == 0 ? new("示例模板", "example template") : new($"模板第 {version} 版", $"template version {version}");

    public static Phrase Number { get; } = new("文号", "Document number");

    public static Phrase NumberHint { get; } = new("机关代字〔年份〕序号号，六角括号", "issuer〔year〕number, in these brackets");

    public static Phrase Day { get; } = new("成文日期", "Date");

    public static Phrase Issue { get; } = new("编号签发", "Number and issue");

    public static Phrase OwnDraft { get; } = new("这是您拟的稿，请另一位同事签发。", "You drafted this; a colleague has to issue it.");

    public static Phrase OldDraft { get; } = new("这份草稿说的是旧版，不能签发。", "This draft speaks of an old edition and cannot be issued.");

    public static Phrase NotIssued { get; } = new("本版的通报还没有签发", "the circular of this edition is not issued yet");

    public static Phrase Issued { get; } = new("已签发", "Issued");

    public static Phrase Word { get; } = new("文字版", "Word");

    public static Phrase Printed { get; } = new("版式文件", "PDF");

    public static Phrase Workbook { get; } = new("附表", "Excel annex");

    public static Phrase Slides { get; } = new("演示文稿", "PowerPoint");

    public static Phrase Preview { get; } = new("预览", "Preview");

    public static Phrase PreviewOf(string what) => new($"预览：{what}", $"Preview: {what}");

    public static Phrase Deck { get; } = new("汇报提纲", "Leader's deck");

    public static Phrase Briefs { get; } = new("一页通", "One-page briefs");

    public static Phrase BriefsTitle(int season, int round) => new($"{season} 年第 {round} 轮一页通", $"One-page briefs, round {round} of {season}");

    public static Phrase BriefsHelp { get; } = new("每个项目、每个单位一页，供会前和现场使用。整批生成在后台进行，可以取消。", "One page for each project and each unit, for meetings and visits. A whole batch is made behind the page and can be cancelled.");

    public static Phrase OfUnits { get; } = new("单位", "Units");

    public static Phrase OfProjects { get; } = new("项目", "Projects");

    public static Phrase Batch(string what) => what switch
    {
        "projects.zip" => new("全部项目，文字版压缩包", "All projects, Word files in a zip"),
        "projects.pdf" => new("全部项目，一份版式文件", "All projects, one PDF"),
        "units.zip" => new("全部单位，文字版压缩包", "All units, Word files in a zip"),
        _ => new("全部单位，一份版式文件", "All units, one PDF"),
    };

    public static Phrase Make { get; } = new("开始生成", "Make");

    public static Phrase Making(int done, int total) => total == 0 ? new("正在准备…", "preparing…") : new($"已生成 {done} 份，共 {total} 份", $"{done} of {total} made");

    public static Phrase Refresh { get; } = new("刷新", "Refresh");

    public static Phrase Cancel { get; } = new("取消", "Cancel");

    public static Phrase Cancelled { get; } = new("已取消。", "Cancelled.");

    public static Phrase Download { get; } = new("下载", "Download");

    public static Phrase Print { get; } = new("用浏览器的打印功能可直接打印本页。", "Print this page with the browser.");

    public static Phrase BriefOf(string name) => new($"{name} 一页通", $"Brief: {name}");

    public static Phrase Brief { get; } = new("一页通", "One-page brief");

    public static Phrase IssuedCircular(string number) => new($"通报 {number}", $"Circular {number}");

    public static Phrase NotPrinted { get; } = new("签发时服务器不能生成版式文件，只留存了文字版。", "There was no Chromium when it was issued; only Word was kept.");
}
