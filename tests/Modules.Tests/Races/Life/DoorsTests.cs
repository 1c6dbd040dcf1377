using System.Text.RegularExpressions;
using Saima.Modules.Races.Life;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Life;

/// <summary>Nothing freezes, settles or publishes but a move of the round, and history.</summary>
public sealed partial class DoorsTests
{
    private static readonly string[] Doors = ["MoveRound.cs", "AirHistory.cs"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_page_and_no_command_freezes_settles_or_publishes_past_the_gates()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Approve.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Past(sources.Select(file => (Path.GetFileName(file), File.ReadAllText(file)))).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_that_did_would_be_found() =>
        Past([("SomePage.razor", "await PublishRound.Run(Db)"), ("MoveRound.cs", "await PublishRound.Run(db)")]).ShouldBe(["SomePage.razor"]);

    [Fact]
    public async Task The_command_line_takes_the_same_way()
    {
        await using var data = TestDatabase.Create("sqlite");
        await Walk.Sample(data, aired: 5);
        var open = new[] { "race", "move", "open", "--season", "2023", "--round", "6", "--by", "王五", "--db", data.Db };
        (await CliRun.Here(open)).Status.ShouldBe(2);
        await Walk.Calendar(data);
        (await CliRun.Here(open)).Status.ShouldBe(0);
        (await CliRun.Here("race", "freeze", "--season", "2023", "--round", "6", "--by", "王五", "--db", data.Db)).Status.ShouldBe(0);
        (await CliRun.Here("race", "run", "--season", "2023", "--round", "6", "--by", "王五", "--db", data.Db)).Status.ShouldBe(2);
        (await CliRun.Here("race", "move", "verify", "--season", "2023", "--round", "6", "--by", "王五", "--db", data.Db)).Status.ShouldBe(0);
        (await CliRun.Here("race", "run", "--season", "2023", "--round", "6", "--by", "王五", "--db", data.Db)).Status.ShouldBe(0);
        (await CliRun.Here("race", "move", "publish", "--season", "2023", "--round", "6", "--by", "李四", "--db", data.Db)).Status.ShouldBe(2);
        (await CliRun.Here("race", "life", "--season", "2023", "--db", data.Db)).Output.ShouldContain("预评");
        (await RoundLives.Find(data.Open(), 2023, 6, Cancel)).ScoredBy.ShouldBe("console/王五");
    }

    private static IEnumerable<string> Past(IEnumerable<(string Name, string Text)> sources) => sources.Where(one => !Doors.Contains(one.Name) && Worker().IsMatch(one.Text)).Select(one => one.Name);

    [GeneratedRegex(@"\b(FreezeRound|SettleRound|PublishRound)\.Run\(")]
    private static partial Regex Worker();
}
