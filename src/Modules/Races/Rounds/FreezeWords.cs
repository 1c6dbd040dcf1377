using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Rounds;

/// <summary>What the desk says of frozen data.</summary>
public static class FreezeWords
{
    public static Phrase Title { get; } = new("封存一轮的数据", "Freeze the data of a round");

    public static Phrase Help { get; } = new(
        "封存以后，登记簿再改也不影响这一轮：结算只用封存的数据。没有封存就结算的，结算时当场取登记簿的数据。",
        "Once frozen, later corrections of the register do not reach the round: it is settled from the frozen data. A round nobody froze takes the register as it is when it is settled.");

    public static Phrase Freeze { get; } = new("封存", "Freeze");

    public static Phrase Reason { get; } = new("重新封存的理由", "Reason to freeze again");

    public static Phrase ReasonHint { get; } = new("已经封存或公布的一轮再封存时必填", "needed when the round is frozen or published already");

    public static Phrase Frozen(int round, int version) => new($"第 {round} 轮的数据已封存（第 {version} 版），请结算。", $"The data of round {round} are frozen (version {version}); settle it now.");

    public static Phrase Unchanged(int round) => new($"登记簿与第 {round} 轮封存的数据相同，没有再封存。", $"The register holds what was frozen for round {round}; nothing was frozen again.");

    public static Phrase DataTitle { get; } = new("封存的数据", "Frozen data");

    public static Phrase None { get; } = new("还没有封存：结算时当场取登记簿的数据。", "Nothing is frozen: settling takes the register as it is.");

    public static Phrase Version(int version) => new($"第 {version} 版", $"version {version}");

    public static Phrase FrozenBy(string by, string at) => new($"{by} 于 {at} 封存", $"frozen by {by} on {at}");

    public static Phrase Size(int projects, long rows) => new($"{projects:#,0} 个项目，{rows:#,0} 行", $"{projects:#,0} projects, {rows:#,0} rows");

    public static Phrase Since { get; } = new("封存以后登记簿的变动", "Changes of the register since");

    public static Phrase NoChange { get; } = new("封存以后登记簿没有变动。", "The register has not changed since.");

    public static Phrase Changed(int projects) => new($"涉及 {projects:#,0} 个项目。这些变动不进入本轮；要进入，请写明理由重新封存。", $"{projects:#,0} projects are touched. None of it reaches the round unless its data are frozen again with a reason.");

    public static Phrase Entries(int count) => new($"{count:#,0} 条", count == 1 ? "1 entry" : $"{count:#,0} entries");

    public static Phrase RoundTitle(int season, int round) => new($"{season} 年第 {round} 轮办理", $"Round {round} of {season} on the desk");

    public static Phrase Editions { get; } = new("结算的各版", "Editions settled");
}
