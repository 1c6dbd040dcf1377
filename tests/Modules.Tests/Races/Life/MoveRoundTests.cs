using CsCheck;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Register;
using Saima.Testing;
using Saima.Ui.Figures;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Life;

public sealed class MoveRoundTests
{
    private const int Clickers = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_round_goes_from_the_draft_to_the_archive_and_waits_at_every_gate(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        var walk = new Walk(data, 6);
        walk.Time.SetUtcNow(new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero));
        (await walk.Try(RoundMove.Lock)).Refusal!.Code.ShouldBe("NO_SUCH_MOVE");
        (await walk.Try(RoundMove.Import)).Refusal!.Code.ShouldBe("NOT_YOUR_MOVE");
        (await walk.Try(RoundMove.Open)).Refusal!.Code.ShouldBe("ROUND_WAITS", "no calendar is kept");
        await walk.Do(RoundMove.Open);
        (await walk.Try(RoundMove.Open)).Refusal!.Code.ShouldBe("NO_SUCH_MOVE");
        (await walk.Do(RoundMove.Lock)).Freeze!.Version.ShouldBe(1);
        (await walk.Try(RoundMove.Score)).Refusal!.Code.ShouldBe("NO_SUCH_MOVE");
        await walk.Do(RoundMove.Verify);
        var scored = (await walk.Do(RoundMove.Score)).Edition!;
        (scored.SettledBy, scored.PublishedAt).ShouldBe((Walk.Scorer, null));

        await walk.Do(RoundMove.Air);
        var until = (await walk.Life()).ObjectionsUntil!.Value;
        until.ShouldBe(new(2024, 1, 22));
        walk.Time.SetUtcNow(new(2024, 1, 22, 15, 59, 0, TimeSpan.Zero));
        (await walk.Try(RoundMove.CloseObjections)).Refusal!.Code.ShouldBe("ROUND_WAITS");
        walk.Time.Advance(TimeSpan.FromMinutes(2));
        await walk.Do(RoundMove.CloseObjections);
        (await walk.Try(RoundMove.Publish)).Refusal!.Code.ShouldBe("SCORER_DOES_NOT_APPROVE");
        (await walk.Do(RoundMove.Publish, Walk.Approver)).Edition!.PublishedAt.ShouldNotBeNull();
        await walk.Do(RoundMove.Rectify);
        await walk.Do(RoundMove.Archive);

