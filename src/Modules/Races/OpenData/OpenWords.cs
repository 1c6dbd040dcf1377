using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races.OpenData;

/// <summary>What is said about data that are handed out.</summary>
public static class OpenWords
{
    public static Phrase Title { get; } = new("开放数据", "Open data");

    public static Phrase Help { get; } = new(
        "看板上公布的结果都可以拿走：下载、订阅、用程序读取，或者放进别的网站。不用注册。",
        "Whatever the board publishes may be taken along: downloaded, subscribed to, read by programs or shown on other sites. No account is needed.");

    public static Phrase Rounds { get; } = new("已公布的各轮", "Published rounds");

    public static Phrase None { get; } = new("现在没有公开的轮次。", "No round is shown now.");

    public static Phrase Round { get; } = new("轮次", "Round");

    public static Phrase Basis { get; } = new("公开属性和依据", "Class and ground");

    public static Phrase Until { get; } = new("公示到", "Shown until");

    public static Phrase Files { get; } = new("拿走", "Take along");

    public static Phrase Bundle { get; } = new("结果包", "bundle");

    public static Phrase Package { get; } = new("数据包", "data package");

    public static Phrase PackageDescription { get; } = new("数据包说明", "its description");

    public static Phrase BundleTitle { get; } = new("结果包：可以复算", "Bundles: settle a round again");

    public static Phrase BundleText { get; } = new("封存的数据、规则集和榜单在一个压缩包里，任何人都能据以重新计算，核对每一个名次。", "The frozen data, the rule set and the standings in one file, from which anybody can calculate every rank again.");

    public static Phrase PackageTitle { get; } = new("数据包：拿来分析", "Data packages: for analysis");

    public static Phrase PackageText { get; } = new("同样的表格，附有每一列的名称、单位、类型和取值，按国际通行的数据包标准写明，多数统计软件能直接打开。", "The same tables with the name, unit, type and values of every column, by the international standard for data packages, which most statistical software opens.");

    public static Phrase Oc4idsTitle { get; } = new("基础设施项目公开标准", "Open standard for infrastructure projects");

    public static Phrase Oc4idsText { get; } = new("公开项目的名称、责任单位、总投资、起止日期、节点和进度，按国际基础设施项目公开标准整理。", "Name, authority, budget, dates, milestones and progress of the public projects, by the international standard for infrastructure transparency.");

    public static Phrase Oc4idsGet { get; } = new("下载全部公开项目", "Download all public projects");

    public static Phrase FeedTitle { get; } = new("赛马公布和更正", "Publications and corrections of the race");

    public static Phrase FeedHeading { get; } = new("订阅", "Subscribe");

    public static Phrase FeedHelp { get; } = new("每次公布、更正、撤下都会出现在订阅里。把下面的地址放进阅读器。", "Every publication, correction and withdrawal appears in the feed. Put this address into a reader.");

    public static Phrase FeedGet { get; } = new("打开订阅", "Open the feed");

    public static Phrase FeedGone { get; } = new("已撤下", "taken down");

    public static Phrase ApiTitle { get; } = new("数据接口", "Data interface");

    public static Phrase ApiText { get; } = new("程序可以按轮次、赛道、单位读取榜单，只读，不用登录。", "Programs read the standings by round, lane and unit; read only, without signing in.");

    public static Phrase ApiGet { get; } = new("试用接口", "Try the interface");

    public static Phrase EmbedTitle { get; } = new("放进别的网站", "On another site");

    public static Phrase EmbedText { get; } = new("把看板放进政府网站的页面：一小段代码，不用脚本，不设任何跟踪，手机上也能看。", "The board inside a page of a government site: a few lines, without script or tracking, fit for phones.");

    public static Phrase EmbedGet { get; } = new("选样式、取代码", "Choose a look and copy");

    public static Phrase Licence { get; } = new("使用许可", "Licence");

    public static Phrase LicenceText { get; } = new("注明来源即可使用；改动后再发布的，请说明改动。许可全文：", "Use it and name the source; say what you changed when you publish it again. The licence:");

    public static Phrase CallRounds { get; } = new("已公布的各轮，新的在前", "Published rounds, the newest first");

    public static Phrase CallRound { get; } = new("一轮：日期、版次、指纹、各旗项目数", "One round: dates, edition, fingerprints, projects by flag");

    public static Phrase CallStandings { get; } = new("一轮的榜单，可按赛道、旗、单位筛选", "The standings of a round, by lane, flag and unit");

