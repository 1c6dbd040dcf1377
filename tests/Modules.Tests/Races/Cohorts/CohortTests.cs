using CsCheck;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Modules.Races;
using Saima.Modules.Races.Cohorts;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Tests.Races.Life;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Cohorts;

public sealed class CohortTests
{
    private static readonly Gen<IReadOnlyList<CohortRow>> Rounds = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 4], Gen.Long[-90_000_000, 90_000_000]).Array[0, 12].Select(rows =>
        (IReadOnlyList<CohortRow>)[.. rows.DistinctBy(row => row.Item1).Select(row => new CohortRow($"P{row.Item1}", "", $"U{row.Item2}", "", $"L{row.Item3}", row.Item4 == 0 ? "SUSPENDED" : "", (Flag)row.Item4, row.Item5, row.Item5))]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Fact]
    public void Who_joined_left_and_stayed_make_up_both_rounds_and_like_for_like_counts_the_same_projects_twice() =>
        Gen.Select(Rounds, Rounds).Sample((before, now) =>
        {
            var comparison = CohortComparison.Of(before, now);
            (now.Count - comparison.Joined.Count).ShouldBe(before.Count - comparison.Left.Count);
            comparison.Alike.Before.Projects.ShouldBe(comparison.Alike.Now.Projects);
            comparison.Alike.Now.Projects.ShouldBe(now.Count - comparison.Joined.Count);
            (comparison.Raw.Before.Projects, comparison.Raw.Now.Projects).ShouldBe((before.Count, now.Count));
            comparison.Raw.Now.Flags.Values.Sum().ShouldBe(now.Count);
            comparison.Moved.ShouldAllBe(change => change.Before!.Project == change.Now!.Project && (change.Before.Unit != change.Now.Unit || change.Before.Lane != change.Now.Lane));
            comparison.Unranked.Count.ShouldBe(now.Count(row => row.Why.Length > 0));
            if (now.Count > 0)
            {
                ((double)comparison.Raw.Now.Score!.Value).ShouldBe(now.Average(row => (double)row.Score!.Value), 1);
            }
        });

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_cohort_is_frozen_with_the_lock_and_says_who_is_not_ranked_and_why(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        await MoveRoundTests.Suspend(data, "P003");
        var walk = await new Walk(data, 6).To(RoundPhase.Locked);
        var freeze = (await Freezes.Latest(data.Open(), 2023, 6, Cancel))!;
        var members = await data.Open().Set<CohortMember>().Where(member => member.FreezeId == freeze.Id).ToDictionaryAsync(member => member.Project, Cancel);
        members.Count.ShouldBe(90);
        (members["P003"].Ranked, members["P003"].Why).ShouldBe((false, "SUSPENDED"));
        var locked = await RoundCohorts.Compare(data.Open(), 2023, 6, Cancel);
        await walk.To(RoundPhase.Scored);
        var scored = (await RoundCohorts.Compare(data.Open(), 2023, 6, Cancel))!;
        scored.Unranked.Select(change => (change.Now!.Project, change.Now.Why, change.Now.Lane)).Order().ShouldBe(locked!.Unranked.Select(change => (change.Now!.Project, change.Now.Why, change.Now.Lane)).Order(), "the engine says the same when it settles");
        scored.Joined.Select(change => change.Either.Project).Order().ShouldBe(locked.Joined.Select(change => change.Either.Project).Order());
        scored.Raw.Now.Projects.ShouldBe(90);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_board_and_the_desk_show_who_joined_and_the_totals_like_for_like(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        foreach (var address in new[] { "/seasons/2023/rounds/6/cohort", "/rounds/2023/6/cohort" })
        {
            var page = SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));
            page.ShouldContain("同口径（两轮都在）");
            page.ShouldContain("红旗");
            var unranked = SampleBoard.Text(await site.Client.GetStringAsync(address + "?moved=unranked", Cancel));
            unranked.ShouldContain("为什么不排名");
            unranked.ShouldContain("挂起期");
            (await site.Client.GetByteArrayAsync(address + ".xlsx", Cancel)).Length.ShouldBeGreaterThan(3000);
        }

        SampleBoard.Text(await site.Client.GetStringAsync("/seasons/2023/rounds/1/cohort", Cancel)).ShouldContain("没有上一轮可比");
        (await site.Anonymous.GetAsync("/seasons/2023/rounds/7/cohort", Cancel)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        var latest = (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!.Id;
        var exempt = (await data.Open().Set<StandingRow>().FirstAsync(row => row.Flag == Flag.Exempt && row.RoundId == latest, Cancel)).Project;
        SampleBoard.Text(await site.Client.GetStringAsync($"/seasons/2023/rounds/6/projects/{exempt}", Cancel)).ShouldContain("为什么不排名：");
    }
}