        var steps = await RoundLives.Steps(data.Open(), 2023, 6, Cancel);
        steps.Select(step => step.Number).ShouldBe(Enumerable.Range(1, 9).Reverse());
        (await data.Open().Set<LedgerEntry>().Where(entry => entry.Subject == "races/2023/6").Select(entry => entry.Action).OrderBy(action => action).ToListAsync(Cancel))
            .ShouldBe(["races.air", "races.archive", "races.close-objections", "races.commit-seed", "races.freeze", "races.lock", "races.open", "races.publish", "races.rectify", "races.score", "races.settle", "races.verify"]);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_twenty_who_click_at_once_one_counts_at_every_step(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        await Walk.Calendar(data);
        var walk = new Walk(data, 6);
        while ((await walk.Life()) is { Phase: not RoundPhase.Archived } life)
        {
            walk.Time.Advance(TimeSpan.FromDays(20));
            var move = LifeMachine.Onward(life.Phase)!.Value;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, Clickers).Select(one => Task.Run(() => walk.Try(move, move == RoundMove.Publish ? $"乙{one}" : Walk.Scorer, seen: life.Revision))));
            outcomes.Count(outcome => outcome.Refusal is null).ShouldBe(1, $"{move}");
            (await walk.Life()).Revision.ShouldBe(life.Revision + 1);
        }

        (await RoundLives.Steps(data.Open(), 2023, 6, Cancel)).Count.ShouldBe(9);
        (await data.Open().Set<SettledRound>().CountAsync(round => round.Round == 6, Cancel)).ShouldBe(1);
        (await data.Open().Set<RoundFreeze>().CountAsync(freeze => freeze.Round == 6, Cancel)).ShouldBe(1);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public Task Whoever_clicks_whatever_gets_around_no_gate_and_no_duty(string kind) =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 15], Gen.Int[0, 9], Gen.Bool, Gen.Bool).Array[70].SampleAsync(clicks => Click(kind, clicks), iter: 1, threads: 1);

    private static async Task Click(string kind, (int Who, int Move, int Days, bool Says, bool Lets)[] clicks)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        await Walk.Calendar(data);
        var gate = new Switch(RoundPhase.Verifying);
        var walk = new Walk(data, 6, [gate]);
        foreach (var (who, move, days, says, lets) in clicks)
        {
            walk.Time.Advance(TimeSpan.FromDays(days % 4));
            gate.Open = lets;
            var before = await walk.Life();
            var chosen = days < 6 ? LifeMachine.Onward(before.Phase) ?? RoundMove.Correct : (RoundMove)move;
            var outcome = await walk.Try(chosen, $"p{who}", says ? "why" : null, walk.Time.GetUtcNow().AddDays(1));
            var after = await walk.Life();
            (after.Revision - before.Revision).ShouldBeInRange(0, outcome.Refusal is null ? 1 : 0);
            (after.Phase - before.Phase).ShouldBeLessThanOrEqualTo(1);
            (before.Phase == RoundPhase.Verifying && after.Phase == RoundPhase.Scored && !lets).ShouldBeFalse();
            (before.Phase == RoundPhase.Objection && after.Phase == RoundPhase.Review && Written.DayOf(walk.Time.GetUtcNow()) <= before.ObjectionsUntil).ShouldBeFalse();
        }

        var steps = (await RoundLives.Steps(data.Open(), 2023, 6, Cancel)).Reverse().ToList();
        steps.Zip(steps.Skip(1)).ShouldAllBe(pair => pair.First.To == pair.Second.From && pair.First.Number + 1 == pair.Second.Number);
        string? scorer = null;
        foreach (var step in steps)
        {
            (LifeMachine.Approves.Contains(step.Move) && step.By == scorer).ShouldBeFalse();
            scorer = LifeMachine.Settles.Contains(step.Move) ? step.By : scorer;
        }

        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_round_goes_back_to_reporting_only_with_a_reason_and_the_next_lock_freezes_anew(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Locked);
        (await walk.Try(RoundMove.Reopen)).Refusal!.Code.ShouldBe("REASON_NEEDED");
        var reporter = new Actor("r", "r", [new(Role.Reporter, null), new(Role.ProjectOffice, new HashSet<string> { "U01" })]);
        (await MoveRound.Run(data.Open(), walk.Time, [], reporter, new(2023, 6, RoundMove.Reopen, 2, "漏报"), Cancel)).Refusal!.Code.ShouldBe("NOT_YOUR_MOVE");
        await walk.Do(RoundMove.Reopen, reason: "漏报");
        await Suspend(data, "P003");
        var frozen = (await walk.Do(RoundMove.Lock)).Freeze!;
        (frozen.Version, frozen.Reason).ShouldBe((2, "漏报"));
        await walk.To(RoundPhase.Scored);
        (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!.Exempt.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_upheld_objection_settles_anew_and_is_shown_again(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Review);
        await Suspend(data, "P003");
        (await walk.Do(RoundMove.BackToScored, "丙", "异议成立")).Edition!.Edition.ShouldBe(2);
        ((await walk.Life()).Phase, (await walk.Life()).ObjectionsUntil).ShouldBe((RoundPhase.Scored, null));
        await walk.To(RoundPhase.Review);
        (await walk.Try(RoundMove.Publish, "丙")).Refusal!.Code.ShouldBe("SCORER_DOES_NOT_APPROVE");
        (await walk.Do(RoundMove.Publish, Walk.Scorer)).Edition!.Edition.ShouldBe(2, "who settled the edition before did not settle this one");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_rules_are_those_fixed_at_the_opening_whatever_the_calendar_says_later(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Open);
        var strict = (await AddRuleSet.Run(data.Open(), TimeProvider.System, System.Text.Encoding.UTF8.GetBytes(RuleSets.RuleSetDeskTests.Stricter(2)), "x.json", "test", Cancel)).Value!;
        var plans = await Calendars.Planned(data.Open(), 2023, Cancel);
        (await KeepCalendar.Run(data.Open(), TimeProvider.System, new(2023, [.. plans.Select(plan => plan with { RuleSet = strict.Hash, ObjectionDays = 3 })], "test", "示例文件", 1), Cancel)).Refusal.ShouldBeNull();
        await walk.To(RoundPhase.Scored);
        (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!.RuleSetHash.ShouldBe(RuleSetDocument.Default.Hash);
        (await SettleRound.Run(data.Open(), walk.Time, new(2023, 6, "x") { Rules = strict }, null, cancel: Cancel)).Refusal!.Code.ShouldBe("RULES_ARE_FIXED");
        await walk.Do(RoundMove.Air);
        (await walk.Life()).ObjectionsUntil.ShouldBe(new(2024, 1, 18), "three working days after Monday the 15th");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_correction_is_an_edition_with_a_reason_that_somebody_else_publishes(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 5);
        var walk = await new Walk(data, 6).To(RoundPhase.Archived);
        (await walk.Try(RoundMove.PublishCorrection, Walk.Approver)).Refusal!.Code.ShouldBe("NOTHING_TO_PUBLISH");
        (await walk.Try(RoundMove.Correct)).Refusal!.Code.ShouldBe("REASON_NEEDED");
        var revision = (await walk.Life()).Revision;
        (await walk.Do(RoundMove.Correct, reason: "复核")).NothingNew.ShouldBeTrue();
        (await walk.Life()).Revision.ShouldBe(revision, "nothing was corrected");
        await Suspend(data, "P003");
        await walk.Do(RoundMove.Refreeze, reason: "补登挂起");
        var edition = (await walk.Do(RoundMove.Correct, reason: "补登挂起")).Edition!;
        (edition.Edition, edition.Reason, edition.PublishedAt).ShouldBe((2, "补登挂起", null));
        (await walk.Try(RoundMove.PublishCorrection)).Refusal!.Code.ShouldBe("SCORER_DOES_NOT_APPROVE");
        await walk.Do(RoundMove.PublishCorrection, Walk.Approver);
        (await walk.Life()).Phase.ShouldBe(RoundPhase.Archived);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_database_itself_refuses_a_step_the_machine_has_not_and_an_approval_by_the_scorer(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Walk.Sample(data, aired: 1);
        await Should.ThrowAsync<DbUpdateException>(() => Save(data.Open(), new LifeStep { Season = 2023, Round = 1, Number = 2, Move = RoundMove.Publish, From = RoundPhase.Draft, To = RoundPhase.Published, By = "x", ByName = "x" }));
        await Should.ThrowAsync<DbUpdateException>(() => Save(data.Open(), new LifeStep { Season = 2023, Round = 1, Number = 2, Move = RoundMove.Reopen, From = RoundPhase.Locked, To = RoundPhase.Open, By = "x", ByName = "x" }));
        await Should.ThrowAsync<DbUpdateException>(() => Save(data.Open(), new RoundLife { Season = 2023, Round = 2, Phase = RoundPhase.Draft, ScoredBy = "x", ApprovedBy = "x" }));
        await Should.ThrowAsync<DbUpdateException>(() => Save(data.Open(), new RoundLife { Season = 2023, Round = 2, Phase = RoundPhase.Open }));
        (await Save(data.Open(), new RoundLife { Season = 2023, Round = 2, Phase = RoundPhase.Draft, ScoredBy = "x", ApprovedBy = "y" })).ShouldBe(1);
    }

    internal static async Task Suspend(TestDatabase data, string project)
    {
        var fact = await data.Open().Set<ProjectFact>().AsNoTracking().SingleAsync(one => one.Season == 2023 && one.Project == project && one.SupersededBy == null, Cancel);
        await using var db = data.Open();
        await db.Set<ProjectFact>().Where(one => one.Project == fact.Project && one.Season == 2023 && one.SupersededBy == null)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.SuspendedFrom, new DateOnly(2023, 12, 1)).SetProperty(row => row.SuspendedTo, new DateOnly(2024, 3, 1)).SetProperty(row => row.SuspensionReason, "示例批文"), Cancel);
    }

    private static Task<int> Save(SaimaDb db, object row)
    {
        db.Add(row);
        return db.SaveChangesAsync(Cancel);
    }

    /// <summary>What another room holds a round up with.</summary>
    private sealed class Switch(RoundPhase phase) : RoundGate
    {
        public bool Open { get; set; }

        public override RoundPhase Phase => phase;

        public override Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<Waiting>>(Open ? [] : [new(new Phrase("核查", "verification"), "", null, true)]);
    }
}
