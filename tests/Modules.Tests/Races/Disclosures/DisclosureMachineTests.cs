using CsCheck;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Disclosures;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Disclosures;

public sealed class DisclosureMachineTests
{
    private static readonly Actor[] People =
    [
        Of("a", Role.ProjectOffice), Of("b", Role.ProjectOffice), Of("c", Role.Leader), Of("d", Role.Reporter), Of("e", Role.SystemAdministrator),
    ];

    private static readonly Gen<(DisclosureAct Act, int Person, bool Open)[]> Steps =
        Gen.Select(Gen.Enum<DisclosureAct>(), Gen.Int[0, People.Length - 1], Gen.Bool).Array[1, 40];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Fact]
    public void Whatever_is_clicked_what_is_shown_was_proposed_by_one_and_approved_by_another_and_not_taken_down_since() => Steps.Sample(steps =>
    {
        var versions = new List<Disclosure>();
        foreach (var (act, person, open) in steps)
        {
            var actor = People[person];
            if (DisclosureMachine.Refuse(versions, act, actor) is not null)
            {
                continue;
            }

            actor.HoldsAny(act == DisclosureAct.Propose ? DisclosureMachine.Proposers : DisclosureMachine.Reviewers).ShouldBeTrue();
            Take(versions, act, actor, open);
        }

        versions.Select(one => one.Version).ShouldBe(Enumerable.Range(1, versions.Count));
        if (DisclosureMachine.InForce(versions) is { } now && now.Shows(new(2026, 1, 1)))
        {
            now.ReviewedById.ShouldNotBeNull();
            now.ReviewedById.ShouldNotBe(now.ProposedById);
            versions.Where(one => one.Version > now.Version).ShouldAllBe(one => one.Withdrawn == null);
        }
    });

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_click_at_once_one_proposes_one_reviews_and_one_takes_down(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var round = (await Saima.Modules.Races.Rounds.RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!;
        var key = DisclosureKinds.KeyOf(round);
        (await AtOnce(db => WithdrawDisclosure.Run(db, TimeProvider.System, People[2], DisclosureKinds.Edition, key, "有误", Cancel))).ShouldBe(1);
        (await AtOnce(db => ProposeDisclosure.Run(db, TimeProvider.System, People[0], DisclosureOrder.For(round, DisclosureClass.Open, "条款", "文件", null), Cancel))).ShouldBe(1);
        var seen = (await DisclosureBook.Versions(data.Open(), DisclosureKinds.Edition, key, Cancel))[0].Version;
        (await AtOnce(db => ReviewDisclosure.Run(db, TimeProvider.System, People[1], new(DisclosureKinds.Edition, key, seen, true, ""), Cancel))).ShouldBe(1);
        (await DisclosureBook.Versions(data.Open(), DisclosureKinds.Edition, key, Cancel)).Count.ShouldBe(3);

        async Task<int> AtOnce(Func<Saima.Kernel.Data.SaimaDb, Task<Saima.Kernel.Refusals.Outcome<Disclosure>>> click) =>
            (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => click(data.Open()))))).Count(outcome => outcome.Refusal is null);
    }

    private static void Take(List<Disclosure> versions, DisclosureAct act, Actor actor, bool open)
    {
        var next = new Disclosure
        {
            Kind = "edition",
            Key = "1",
            Version = versions.Count + 1,
            Class = open ? DisclosureClass.Open : DisclosureClass.Closed,
            Basis = "b",
            Document = "d",
            Masked = "",
            ProposedById = actor.Id,
            ProposedBy = actor.Name,
        };
        switch (act)
        {
            case DisclosureAct.Propose:
                versions.Add(next);
                break;
            case DisclosureAct.Withdraw:
                (next.Withdrawn, next.State, next.ReviewedById, next.Class) = ("why", DisclosureState.Approved, actor.Id, DisclosureClass.Closed);
                versions.Add(next);
                break;
            default:
                var waits = DisclosureMachine.Open(versions)!;
                (waits.State, waits.ReviewedById) = (act == DisclosureAct.Approve ? DisclosureState.Approved : DisclosureState.Refused, actor.Id);
                break;
        }
    }

    private static Actor Of(string id, Role role) => new(id, id, [new(role, null)]);
}
