using CsCheck;
using Saima.Kernel.Identity;
using Saima.Projects.Plans;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Plans;

public sealed class PlanMachineTests
{
    private static readonly Role[] Roles = [Role.Reporter, Role.Checker, Role.ProjectOffice, Role.Leader];

    // People with one or several of the roles, in the unit or in another one.
    private static readonly Gen<(PlanAction Action, int Person)[]> Steps = Gen.Select(Gen.Enum<PlanAction>(), Gen.Int[0, 15]).Array[1, 40];

    [Fact]
    public void However_people_click_a_baseline_is_of_three_people_who_hold_their_duties()
    {
        Steps.Sample(steps =>
        {
            var plan = New("0");
            foreach (var (action, person) in steps)
            {
                var actor = Person(person);
                if (PlanMachine.Move(plan, action, actor, "S05").Value is not { } next)
                {
                    continue;
                }

                PlanMachine.Next(plan.State, action).ShouldBe(next);
                PlanMachine.May(actor, action, "S05").ShouldBeTrue();
                plan.State = next;
                plan.CheckedBy = action == PlanAction.Check ? actor.Id : plan.CheckedBy;
                plan.DecidedBy = action is PlanAction.Approve or PlanAction.Return ? actor.Id : plan.DecidedBy;
                if (plan.State == PlanState.Approved)
                {
                    new[] { plan.SubmittedBy, plan.CheckedBy!, plan.DecidedBy! }.Distinct().Count().ShouldBe(3);
                }
            }
        });
    }

    [Fact]
    public void There_is_no_other_way_than_handed_in_checked_approved_and_none_out_of_the_end()
    {
        foreach (var state in Enum.GetValues<PlanState>())
        {
            foreach (var action in Enum.GetValues<PlanAction>())
            {
                PlanState? expected = (state, action) switch
                {
                    (PlanState.Submitted, PlanAction.Check) => PlanState.Checked,
                    (PlanState.Checked, PlanAction.Approve) => PlanState.Approved,
                    (PlanState.Submitted or PlanState.Checked, PlanAction.Return) => PlanState.Returned,
                    _ => null,
                };
                PlanMachine.Next(state, action).ShouldBe(expected);
                var plan = New("a");
                plan.State = state;
                var moved = PlanMachine.Move(plan, action, new("z", "z", [.. Roles.Select(role => new HeldRole(role, null))]), "S05");
                (moved.Refusal is null).ShouldBe(expected is not null, $"{state} {action}");
                if (expected is null)
                {
                    moved.Refusal!.Message.Zh.ShouldContain(PlanWords.State(state).Zh);
                }
            }
        }
    }

    private static BaselinePlan New(string by) => new() { Project = "P", Version = 1, Revision = 1, Content = "{}", SubmittedBy = by, SubmittedName = by };

    private static Actor Person(int number) =>
        new($"{number}", $"人{number}", [.. Roles.Where((_, at) => ((number >> at) & 1) == 1).Select(role => new HeldRole(role, number % 5 == 4 ? new HashSet<string> { "S06" } : new HashSet<string> { "S05" }))]);
}
