using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Time;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Seasons;
using Saima.Modules.Tests.Races.Life;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Seasons;

public sealed class CalendarTests
{
    private static readonly WorkingCalendar Days = new(new Dictionary<DateOnly, bool> { [new(2023, 5, 1)] = false, [new(2023, 5, 6)] = true });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Fact]
    public void A_calendar_is_refused_just_when_a_day_comes_too_early_or_nobody_works() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[-3, 25], Gen.Int[-3, 25], Gen.Int[-3, 25], Gen.Int[-3, 25]).Sample((round, a, b, c, d) =>
        {
            var cutOff = RoundPlan.CutOff(2023, round);
            var plan = new RoundPlan(round, cutOff.AddDays(a), cutOff.AddDays(b), cutOff.AddDays(c), cutOff.AddDays(d), null);
            var inOrder = 0 < a && a < b && b < c && c < d;
            var worked = new[] { a, b, c, d }.All(day => Days.IsWorkingDay(cutOff.AddDays(day)));
            (CalendarOrder.Check(2023, [plan], Days).Count == 0).ShouldBe(inOrder && worked);
        });

    [Fact]
    public void What_is_proposed_is_possible_and_its_deadline_is_the_one_that_settling_derives() =>
        Gen.Int[1990, 2100].Sample(season =>
        {
            var rounds = Enumerable.Range(1, 6).Select(round => RoundPlan.Proposed(season, round, 5, Days)).ToList();
            CalendarOrder.Check(season, rounds, Days).ShouldBeEmpty();
            rounds.ShouldAllBe(plan => plan.Deadline == Days.WorkingDayAfter(RoundPlan.CutOff(season, plan.Round), 5));
        });

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_calendar_is_edited_in_versions_and_the_settled_round_uses_its_deadline_and_says_so(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await Get(site, "/rounds/2023")).ShouldContain("还没有保存日历");
        var proposed = await PostedForm.Open(site, "/rounds/2023/calendar", "calendar");
        proposed["deadline-6"].ShouldBe((await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!.Deadline.ToString("yyyy-MM-dd", null));
        var refused = await Text(await proposed.Send(("deadline-6", "2023-12-29"), ("settling-5", "2023-11-18"), ("by", "王五"), ("reason", "示例会议纪要")));
        refused.ShouldContain("填报截止须晚于截止日（2023-12-31）");
        refused.ShouldContain("不是工作日");
        (await data.Open().Set<SeasonCalendar>().CountAsync(Cancel)).ShouldBe(0);

        var form = await PostedForm.Open(site, "/rounds/2023/calendar", "calendar");
        (await form.Send(("deadline-6", "2024-01-05"), ("by", "王五"), ("reason", "示例会议纪要"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await form.Send(("deadline-6", "2024-01-04"), ("by", "李四"), ("reason", "再改")))).ShouldContain("王五 刚刚保存了第 1 版日历");
        (await Get(site, "/rounds/2023/calendar")).ShouldContain("示例会议纪要");

        var settled = (await SettleRound.Run(data.Open(), TimeProvider.System, new(2023, 6, "test", "日历"), null, cancel: Cancel)).Value!;
        settled.Round.Deadline.ShouldBe(new(2024, 1, 5));
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await RoundArchive.Bytes(data.Open(), settled.Round.Id, Cancel), Cancel);
            using var bundle = Bundle.Open(file).Value!;
            (bundle.Manifest.DeadlineFromCalendar, bundle.Manifest.Deadline).ShouldBe((true, new DateOnly(2024, 1, 5)));
            VerifyBundle.Run(bundle, cancel: Cancel).Reproduced.ShouldBeTrue();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_rule_set_is_in_force_from_its_round_on(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 3);
        var strict = (await AddRuleSet.Run(data.Open(), TimeProvider.System, System.Text.Encoding.UTF8.GetBytes(RuleSets.RuleSetDeskTests.Stricter(2)), "x.json", "test", Cancel)).Value!;
        var rounds = await Calendars.Planned(data.Open(), 2023, Cancel);
        var kept = await KeepCalendar.Run(data.Open(), TimeProvider.System, new(2023, [.. rounds.Select(plan => plan.Round == 5 ? plan with { RuleSet = strict.Hash } : plan)], "test", "示例文件", 0), Cancel);
        kept.Refusal.ShouldBeNull();
        (await Calendars.Round(data.Open(), 2023, 4, Cancel))!.RuleSet.ShouldBeNull();
        (await Calendars.Round(data.Open(), 2023, 6, Cancel))!.RuleSet.ShouldBe(strict.Hash);
        foreach (var round in Enumerable.Range(4, 3))
        {
            await new Walk(data, round).To(RoundPhase.Scored);
        }

        (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!.RuleSetHash.ShouldBe(strict.Hash);
        (await RoundArchive.Latest(data.Open(), 2023, 4, Cancel))!.RuleSetHash.ShouldBe(RuleSetDocument.Default.Hash);
    }

    private static async Task<string> Get(Site site, string address) => SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));

    private static async Task<string> Text(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
}
