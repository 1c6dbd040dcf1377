using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Documents;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Review;
using Saima.Modules.Tests.Races.Objections;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Review;

public sealed class ReviewTests
{
    private static readonly Actor Chair = new("c", "主持人", [new(Role.Leader, null)]);
    private static readonly Actor Leader = new("l", "分管领导", [new(Role.Leader, null)]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_is_published_before_every_item_is_agreed_and_the_chair_and_another_signed(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind);
        await round.ToReview();
        (await Waits(round)).ShouldBe(["还没有召集审定会", .. (await Waits(round)).Skip(1)]);
        (await Call(round, RoundInLife.Scorer, chair: "", present: "")).Refusal!.Problems.Count.ShouldBe(2);
        (await Call(round, Leader)).Refusal!.Code.ShouldBe("NOT_YOURS");
        (await Call(round, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        (await Call(round, RoundInLife.Scorer)).Refusal!.Code.ShouldBe("MOVED_MEANWHILE", "somebody else called it since");

        var state = await State(round);
        (await Decide(round, AgendaItem.PublishKey, ReviewOutcome.Agree, RoundInLife.Scorer)).Refusal!.Code.ShouldBe("SCORED_IT");
        (await Decide(round, AgendaItem.PublishKey, ReviewOutcome.Agree, new("x", "路人", [new(Role.Leader, null)]))).Refusal!.Code.ShouldBe("NOT_PRESENT");
        (await Decide(round, AgendaItem.PublishKey, ReviewOutcome.Defer, Leader)).Refusal!.Code.ShouldBe("REASON_MISSING");
        (await Sign(round, Chair)).Refusal!.Code.ShouldBe("UNDECIDED");
        await AgreeAll(round);
        (await round.Move(RoundMove.Publish, RoundInLife.Publisher)).Refusal!.Message.Zh.ShouldContain("还缺 2 个签署");

        (await Sign(round, RoundInLife.Scorer)).Value!.Approves.ShouldBeFalse("who scored is present and does not approve");
        (await Sign(round, Leader)).Value.ShouldSatisfyAllConditions(hand => hand!.Approves.ShouldBeTrue(), hand => hand!.AsChair.ShouldBeFalse());
        (await Sign(round, Leader)).Refusal!.Code.ShouldBe("SIGNED_ALREADY");
        (await round.Move(RoundMove.Publish, RoundInLife.Publisher)).Refusal!.Message.Zh.ShouldContain("还缺 1 个签署");
        (await Sign(round, Chair)).Value!.AsChair.ShouldBeTrue();

        (await Decide(round, AgendaItem.PublishKey, ReviewOutcome.Defer, Leader, "等数据")).Refusal.ShouldBeNull();
        (await State(round)).Signatures.ShouldAllBe(one => !one.Stands, "a decision changed after they signed");
        (await Decide(round, AgendaItem.PublishKey, ReviewOutcome.Agree, Leader)).Refusal.ShouldBeNull();
        (await round.Move(RoundMove.Publish, RoundInLife.Publisher)).Refusal!.Message.Zh.ShouldContain("还缺 2 个签署");
        (await Sign(round, Chair)).Refusal.ShouldBeNull();
        (await Sign(round, Leader)).Refusal.ShouldBeNull();
        (await State(round)).IsApproved.ShouldBeTrue();
        state.Edition.BundleHash.ShouldBe((await round.Edition()).BundleHash);
        (await round.Move(RoundMove.Publish, RoundInLife.Publisher)).Refusal.ShouldBeNull();
        (await VerifyLedger.Run(round.Data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_edition_makes_signatures_lapse_and_asks_again_only_for_what_changed(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind);
        var row = (await round.Contestable())[0];
        var objection = await round.Upheld(row);
        (await round.Rescore(RoundInLife.Scorer)).Refusal.ShouldBeNull();
        (await round.Move(RoundMove.Air, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        await round.ToReview();
        (await Call(round, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        (await State(round)).Items.ShouldContain(item => item.Item.Kind == AgendaKind.Objection && item.Item.About!.Objection.Number == objection.Number);
        await AgreeAll(round);
        (await Sign(round, Chair)).Refusal.ShouldBeNull();
        (await Sign(round, Leader)).Refusal.ShouldBeNull();
        (await State(round)).IsApproved.ShouldBeTrue();

        var fact = await round.Data.Open().Set<Saima.Projects.Register.ReportFact>().SingleAsync(one => one.Project == row.Project && one.Month == 202302 && one.SupersededBy == null, Cancel);
        (await Saima.Projects.Editing.EditFact.Run(round.Data.Open(), round.Time, new(2023, Saima.Projects.Packages.PackageTable.Reports, row.Project, fact.Id, new Dictionary<string, string>
        {
            ["month"] = "2023-02",
            ["invested"] = "0",
            ["ytd"] = "0",
            ["submitted_on"] = "2023-03-01",
            ["verified"] = "true",
            ["progress"] = "",
        }, "tester", "审定会发现"), Cancel)).Refusal.ShouldBeNull();
        (await round.Move(RoundMove.BackToScored, RoundInLife.Scorer, "审定会要求调整")).Refusal.ShouldBeNull();
        var state = await State(round);
        state.Signatures.ShouldAllBe(one => !one.Stands);
        state.Items.Single(item => item.Item.Kind == AgendaKind.Publish).IsCurrent.ShouldBeFalse();
        state.Items.Where(item => item.Item.Row is { } other && other.Project != row.Project).ShouldAllBe(item => item.IsAgreed, "others' facts are what they were");
        (await Waits(round)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_sign_or_decide_at_once_none_is_lost_and_each_counts_once(string kind)
    {
        await using var round = await RoundInLife.InObjection(kind);
        await round.ToReview();
        (await Call(round, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        var decided = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Decide(round, AgendaItem.PublishKey, ReviewOutcome.Agree, Leader, null, 0))));
        decided.Count(one => one.Refusal is null).ShouldBe(1);
        decided.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "MOVED_MEANWHILE");
        await AgreeAll(round);
        var signed = await Task.WhenAll(Enumerable.Range(0, 9).Select(at => Task.Run(() => Sign(round, (at % 3) switch { 0 => Chair, 1 => Leader, _ => RoundInLife.Decider }))));
        signed.Count(one => one.Refusal is null).ShouldBe(3);
        signed.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "SIGNED_ALREADY");
        (await State(round)).ShouldSatisfyAllConditions(state => state.ChairSigned.ShouldBeTrue(), state => state.Approvals.ShouldBe(2), state => state.IsApproved.ShouldBeTrue());

        await Should.ThrowAsync<System.Data.Common.DbException>(() => round.Data.Open().Set<ReviewSignature>().Where(one => one.SignedBy == "l").ExecuteUpdateAsync(set => set.SetProperty(one => one.SignedBy, RoundInLife.Scorer.Id), Cancel));
    }

    [Fact]
    public void Whoever_signs_approves_only_if_present_in_duty_and_not_the_scorer_and_one_is_the_chair()
    {
        Role[] roles = [Role.Leader, Role.ProjectOffice, Role.StatisticsVerifier, Role.Reporter];
        Gen.Int[0, 63].Array[1, 30].Sample(people =>
        {
            var signatures = new List<SeenSignature>();
            foreach (var person in people)
            {
                var actor = new Actor($"{person}", $"人{person}", [.. roles.Where((_, at) => ((person >> at) & 1) == 1).Select(role => new HeldRole(role, null))]);
                var state = Made([.. Enumerable.Range(0, 64).Where(one => one % 3 != 0).Select(one => $"人{one}")], signatures);
                if (SignReview.For(state, actor).Value is not { } hand)
                {
                    continue;
                }

                (person % 3).ShouldNotBe(0, "only those present sign");
                (hand.Approves && person % 7 == 0).ShouldBeFalse("who scored does not approve");
                (hand.Approves && !actor.Holds(Role.Leader) && !actor.Holds(Role.ProjectOffice)).ShouldBeFalse();
                (hand.AsChair && (!hand.Approves || person != 5 || !actor.Holds(Role.Leader))).ShouldBeFalse();
                signatures.Add(new(new() { SignedBy = actor.Id, SignedName = actor.Name, Approves = hand.Approves, AsChair = hand.AsChair, BundleHash = "b", Agenda = state.Agenda }, true));
            }

            signatures.Count(one => one.Signature.AsChair).ShouldBeLessThanOrEqualTo(1);
            signatures.Select(one => one.Signature.SignedBy).Distinct().Count().ShouldBe(signatures.Count);
        });
    }

    [Fact]
    public async Task The_minutes_open_in_an_office_and_hold_every_decision()
    {
        await using var round = await RoundInLife.InObjection("sqlite");
        var objection = await round.Upheld((await round.Contestable())[0]);
        (await round.Rescore(RoundInLife.Scorer)).Refusal.ShouldBeNull();
        (await round.Move(RoundMove.Air, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        await round.ToReview();
        (await Call(round, RoundInLife.Scorer)).Refusal.ShouldBeNull();
        await AgreeAll(round);
        (await Sign(round, Chair)).Refusal.ShouldBeNull();
        var draft = WordWriter.Write(ReviewMinutes.Write(await State(round), await ReadObjections.All(round.Data.Open(), 2023, 1, Cancel)), FontSet.Standard);
        using (var file = WordprocessingDocument.Open(new MemoryStream(draft), false))
        {
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Cancel).Select(fault => fault.Description + " " + fault.Path?.XPath).ShouldBeEmpty();
        }

        var text = (await Office.Text(await Office.ToPdf(draft, "docx", Cancel), null, Cancel)).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
        foreach (var part in new[] { "2023年第1轮赛马结果审定会纪要", "草稿：审定没有完毕", "区政府三楼会议室", "主持：主持人", "分管领导（副区长）", objection.Number, "决定：同意。", "公布本轮结果", "主持人，同意", "还缺1个签署" })
        {
            text.ShouldContain(part.Replace(" ", "", StringComparison.Ordinal));
        }

        (await Sign(round, Leader)).Refusal.ShouldBeNull();
        ReviewMinutes.Write(await State(round), []).Mark.ShouldBeNull("signed by all it is no draft");
    }

    private static ReviewState Made(IReadOnlyList<string> present, List<SeenSignature> signatures)
    {
        var edition = new SettledRound { Season = 2023, Round = 1, Edition = 1, RuleSetCode = "x", RuleSetHash = "x", RuleSetDocument = "{}", BundleHash = "b", SettledBy = "s" };
        var item = AgendaItem.Publish(edition);
        var decision = new ReviewDecision { Item = item.Key, Version = 1, Outcome = ReviewOutcome.Agree, Facts = item.Facts, DecidedBy = "x", DecidedName = "x" };
        return new(
            new() { Season = 2023, Round = 1, Phase = RoundPhase.Review, Revision = 8, ScoredBy = "7" }, edition, [new(item, decision)],
            new() { Season = 2023, Round = 1, Number = 1, Place = "x", Chair = "人5", Quorum = 1, CalledBy = "x", CalledName = "x" }, [.. present.Select((name, at) => new ReviewAttendee { Position = at + 1, Name = name })],
            [.. signatures], Enumerable.Range(0, 64).Where(one => one % 7 == 0).Select(one => $"{one}").ToHashSet());
    }

    private static async Task<ReviewState> State(RoundInLife round) => (await ReviewState.Read(round.Data.Open(), 2023, 1, Cancel))!;

    private static async Task<IReadOnlyList<string>> Waits(RoundInLife round) => [.. (await new ReviewGate().Read(round.Data.Open(), 2023, 1, Cancel)).Select(one => one.What.Zh)];

    private static Task<Outcome<ReviewMeeting>> Call(RoundInLife round, Actor actor, string chair = "主持人", string present = "分管领导 副区长\n评分人，项目办\n裁决人\n公布人\n来宾") =>
        CallMeeting.Run(round.Data.Open(), round.Time, actor, new(2023, 1, 0, "2024-02-06", "区政府三楼会议室", chair, present, "1"), Cancel);

    private static async Task<Outcome<ReviewDecision>> Decide(RoundInLife round, string item, ReviewOutcome outcome, Actor actor, string? reason = null, int? seen = null)
    {
        var known = (await State(round)).Items.Single(one => one.Item.Key == item);
        return await DecideItem.Run(round.Data.Open(), round.Time, actor, new(2023, 1, item, seen ?? known.Decision?.Version ?? 0, known.Item.Facts, outcome, reason), Cancel);
    }

    private static async Task AgreeAll(RoundInLife round)
    {
        foreach (var item in (await State(round)).Items.Where(item => !item.IsAgreed))
        {
            (await Decide(round, item.Item.Key, ReviewOutcome.Agree, RoundInLife.Decider)).Refusal.ShouldBeNull(item.Item.Key);
        }
    }

    private static async Task<Outcome<ReviewSignature>> Sign(RoundInLife round, Actor actor)
    {
        var state = await State(round);
        return await SignReview.Run(round.Data.Open(), round.Time, actor, 2023, 1, (state.Edition.BundleHash, state.Agenda), Cancel);
    }
}
