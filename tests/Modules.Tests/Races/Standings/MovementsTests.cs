using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Modules.Races;
using Saima.Modules.Races.Standings;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Standings;

public sealed partial class MovementsTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_links_that_narrow_to_a_movement_list_exactly_those_who_moved_so(string kind)
    {
        await using var db = (await board.Database(kind)).Open();
        var rows = await db.Set<StandingRow>().AsNoTracking().ToListAsync(Cancel);
        var rounds = await db.Set<SettledRound>().AsNoTracking().OrderBy(round => round.Round).ToListAsync(Cancel);
        for (var at = 1; at < rounds.Count; at++)
        {
            var before = rows.Where(row => row.RoundId == rounds[at - 1].Id).ToDictionary(row => row.Project);
            var now = rows.Where(row => row.RoundId == rounds[at].Id).OrderBy(row => row.Position).ToList();
            var address = $"/seasons/2023/rounds/{rounds[at].Round}";
            (await Listed(kind, address + "?moved=up")).ShouldBe(now.Where(row => Same(row, before) && row.Rank < before[row.Project].Rank).Select(row => row.Project));
            (await Listed(kind, address + "?moved=down")).ShouldBe(now.Where(row => Same(row, before) && row.Rank > before[row.Project].Rank).Select(row => row.Project));
            (await Listed(kind, address + "?moved=new")).ShouldBe(now.Where(row => !before.ContainsKey(row.Project)).Select(row => row.Project));
            (await Listed(kind, address + "?moved=sideways")).ShouldBe(now.Select(row => row.Project));
        }

        static bool Same(StandingRow row, Dictionary<string, StandingRow> before) => before.TryGetValue(row.Project, out var then) && then.Lane == row.Lane;
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_front_page_names_who_rose_and_who_fell_the_most(string kind)
    {
        var text = SampleBoard.Text(await (await board.On(kind)).Client.GetStringAsync("/", Cancel));
        text.ShouldContain("第 6 轮谁升了 升 53 位 示例·老旧小区改造甲片 建设进度赛道第 55 名 → 第 2 名 红旗");
        text.ShouldContain("第 6 轮谁降了 降 40 位 示例·先进高分子材料生产线 建设进度赛道第 3 名 → 第 43 名 正常");
        text.ShouldContain("全部 28 个");
        text.ShouldContain("最落后");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_project_is_found_by_initials_and_in_traditional_characters(string kind)
    {
        (await Listed(kind, "/seasons/2023/rounds/5?q=bdtfz")).ShouldBe(["P027"]);
        (await Listed(kind, "/seasons/2023/rounds/5?q=" + Uri.EscapeDataString("半導體封裝"))).ShouldBe(["P027"]);
        (await Listed(kind, "/seasons/2023/rounds/5?q=p027")).ShouldBe(["P027"]);
    }

    [Fact]
    public void Every_project_of_two_rounds_rose_fell_stayed_joined_or_left()
    {
        var row = Gen.Select(Gen.Int[0, 30], Gen.Int[1, 3], Gen.Int[1, 9].Nullable(), (project, lane, rank) => new BoardRow(0, rank, $"L{lane}", $"P{project}", "", "", Flag.None, "", null));
        var listing = row.List[0, 30].Select(rows => rows.DistinctBy(one => one.Project).Select((one, at) => one with { Position = at + 1 }).ToList());
        Gen.Select(listing, listing).Sample((then, now) =>
        {
            var moves = Movements.Between(RoundBoard.Of(then), RoundBoard.Of(now));
            moves.Up.ShouldAllBe(move => move.Places > 0 && move.Then - move.Row.Rank == move.Places);
            moves.Down.ShouldAllBe(move => move.Places < 0 && move.Then - move.Row.Rank == move.Places);
            moves.Up.Select(move => move.Places).ShouldBe(moves.Up.Select(move => move.Places).OrderDescending());
            var stayed = now.Count(one => then.SingleOrDefault(old => old.Project == one.Project) is { } old && (old.Lane != one.Lane || old.Rank is null || one.Rank is null || old.Rank == one.Rank));
            (moves.Risen + moves.Fallen + moves.Joined + stayed).ShouldBe(now.Count);
            moves.Left.Select(one => one.Project).ShouldBe(then.Select(one => one.Project).Except(now.Select(one => one.Project)));
        });
    }

    private async Task<List<string>> Listed(string kind, string address) =>
        [.. Rows().Matches(await (await board.On(kind)).Client.GetStringAsync(address, Cancel)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<th scope=\"row\">\\s*<a href=\"/seasons/2023/rounds/\\d/projects/([^\"]+)\"")]
    private static partial Regex Rows();
}
