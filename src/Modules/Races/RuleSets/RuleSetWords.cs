using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.RuleSets;

/// <summary>What the pages of rule sets say.</summary>
public static class RuleSetWords
{
    public static Phrase List { get; } = new("规则集", "Rule sets");

    public static Phrase ListHelp { get; } = new(
        "规则是有文号、有施行日期的文件。在册的规则集不改写；要改，就收入下一版。先比较、试算，再用它结算。",
        "Rules are documents with a number and a date. What is kept is never rewritten; a change is the next version. Compare and try it before rounds are settled by it.");

    public static Phrase Example { get; } = new("示例", "Example");

    public static Phrase ExampleNote { get; } = new("这是平台自带的示例，不是任何单位发布的正式办法。", "This is the example the platform comes with, not a regulation anybody issued.");

    public static Phrase Add { get; } = new("收入规则集", "Take in a rule set");

    public static Phrase AddHelp { get; } = new(
        "选择规则集文件（JSON）。有错会逐条指出行、列和改法，改好再传；没有错才收入。可以先下载一份在册的规则集照着改。",
        "Choose a rule set document (JSON). Every fault is told by line and column with its remedy; only a faultless one is kept. You may download one that is kept and change it.");

    public static Phrase File { get; } = new("规则集文件（JSON，最大 4 MiB）", "Rule set document (JSON, 4 MiB at most)");

    public static Phrase Added(string name) => new($"已收入规则集 {name}。", $"The rule set {name} is kept.");

    public static Phrase KeptBy(string by, string at) => new($"{by} 于 {at} 收入", $"taken in by {by} on {at}");

    public static Phrase KeptHow { get; } = new("收入", "Taken in");

    public static Phrase CameWithRound { get; } = new("随结算收入", "came with a settlement");

    public static Phrase ComesWithPlatform { get; } = new("平台自带", "comes with the platform");

    public static Phrase Use { get; } = new("结算过", "Settled");

    public static Phrase NoUse { get; } = new("还没有用它结算过", "nothing was settled by it yet");

    public static Phrase UsedIn(int editions) => new($"{editions} 版结果", editions == 1 ? "1 edition" : $"{editions} editions");

    public static Phrase Read { get; } = new("查看", "Read");

    public static Phrase Compare { get; } = new("比较", "Compare");

    public static Phrase CompareTitle { get; } = new("比较两份规则集", "Two rule sets side by side");

    public static Phrase CompareWith { get; } = new("与哪一份比较", "Compare with");

    public static Phrase Differences(int count) => new($"{count} 处不同", count == 1 ? "1 difference" : $"{count} differences");

    public static Phrase NoDifference { get; } = new("两份规则集逐条相同。", "The two rule sets say the same throughout.");

    public static Phrase OnlyDifferences { get; } = new("只看不同", "Only differences");

    public static Phrase Everything { get; } = new("全部条文", "Everything");

    public static Phrase Change(RuleChange change) => change switch
    {
        RuleChange.Added => new("新增", "added"),
        RuleChange.Removed => new("删去", "removed"),
        RuleChange.Changed => new("改动", "changed"),
        _ => new("相同", "same"),
    };

    public static Phrase Absent { get; } = new("没有这一条", "is not there");

    public static Phrase Differs { get; } = new("不同：", "differs: ");

    public static Phrase Section(RuleSection section) => section switch
    {
        RuleSection.Document => new("文件", "Document"),
        RuleSection.Terms => new("期限", "Terms"),
        RuleSection.Lanes => new("赛道", "Lanes"),
        RuleSection.Flags => new("旗", "Flags"),
        _ => new("计分", "Score"),
    };

    public static Phrase Part { get; } = new("条目", "Part");

    public static Phrase Title { get; } = new("名称", "Title");

    public static Phrase EffectiveTo { get; } = new("失效日期", "In force until");

    public static Phrase UntilFurther { get; } = new("未定", "until further notice");

    public static Phrase Supersedes { get; } = new("替代", "Replaces");

    public static Phrase Nothing { get; } = new("没有", "nothing");

    public static Phrase Overdue { get; } = new("计入超期的问题", "Issues that count as overdue");

    public static Phrase OverdueFrom(int level) => new($"{level} 级及更严重的问题（L{level} 起）", $"level L{level} and more serious");

