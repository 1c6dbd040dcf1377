using CsCheck;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Inspections;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Inspections;

public sealed class InspectionMachineTests
{
    private static readonly Role[] Roles = [Role.ProjectOffice, Role.StatisticsVerifier, Role.Leader, Role.Reporter];

    [Fact]
    public void However_people_click_what_was_found_is_confirmed_by_another_who_holds_the_duty() =>
        Gen.Select(Gen.Enum<InspectionKind>(), Gen.Enum<InspectionGround>(), Gen.Select(Gen.Enum<InspectionAction>(), Gen.Int[0, 15]).Array[1, 40]).Sample((kind, ground, steps) =>
        {
            var one = New(kind, ground);
            foreach (var (action, person) in steps)
            {
                var actor = Person(person);
                if (InspectionMachine.Move(one, action, actor).Value is not { } next)
                {
                    continue;
                }

                InspectionMachine.May(actor, action).ShouldBeTrue();
                InspectionMachine.Next(one.State, kind, ground, action).ShouldBe(next);
                one.State = next;
                one.Visitors = action == InspectionAction.CheckIn ? string.Join('|', one.Visitors.Split('|', StringSplitOptions.RemoveEmptyEntries).Append(actor.Id)) : one.Visitors;
                one.ReportedBy = action == InspectionAction.Report ? actor.Id : one.ReportedBy;
                if (next == InspectionState.Confirmed)
                {
                    one.ReportedBy.ShouldNotBeNull().ShouldNotBe(actor.Id);
                    one.Visitors.Split('|').ShouldNotContain(actor.Id);
                    (kind == InspectionKind.Desk || one.Visitors.Length > 0).ShouldBeTrue("nobody reports of a place they were not at");
                }

                (ground == InspectionGround.Random && next == InspectionState.Dropped).ShouldBeFalse("what chance drew is not given up");
            }
        });

    [Fact]
    public void However_people_click_a_case_is_decided_after_a_hearing_by_somebody_who_took_no_part() =>
        Gen.Select(Gen.Enum<CaseAction>(), Gen.Int[0, 15]).Array[1, 60].Sample(steps =>
        {
            var one = new FalsificationCase { Project = "P", Unit = "S05", Involved = "1|2", OpenedBy = "x" };
            var (told, heard) = (false, false);
            foreach (var (action, person) in steps)
            {
                var actor = Person(person);
                if (CaseMachine.Move(one, action, actor).Value is not { } next)
                {
                    continue;
                }

                CaseMachine.May(actor, action, "S05").ShouldBeTrue();
                (told, heard) = (told || action == CaseAction.Notify, heard || action == CaseAction.Hear);
                one.State = next;
                one.HeardById = action == CaseAction.Hear ? actor.Id : one.HeardById;
                if (action == CaseAction.Hear)
                {
                    told.ShouldBeTrue();
                }

                if (next == CaseState.Decided)
                {
                    heard.ShouldBeTrue();
                    new[] { "1", "2", one.HeardById }.ShouldNotContain(actor.Id);
                    actor.Holds(Role.Leader).ShouldBeTrue();
                }
            }
        });

    [Fact]
    public void Every_refused_step_says_what_state_it_is_in()
    {
        foreach (var state in Enum.GetValues<InspectionState>())
        {
            foreach (var action in Enum.GetValues<InspectionAction>())
            {
                var one = New(InspectionKind.Site, InspectionGround.Chosen);
                one.State = state;
                var moved = InspectionMachine.Move(one, action, new("z", "z", [.. Roles.Select(role => new HeldRole(role, null))]));
                (moved.Refusal is null).ShouldBe(InspectionMachine.Next(state, one.Kind, one.Ground, action) is not null, $"{state} {action}");
                moved.Refusal?.Message.Zh.ShouldContain(InspectionWords.State(state).Zh);
            }
        }
    }

    private static Inspection New(InspectionKind kind, InspectionGround ground) => new() { Project = "P", Name = "P", Unit = "S05", Why = "", Claims = "[]", Kind = kind, Ground = ground };

    // People with one or several of the roles.
    private static Actor Person(int number) => new($"{number}", $"人{number}", [.. Roles.Where((_, at) => ((number >> at) & 1) == 1).Select(role => new HeldRole(role, role == Role.Reporter ? new HashSet<string> { "S05" } : null))]);
}
