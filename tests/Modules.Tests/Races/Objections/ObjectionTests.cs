using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Objections;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Objections;

public sealed class ObjectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_an_upheld_objection_does_is_computed_and_the_round_settled_with_it_says_just_that(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind);
        var row = (await round.Contestable())[0];
        var before = await round.Edition();
        var objection = await round.Upheld(row);
        objection.Number.ShouldBe("YY-2023-1-001");
        var effect = ObjectionEffect.Of(objection).ShouldNotBeNull();
        effect.Before.ShouldBe(new RoundPlace(row.Flag, row.Lane, row.Rank, row.Score, row.Reasons));
        effect.After.ShouldNotBe(effect.Before);

        var fact = await round.Data.Open().Set<ReportFact>().SingleAsync(one => one.Project == row.Project && one.Month == 202302 && one.SupersededBy == null, Cancel);
        fact.YearToDate.ShouldBe(9_999_990_000);
        var change = await round.Data.Open().Set<RegisterChange>().SingleAsync(one => one.Id == fact.ChangeId, Cancel);
        (change.Reason, objection.ChangeId, objection.CorrectedFrom).ShouldSatisfyAllConditions(said => said.Reason!.ShouldContain(objection.Number), said => said.ChangeId.ShouldBe(change.Id), said => said.CorrectedFrom.ShouldBe(objection.Frozen));
        (await CorrectRegister.Run(round.Data.Open(), round.Time, RoundInLife.Decider, objection.Number, Cancel)).Value!.ChangeId.ShouldBe(change.Id, "a second time changes nothing");

        round.Time.Advance(TimeSpan.FromDays(20));
        (await round.Move(RoundMove.CloseObjections, RoundInLife.Scorer)).Refusal!.Message.Zh.ShouldContain("没有更正或没有重新评分");
        (await round.Rescore(RoundInLife.Decider)).Refusal!.Code.ShouldBe("DECIDED_IT");
        var edition = (await round.Rescore(RoundInLife.Scorer)).Value.ShouldNotBeNull();
        (edition.Edition, edition.SupersedesId).ShouldBe((2, before.Id));
        (await round.Rescore(RoundInLife.Scorer)).Refusal!.Code.ShouldBe("NOTHING_TO_RESCORE");
        var after = await round.Data.Open().Set<StandingRow>().SingleAsync(one => one.RoundId == edition.Id && one.Project == row.Project, Cancel);
        new RoundPlace(after.Flag, after.Lane, after.Rank, after.Score, after.Reasons).ShouldBe(effect.After);
        var old = await round.Data.Open().Set<StandingRow>().Where(one => one.RoundId == before.Id && one.Project != row.Project).ToDictionaryAsync(one => one.Project, one => (one.Flag, one.Lane, one.Rank), Cancel);
        (await round.Data.Open().Set<StandingRow>().Where(one => one.RoundId == edition.Id && one.Project != row.Project).ToListAsync(Cancel)).Count(one => old[one.Project] != (one.Flag, one.Lane, one.Rank)).ShouldBe(effect.OthersMoved);

        (await round.Move(RoundMove.Air, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        round.Time.Advance(TimeSpan.FromDays(20));
        (await round.Move(RoundMove.CloseObjections, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        var seen = (await SeenObjection.Read(round.Data.Open(), 2023, 1, objection.Number, Cancel))!;
        (seen.Edition.Edition, seen.Corrected!.Edition, seen.Steps.Count).ShouldBe((1, 2, 3));
        (await VerifyLedger.Run(round.Data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nobody_gets_around_the_duties_nor_the_window(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind);
        var row = (await round.Contestable())[0];
        const string item = "reports:2023-02:ytd";
        (await round.Submit(row, item, "999999", RoundInLife.Reporter(row.Unit == "S05" ? "S06" : "S05"))).Refusal!.Code.ShouldBe("NOT_YOURS");
        (await round.Submit(row, "plans:2023-02:planned", "1")).Refusal!.Code.ShouldBe("NO_ITEM");
        (await round.Submit(row, "reports:2023-11:ytd:x", "1")).Refusal!.Code.ShouldBe("NO_ITEM");
        (await round.Submit(row, item, "很多")).Refusal.ShouldNotBeNull();
        (await round.Submit(row, item, "")).Refusal!.Code.ShouldBe("VALUE_MISSING");
        var objection = (await round.Submit(row, item, "999999", RoundInLife.Reporter(row.Unit) with { Duties = [new(Role.Reporter, new HashSet<string> { row.Unit }), new(Role.ProjectOffice, null)] })).Value.ShouldNotBeNull();
        (await round.Submit(row, item, "888888")).Refusal!.Code.ShouldBe("OBJECTED_ALREADY");

        (await round.Step(objection, ObjectionAction.Receive, RoundInLife.Scorer)).Refusal!.Code.ShouldBe("SCORED_IT");
        (await round.Step(objection, ObjectionAction.Receive, RoundInLife.Reporter(row.Unit) with { Duties = [new(Role.ProjectOffice, null)] })).Refusal!.Code.ShouldBe("SAME_PERSON");
        (await round.Step(objection, ObjectionAction.Receive, new("u", "本单位", [new(Role.Checker, new HashSet<string> { row.Unit }), new(Role.ProjectOffice, null)]))).Refusal!.Code.ShouldBe("OF_THE_UNIT");
        (await round.Step(objection, ObjectionAction.Receive, new("l", "领导", [new(Role.Leader, null)]))).Refusal!.Code.ShouldBe("NOT_YOURS");
        (await round.Step(objection, ObjectionAction.Refuse, RoundInLife.Decider)).Refusal!.Code.ShouldBe("REASONS_MISSING");
        (await round.Decide(objection, ObjectionOutcome.Rejected, RoundInLife.Decider)).Refusal!.Code.ShouldBe("NO_SUCH_STEP");
        objection = (await round.Step(objection, ObjectionAction.Receive, RoundInLife.Decider)).Value!;
        (await round.Decide(objection, ObjectionOutcome.Rejected, RoundInLife.Scorer)).Refusal!.Code.ShouldBe("SCORED_IT");
        (await round.Decide(objection, ObjectionOutcome.Upheld, RoundInLife.Decider, item, "5")).Refusal!.Code.ShouldBe("CLAIM_DIFFERS");
        (await round.Decide(objection, ObjectionOutcome.PartlyUpheld, RoundInLife.Decider, item, objection.Frozen)).Refusal!.Code.ShouldBe("NOTHING_CORRECTED");
        (await round.Decide(objection, ObjectionOutcome.Upheld, RoundInLife.Decider)).Refusal!.Code.ShouldBe("NOTHING_CORRECTED", "the register is as it was");
        (await round.Decide(objection, ObjectionOutcome.PartlyUpheld, RoundInLife.Decider, "projects::completed_on", "1990-01-01")).Refusal.ShouldNotBeNull();

        foreach (var (by, state) in new[] { (objection.SubmittedBy, "Decided"), (objection.ScoredBy, "Decided") })
        {
            await Should.ThrowAsync<System.Data.Common.DbException>(() => round.Data.Open().Set<Objection>().ExecuteUpdateAsync(
                set => set.SetProperty(one => one.State, Enum.Parse<ObjectionState>(state)).SetProperty(one => one.Outcome, ObjectionOutcome.Rejected).SetProperty(one => one.Reasons, "x").SetProperty(one => one.DecidedBy, by), Cancel));
        }

        var rejected = (await round.Decide(objection, ObjectionOutcome.Rejected, RoundInLife.Decider)).Value!;
        (rejected.IsUpheld, rejected.Corrects, rejected.Effect).ShouldBe((false, null, null));
        (await round.Step(rejected, ObjectionAction.Withdraw, RoundInLife.Reporter(row.Unit))).Refusal!.Code.ShouldBe("NO_SUCH_STEP");
        round.Time.Advance(TimeSpan.FromDays(20));
        (await round.Submit(row, item, "888888")).Refusal!.Code.ShouldBe("WINDOW_CLOSED");
        (await round.Move(RoundMove.CloseObjections, RoundInLife.Scorer)).Refusal.ShouldBeNull("a rejected objection holds nothing up");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_click_at_once_none_is_lost_and_one_decides(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind);
        var rows = (await round.Contestable()).Take(8).ToList();
        var handed = await Task.WhenAll(rows.Select(row => Task.Run(() => round.Submit(row, "reports:2023-02:ytd", "999999"))));
        handed.ShouldAllBe(one => one.Refusal == null);
        handed.Select(one => one.Value!.Number).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, rows.Count).Select(number => $"YY-2023-1-{number:D3}"));
        var same = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => round.Submit(rows[0], "reports:2023-02:verified", "false"))));
        same.Count(one => one.Refusal is null).ShouldBeLessThanOrEqualTo(1);

        var objection = handed[0].Value!;
        var received = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => Task.Run(() => round.Step(objection, at % 2 == 0 ? ObjectionAction.Receive : ObjectionAction.Refuse, RoundInLife.Office($"d{at}", $"裁决{at}"), "不在受理范围"))));
        received.Count(one => one.Refusal is null).ShouldBe(1);
        received.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "MOVED_MEANWHILE");
        if (received.Single(one => one.Value is not null).Value is { State: ObjectionState.Received } open)
        {
            var decided = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => Task.Run(() => round.Decide(open, ObjectionOutcome.Rejected, RoundInLife.Office($"d{at}", $"裁决{at}")))));
            decided.Count(one => one.Refusal is null).ShouldBe(1);
            decided.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "MOVED_MEANWHILE");
        }

        var db = round.Data.Open();
        (await db.Set<ObjectionStep>().CountAsync(Cancel)).ShouldBe(await db.Set<Objection>().SumAsync(one => one.Revision, Cancel), "every step is on record, without gaps");
    }

    [Fact]
    public async Task A_reason_is_contested_by_what_lies_behind_it_and_the_register_may_have_been_corrected_before()
    {
        await using var round = await RoundInLife.InObjection("sqlite");
        var row = (await round.Contestable()).First(one => one.Reasons.Length > 0);
        var objection = (await round.Submit(row, $"reason::{row.Reasons.Split('|')[0]}", null)).Value.ShouldNotBeNull();
        (await round.Submit(row, "reason::NOT_MINE", null)).Refusal!.Code.ShouldBe("NO_ITEM");
        objection = (await round.Step(objection, ObjectionAction.Receive, RoundInLife.Decider)).Value!;
        var fact = await round.Data.Open().Set<ReportFact>().SingleAsync(one => one.Project == row.Project && one.Month == 202302 && one.SupersededBy == null, Cancel);
        (await Saima.Projects.Editing.EditFact.Run(round.Data.Open(), round.Time, new(2023, Saima.Projects.Packages.PackageTable.Reports, row.Project, fact.Id, new Dictionary<string, string>
        {
            ["month"] = "2023-02",
            ["invested"] = "1",
            ["ytd"] = "999999",
            ["submitted_on"] = fact.SubmittedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["verified"] = "true",
            ["progress"] = fact.Progress ?? "",
        }, "tester", "漏计"), Cancel)).Refusal.ShouldBeNull();
        objection = (await round.Decide(objection, ObjectionOutcome.Upheld, RoundInLife.Decider)).Value.ShouldNotBeNull();
        objection = (await CorrectRegister.Run(round.Data.Open(), round.Time, RoundInLife.Decider, objection.Number, Cancel)).Value!;
        var edition = (await round.Rescore(RoundInLife.Scorer)).Value.ShouldNotBeNull();
        var after = await round.Data.Open().Set<StandingRow>().SingleAsync(one => one.RoundId == edition.Id && one.Project == row.Project, Cancel);
        ObjectionEffect.Of(objection)!.After.ShouldBe(new RoundPlace(after.Flag, after.Lane, after.Rank, after.Score, after.Reasons));
    }
}
