using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Rounds;

/// <summary>What the desk says of frozen data.</summary>
public static class FreezeWords
{
    public static Phrase DataTitle { get; } = new("封存的数据", "Frozen data");

    public static Phrase None { get; } = new("还没有封存。", "Nothing is frozen yet.");

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
