using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Life;

public sealed class PublishDueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task At_the_set_time_one_of_two_processes_publishes_though_both_were_down_when_it_came(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Review);
        var at = walk.Time.GetUtcNow().AddHours(3);
        (await walk.Try(RoundMove.Schedule, Walk.Scorer, at: at)).Refusal!.Code.ShouldBe("SCORER_DOES_NOT_APPROVE");
        (await walk.Try(RoundMove.Schedule, Walk.Approver, at: walk.Time.GetUtcNow())).Refusal!.Code.ShouldBe("TIME_IS_PAST");
        await walk.Do(RoundMove.Schedule, Walk.Approver, at: at);
        (await PublishDue.Run(data.Open(), walk.Time, [], Cancel)).ShouldBe(0);

        walk.Time.Advance(TimeSpan.FromDays(2));
        var published = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PublishDue.Run(data.Open(), walk.Time, [], Cancel))));
        published.Sum().ShouldBe(1);
        (await data.Open().Set<SettledRound>().CountAsync(round => round.Round == 6 && round.PublishedAt != null, Cancel)).ShouldBe(1);
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "races.publish" && entry.Subject == "races/2023/6", Cancel)).ShouldBe(1);
        var step = (await RoundLives.Steps(data.Open(), 2023, 6, Cancel))[0];
        (step.Move, step.ByName).ShouldBe((RoundMove.Publish, Walk.Approver));
    }

    [Fact]
    public async Task A_round_that_goes_back_is_not_published_at_the_old_time()
    {
        await using var data = TestDatabase.Create("sqlite");
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Review);
        await walk.Do(RoundMove.Schedule, Walk.Approver, at: walk.Time.GetUtcNow().AddHours(1));
        await walk.Do(RoundMove.BackToScored, reason: "异议成立");
        walk.Time.Advance(TimeSpan.FromDays(1));
        (await PublishDue.Run(data.Open(), walk.Time, [], Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_round_that_can_be_moved_on_is_a_task_of_the_project_office_and_one_under_review_of_leaders()
    {
        await using var data = TestDatabase.Create("sqlite");
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Objection);
        var tasks = new LifeTasks([], walk.Time);
        var leader = new Actor("l", "l", [new(Role.Leader, null)]);
        (await tasks.Read(data.Open(), Walk.Office(Walk.Scorer), new(2024, 1, 15), Cancel)).ShouldBeEmpty("the window is open");
        walk.Time.Advance(TimeSpan.FromDays(20));
        (await tasks.Read(data.Open(), Walk.Office(Walk.Scorer), new(2024, 2, 4), Cancel)).ShouldHaveSingleItem().Title.Zh.ShouldBe("2023 年第 6 轮：可以“结束异议期”了");
        (await tasks.Read(data.Open(), leader, new(2024, 2, 4), Cancel)).ShouldBeEmpty();
        await walk.To(RoundPhase.Review);
        (await tasks.Read(data.Open(), Walk.Office(Walk.Scorer), new(2024, 2, 4), Cancel)).ShouldBeEmpty("who settled does not publish");
        (await tasks.Read(data.Open(), Walk.Office(Walk.Approver), new(2024, 2, 4), Cancel)).ShouldHaveSingleItem().Address.ShouldBe("/rounds/2023/6");
        (await tasks.Read(data.Open(), leader, new(2024, 2, 4), Cancel)).ShouldHaveSingleItem();
    }
}
