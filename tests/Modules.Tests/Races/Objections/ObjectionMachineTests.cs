using CsCheck;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Objections;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Objections;

public sealed class ObjectionMachineTests
{
    private static readonly Role[] Roles = [Role.Reporter, Role.Checker, Role.ProjectOffice, Role.Leader];

    // People with one or several of the roles, in the unit, in another one or in the whole district.
    private static readonly Gen<(ObjectionAction Action, int Person)[]> Steps = Gen.Select(Gen.Enum<ObjectionAction>(), Gen.Int[0, 63]).Array[1, 40];

    [Fact]
    public void However_people_click_who_decides_neither_objected_nor_scored_nor_belongs_to_the_unit()
    {
        Steps.Sample(steps =>
        {
            var (objection, scorers) = (New("0"), new HashSet<string> { "18", "34" });
            foreach (var (action, person) in steps)
            {
                var actor = Person(person);
                if (ObjectionMachine.Move(objection, action, actor, scorers).Value is not { } next)
                {
                    continue;
                }

                ObjectionMachine.Next(objection.State, action).ShouldBe(next);
                if (action == ObjectionAction.Withdraw)
                {
                    actor.Id.ShouldBe(objection.SubmittedBy);
                }
                else
                {
                    actor.Holds(Role.ProjectOffice).ShouldBeTrue();
                    actor.Id.ShouldNotBe(objection.SubmittedBy);
                    actor.Id.ShouldNotBe(objection.ScoredBy);
                    scorers.ShouldNotContain(actor.Id);
                    actor.Duties.ShouldAllBe(duty => duty.Covers == null || !duty.Covers.Contains("S05"));
                }

                objection.State = next;
            }
        });
    }

    [Fact]
    public void There_is_no_other_way_than_handed_in_admitted_decided_and_none_out_of_an_end()
    {
        foreach (var state in Enum.GetValues<ObjectionState>())
        {
            foreach (var action in Enum.GetValues<ObjectionAction>())
            {
                ObjectionState? expected = (state, action) switch
                {
                    (ObjectionState.Submitted, ObjectionAction.Receive) => ObjectionState.Received,
                    (ObjectionState.Submitted, ObjectionAction.Refuse) => ObjectionState.NotAdmitted,
                    (ObjectionState.Received, ObjectionAction.Decide) => ObjectionState.Decided,
                    (ObjectionState.Submitted or ObjectionState.Received, ObjectionAction.Withdraw) => ObjectionState.Withdrawn,
                    _ => null,
                };
                ObjectionMachine.Next(state, action).ShouldBe(expected, $"{state} {action}");
            }
        }
    }

    [Theory]
    [InlineData("reports:2023-08:ytd", true)]
    [InlineData("milestones:主体：结顶:1#:achieved_on", true)]
    [InlineData("projects::included_on", true)]
    [InlineData("reason::SLIP_OVER_90", true)]
    [InlineData("plans:2023-08:planned", false)]
    [InlineData("milestones:结顶:planned_on", false)]
    [InlineData("projects::annual_plan", false)]
    [InlineData("reports::ytd", false)]
    [InlineData("reports", false)]
    [InlineData("", false)]
    public void Only_what_can_be_corrected_can_be_contested_and_plans_are_not_among_it(string code, bool can)
    {
        (ContestedItem.Parse(code) is not null).ShouldBe(can);
        ContestedItem.Parse(code)?.Code.ShouldBe(code);
    }

    private static Objection New(string by) => new() { Number = "YY-2023-1-001", Project = "P", Unit = "S05", ScoredBy = "50", Item = "reports:2023-02:ytd", Statement = "x", Revision = 1, SubmittedBy = by, SubmittedName = by };

    private static Actor Person(int number) => new($"{number}", $"人{number}",
        [.. Roles.Where((_, at) => ((number >> at) & 1) == 1).Select(role => new HeldRole(role, (number >> 4) switch { 0 => new HashSet<string> { "S05" }, 1 => new HashSet<string> { "S06" }, _ => null }))]);

    [Theory]
    [InlineData("reports:2023-02:ytd", "6180.5", "6180.5")]
    [InlineData("reports:2023-02:ytd", "-1", null)]
    [InlineData("reports:2023-02:verified", "是", "true")]
    [InlineData("reports:2023-02:verified", "No", "false")]
    [InlineData("reports:2023-02:verified", "也许", null)]
    [InlineData("projects::started_on", "2023-04-30", "2023-04-30")]
    [InlineData("projects::started_on", "30.4.2023", null)]
    public void A_value_is_read_as_people_write_it(string item, string typed, string? kept)
    {
        var outcome = ContestedItem.Parse(item).ShouldNotBeNull().Value(typed);
        (outcome.Refusal is null ? outcome.Value : null).ShouldBe(kept);
    }
}
