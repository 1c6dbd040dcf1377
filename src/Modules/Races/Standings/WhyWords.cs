using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Standings;

/// <summary>What the page of one project and the page of a rule set say.</summary>
public static class WhyWords
{
    public static Phrase Title { get; } = new("为什么是这面旗？", "Why this flag?");

    public static Phrase Otherwise { get; } = new("没有触发任何黄旗或蜗牛条件，也没有达到红旗的全部条件，所以是“正常”。", "No condition of a yellow flag or a snail holds, and not every condition of the red flag does, so it is on course.");

    public static Phrase Order { get; } = new("从上到下逐条判断，第一条成立的决定是什么旗；其余成立的黄旗、蜗牛条件也列为原因。", "Rows are tried from the top; the first that holds gives the flag. Other yellow and snail rows that hold are listed as reasons too.");

    public static Phrase Facts { get; } = new("截止日的数据", "Facts at the cut-off");

    public static Phrase FlagRows { get; } = new("逐条判断", "Row by row");

    public static Phrase Condition { get; } = new("条件与本项目的数值", "Condition and this project's value");

    public static Phrase Result { get; } = new("是否成立", "Holds?");

    public static Phrase Yes { get; } = new("成立", "yes");

    public static Phrase No { get; } = new("不成立", "no");

    public static Phrase Decides { get; } = new("由这条决定", "decides");

    public static Phrase Score { get; } = new("得分怎样算出", "How the score comes about");

    public static Phrase ScoreNote { get; } = new("得分 = Σ(权重 × 分) ÷ Σ权重；没有数据的项不计入。", "Score = Σ(weight × points) ÷ Σ weights; measures without data are left out.");

    public static Phrase Unscored { get; } = new("免评项目不计分、不排名；下面的分只供参考。", "Exempt projects get no score and no rank; the points below are for information.");

    public static Phrase NoScore { get; } = new("没有一项指标算得出来，所以没有得分，也不排名。", "No measure can be worked out, so there is no score and no rank.");

    public static Phrase NotRanked { get; } = new("为什么不排名：", "Why it is not ranked:");

    public static Phrase Colon { get; } = new("：", ": ");

    public static Phrase Measure { get; } = new("指标", "Measure");

    public static Phrase Weight { get; } = new("权重", "Weight");

    public static Phrase Points { get; } = new("分", "Points");

    public static Phrase Contribution { get; } = new("计入得分", "Adds");

    public static Phrase How { get; } = new("怎样得来", "How");

    public static Phrase Always { get; } = new("其余情况", "otherwise");

    public static Phrase NotCounted { get; } = new("不计入", "left out");

    public static Phrase Through { get; } = new("历轮情况", "Through the rounds");

    public static Phrase NotInRound { get; } = new("未参评", "not in this round");

    public static Phrase ThisIs(string value) => new($"本项目 {value}", $"this project: {value}");

    public static Phrase LaneWhy { get; } = new("所在赛道", "Lane");

    public static Phrase RulesTitle(string code) => new($"规则集 {code}", $"Rule set {code}");

    public static Phrase RulesNote { get; } = new("规则是一份有版本、有文号的文件，不写在程序里；换规则不改程序。", "The rules are a document with a version and a number, not a part of the program; other rules need no other program.");

    public static Phrase Issuer { get; } = new("制定单位", "Issued by");

    public static Phrase DocumentNo { get; } = new("文号", "Document number");

    public static Phrase Version { get; } = new("版本", "Version");

    public static Phrase Effective { get; } = new("施行日期", "In force from");

    public static Phrase Deadline { get; } = new("填报期限", "Input deadline");

    public static Phrase DeadlineDays(int days) => new($"截止日后第 {days} 个工作日", $"working day {days} after the cut-off");

    public static Phrase Hash { get; } = new("规则指纹（SHA-256）", "Fingerprint of the rules (SHA-256)");

    public static Phrase LaneRules { get; } = new("怎样分赛道", "Which lane");

    public static Phrase LaneNote { get; } = new("从上到下，第一条成立的就是所在赛道。", "The first row that holds is the lane.");

    public static Phrase FlagRules { get; } = new("怎样挂旗", "Which flag");

    public static Phrase ScoreRules { get; } = new("怎样计分", "Which score");

    public static Phrase Reason { get; } = new("原因代码", "Reason code");

    public static Phrase FarFromRed { get; } = new("离红旗还差", "What the red flag still lacks");

    public static Phrase Exact(string fraction) => new($"精确值 {fraction}", $"exactly {fraction}");

    public static Phrase States { get; } = new("截止日的状态", "State at the cut-off");

    public static Phrase Before { get; } = new("上一轮", "Round before");

    public static Phrase NoneBefore { get; } = new("没有参加上一轮", "It was not in the round before");

    public static Phrase ProjectClass { get; } = new("项目类别", "Class");

    public static Phrase Findings { get; } = new("本轮核查发现", "Findings of the round");

    public static Phrase Nothing { get; } = new("无", "none");

    public static Phrase Total { get; } = new("得分", "Score");

    public static Phrase UsedIn { get; } = new("采用这套规则的轮次", "Rounds settled by these rules");

    public static Phrase DownloadRules { get; } = new("规则文件（JSON）", "The document (JSON)");

    public static Phrase Until(string day) => new($"至 {day}", $"until {day}");

    public static Phrase RuleCondition { get; } = new("条件", "Condition");
}
