using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Rounds;

/// <summary>What the rounds desk says.</summary>
public static class RoundsWords
{
    public static Phrase Desk { get; } = new("赛马办理", "Rounds desk");

    public static Phrase RoundsTab { get; } = new("赛季与轮次", "Seasons and rounds");

    public static Phrase Title(int season) => new($"{season} 年各轮", $"Rounds of {season}");

    public static Phrase Help { get; } = new(
        "打开一轮，看它走到哪一步、在等什么、下一步由谁办。公布以后不能改写：数据变了，写明理由结算更正版，旧版照样查得到。",
        "Open a round to see how far it is, what it waits for and who takes the next step. What is published is never rewritten: if the data change, a correction with a reason is the next edition, while the old one stays.");

    public static Phrase State { get; } = new("状态", "State");

    public static Phrase NotYet { get; } = new("未结算", "not settled");

    public static Phrase Waits { get; } = new("待公布", "settled, not published");

    public static Phrase Out(string day) => new($"{day} 公布", $"published {day}");

    public static Phrase Replaced { get; } = new("已被更正", "corrected since");

    public static Phrase First { get; } = new("这是第一次赛马，没有上一轮", "This is the first round ever raced");

    public static Phrase Empty { get; } = new("登记簿里还没有数据", "There is nothing in the register yet");

    public static Phrase EditionTitle(int season, int round, int edition) => new($"{season} 年第 {round} 轮第 {edition} 版", $"Round {round} of {season}, edition {edition}");

    public static Phrase SettledBy(string by, string at) => new($"{by} 于 {at} 结算", $"settled by {by} on {at}");

    public static Phrase CorrectedFor { get; } = new("更正的理由：", "Why it was corrected:");

    public static Phrase Changes(int edition) => new($"与第 {edition} 版相比", $"Against edition {edition}");

    public static Phrase NoChanges { get; } = new("没有项目的旗、名次或得分改变。", "No project's flag, rank or score differs.");

    public static Phrase Was { get; } = new("原", "was");

    public static Phrase Now { get; } = new("现", "is");

    public static Phrase NotListed { get; } = new("不在榜", "not listed");

    public static Phrase Why { get; } = new("原因", "Reasons");

    public static Phrase All { get; } = new("全部项目", "All projects");
}
