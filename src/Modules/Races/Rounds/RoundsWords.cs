using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Rounds;

/// <summary>What the rounds desk says.</summary>
public static class RoundsWords
{
    public static Phrase Desk { get; } = new("赛马办理", "Rounds desk");

    public static Phrase RoundsTab { get; } = new("赛季与轮次", "Seasons and rounds");

    public static Phrase Title(int season) => new($"{season} 年各轮", $"Rounds of {season}");

    public static Phrase Help { get; } = new(
        "先封存一轮的数据，再按封存的数据结算，看过无误后公布；不封存，就按登记簿此刻的数据结算。公布以后不能改写：数据变了，写明理由再结算，得到下一版，旧版照样查得到。",
        "Freeze a round's data, settle by what was frozen, look, then publish; without a freeze the register is taken as it is. What is published is never rewritten: if the data change, settle again with a reason and get the next edition, while the old one stays.");

    public static Phrase State { get; } = new("状态", "State");

    public static Phrase NotYet { get; } = new("未结算", "not settled");

    public static Phrase Waits { get; } = new("待公布", "settled, not published");

    public static Phrase Out(string day) => new($"{day} 公布", $"published {day}");

    public static Phrase Replaced { get; } = new("已被更正", "corrected since");

    public static Phrase Publish { get; } = new("公布这一版", "Publish this edition");

    public static Phrase Settle { get; } = new("结算", "Settle");

    public static Phrase SettleTitle { get; } = new("结算或更正一轮", "Settle or correct a round");

    public static Phrase Which { get; } = new("轮次", "Round");

    public static Phrase Reason { get; } = new("更正的理由", "Reason of a correction");

    public static Phrase ReasonHint { get; } = new("已公布的一轮再结算时必填", "needed when a published round is settled again");

    public static Phrase First { get; } = new("这是第一次赛马，没有上一轮", "This is the first round ever raced");

    public static Phrase Empty { get; } = new("登记簿里还没有数据", "There is nothing in the register yet");

    public static Phrase Settled(int round, int edition) => new($"第 {round} 轮已结算为第 {edition} 版，请查看后公布。", $"Round {round} is settled as edition {edition}; look at it, then publish.");

    public static Phrase Unchanged(int round) => new($"第 {round} 轮按现有数据结算的结果没有变化。", $"Round {round} settles to the same result as before.");

    public static Phrase Published(int round) => new($"第 {round} 轮已公布。", $"Round {round} is published.");

    public static Phrase Look { get; } = new("查看", "Look");

    public static Phrase EditionTitle(int season, int round, int edition) => new($"{season} 年第 {round} 轮第 {edition} 版", $"Round {round} of {season}, edition {edition}");

    public static Phrase SettledBy(string by, string at) => new($"{by} 于 {at} 结算", $"settled by {by} on {at}");

    public static Phrase Changes(int edition) => new($"与第 {edition} 版相比", $"Against edition {edition}");

    public static Phrase NoChanges { get; } = new("没有项目的旗、名次或得分改变。", "No project's flag, rank or score differs.");

    public static Phrase Was { get; } = new("原", "was");

    public static Phrase Now { get; } = new("现", "is");

    public static Phrase NotListed { get; } = new("不在榜", "not listed");

    public static Phrase Why { get; } = new("原因", "Reasons");

    public static Phrase All { get; } = new("全部项目", "All projects");
}