    public static Phrase CallUnits { get; } = new("一轮的责任单位榜", "The units of a round");

    public static Phrase CallProject { get; } = new("一个项目在一轮和全年各轮", "A project in a round and through the season");

    public static Phrase CallPackage { get; } = new("一轮的数据包说明", "Description of a round's data package");

    public static Phrase CallPackageZip { get; } = new("一轮的数据包，压缩包", "A round's data package as a zip");

    public static Phrase CallTable { get; } = new("一轮的一张封存数据表", "One table of a round's frozen data");

    public static Phrase CallOc4ids { get; } = new("全部公开项目，按基础设施项目公开标准", "All public projects by the infrastructure standard");

    public static Phrase CallOc4idsOne { get; } = new("一个公开项目，按基础设施项目公开标准", "One public project by the infrastructure standard");

    public static Phrase CallFeed { get; } = new("公布、更正、撤下的订阅", "The feed of publications, corrections and withdrawals");

    public static Phrase WrongPage { get; } = new("页码从 1 起，每页 1 至 500 条。", "Pages count from 1 and have 1 to 500 rows.");

    public static Phrase WrongFlag { get; } = new("旗只能是 red、yellow、snail、none、exempt。", "A flag is red, yellow, snail, none or exempt.");

    public static Phrase TryTitle { get; } = new("试用数据接口", "Try the data interface");

    public static Phrase TryHelp { get; } = new("填好后点“打开”，看到的就是程序读到的内容。读得频繁的程序请带上上次答复的标签，内容没变就只答复一句。", "Fill in and open: what you see is what a program reads. A program that asks often should send the tag of the last answer; it is told in one line when nothing changed.");

    public static Phrase TryOpen { get; } = new("打开", "Open");

    public static Phrase TryDocument { get; } = new("接口说明文件", "The interface's document");

    public static Phrase TryTokens { get; } = new("登记簿里尚未公布的数据，只给持有令牌的程序；令牌由管理员发放。", "Data of the register that are not published are for programs with a token, which an administrator issues.");

    public static Phrase Field(string name) => name switch
    {
        "season" => new("年份", "Year"),
        "round" => new("第几轮", "Round"),
        "lane" => new("赛道代码", "Lane"),
        "flag" => new("旗的代码", "Flag"),
        "unit" => new("单位编号", "Unit"),
        "project" => new("项目编号", "Project"),
        "page" => new("第几页", "Page"),
        "size" => new("每页条数", "Rows"),
        _ => new("表", "Table"),
    };

    public static Phrase Theme { get; } = new("明暗", "Light or dark");

    public static Phrase Size { get; } = new("项目数", "Projects");

    public static Phrase SizeOf(int rows) => new($"每个赛道前 {rows} 名", $"first {rows} of each lane");

    public static Phrase Language { get; } = new("语言", "Language");

    public static Phrase WhichRound { get; } = new("哪一轮", "Which round");

    public static Phrase AlwaysLatest { get; } = new("总是最新一轮", "always the newest");

    public static Phrase Show { get; } = new("预览", "Preview");

    public static Phrase Code { get; } = new("复制这段代码", "Copy this");

    public static Phrase Preview { get; } = new("看起来是这样", "It looks like this");

    public static Phrase EmbedHosts { get; } = new("哪些网站可以放，由平台运维人员写明；没有写明的网站会看到空白。", "The operator of the platform says which sites may show it; on others the frame stays empty.");

    public static Phrase WholeBoard { get; } = new("看完整看板", "The whole board");

    public static Phrase FeedEntry(int season, int round, int edition) => edition == 1
        ? new(Text($"{season} 年第 {round} 轮赛马晾晒"), Text($"Round {round} of {season}"))
        : new(Text($"{season} 年第 {round} 轮赛马晾晒（更正，第 {edition} 版）"), Text($"Round {round} of {season}, corrected, edition {edition}"));

    public static Phrase FeedText(RoundHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new(
            Text($"截止 {head.CutOff:yyyy-MM-dd}，{head.Projects} 个项目：红旗 {head.Red}，黄旗 {head.Yellow}，蜗牛 {head.Snail}，正常 {head.None}，免评 {head.Exempt}。结果包指纹 {head.BundleHash}。"),
            Text($"Cut-off {head.CutOff:yyyy-MM-dd}, {head.Projects} projects: {head.Red} red, {head.Yellow} yellow, {head.Snail} snails, {head.None} none, {head.Exempt} exempt. SHA-256 of the bundle {head.BundleHash}."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