    public static Phrase LaneOrder { get; } = new("列出的顺序", "Order of listing");

    public static Phrase LaneTried { get; } = new("判断的顺序", "Order of trying");

    public static Phrase FlagOrder { get; } = new("判断的顺序", "Order of trying");

    public static Phrase MeasureOrder { get; } = new("指标的顺序", "Order of measures");

    public static Phrase WeightIs(int weight) => new($"权重 {weight}", $"weight {weight}");

    public static Phrase WeightShare(string share) => new($"占总权重 {share}", $"{share} of all weights");

    public static Phrase CurveOf(string metric) => new($"横轴 {metric}，纵轴 得分", $"{metric} across, points up");

    public static Phrase Rounding { get; } = new("怎样取舍", "Roundings");

    public static IReadOnlyList<Phrase> Roundings { get; } =
    [
        new("金额按元精确计算，偏差、比率先算精确分数，不中途取舍。", "Money is exact to the yuan; deviations and rates are exact fractions and are not rounded on the way."),
        new("每项得分和总分四舍五入到百万分之一分，并按这个数排名；页面只显示两位小数。", "Points and scores are rounded half up to a millionth, which is what ranks; pages show two decimals."),
        new("同分同名次，下一名顺延（1、2、2、4）。", "Ties share a rank and the next one is skipped (1, 2, 2, 4)."),
    ];

    public static Phrase Try { get; } = new("试算", "Try");

    public static Phrase TryTitle { get; } = new("试算：用这份规则集重算过去的一轮", "Trial: a past round by this rule set");

    public static Phrase TryHelp { get; } = new("用那一轮结果包里的数据重算，只给人看，不保存、不公布。", "Settles the round again from the data of its bundle; it is for looking at, never kept and never published.");

    public static Phrase TryOn { get; } = new("在哪一版上试算", "Try on");

    public static Phrase NothingSettled { get; } = new("还没有结算过的轮次，无从试算。", "No round is settled yet, so there is nothing to try on.");

    public static Phrase Banner { get; } = new("这是试算，不是赛马结果。它不保存，也不会公布。", "This is a trial and no result of the race. It is not kept and never published.");

    public static Phrase Begin { get; } = new("开始试算", "Begin the trial");

    public static Phrase Cancel { get; } = new("取消试算", "Cancel the trial");

    public static Phrase Refresh { get; } = new("刷新", "Refresh");

    public static Phrase Step(int step) => step switch
    {
        <= 1 => new("读取结果包的数据…", "Reading the data of the bundle…"),
        2 => new("按原规则重算…", "Settling by the rules it had…"),
        3 => new("按试算的规则重算…", "Settling by the rules that are tried…"),
        _ => new("逐项比较…", "Comparing…"),
    };

    public static Phrase Summary(int flags, int ranks, int projects) => new(
        $"参评 {projects:#,0} 个项目中，{flags:#,0} 个换旗，{ranks:#,0} 个换名次或赛道。", $"Of {projects:#,0} projects, {flags:#,0} would change their flag and {ranks:#,0} their rank or lane.");

    public static Phrase NothingDiffers { get; } = new("用这份规则集重算，没有任何项目改变。", "By this rule set nothing would differ for any project.");

    public static Phrase Moves { get; } = new("旗的去向", "Where flags go");

    public static Phrase FromTo { get; } = new("原来 ↓ 试算 →", "was ↓ would be →");

    public static Phrase Total { get; } = new("合计", "total");

    public static Phrase Was { get; } = new("原来", "Was");

    public static Phrase Would { get; } = new("试算", "Would be");

    public static Phrase TrialSheet { get; } = new("试算·项目", "Trial, projects");

    public static Phrase TrialUnits { get; } = new("试算·单位", "Trial, units");

    public static Phrase DifferingProjects(int count) => new($"有变化的项目 {count:#,0} 个", $"{count:#,0} projects differ");

    public static Phrase DifferingUnits(int count) => new($"名次或得分有变化的单位 {count:#,0} 个", $"{count:#,0} units differ in rank or score");

    public static Phrase Download { get; } = new("下载 Excel", "Download as Excel");

    public static Phrase EditionOf(int season, int round, int edition) => new($"{season} 年第 {round} 轮第 {edition} 版", $"{season}, round {round}, edition {edition}");
}
