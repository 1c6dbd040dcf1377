using CsCheck;
using Saima.Projects.Reporting;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Reporting;

public sealed class FilingMachineTests
{
    private static readonly Gen<(FilingAction Action, string Person)[]> Steps = Gen.Select(Gen.Enum<FilingAction>(), Gen.Int[0, 4].Select(at => "甲乙丙丁戊".Substring(at, 1))).Array[1, 40];

    [Fact]
    public void However_people_click_nobody_checks_or_accepts_what_they_submitted_or_checked()
    {
        Steps.Sample(steps =>
        {
            var (state, people) = (FilingState.Due, FilingPeople.None);
            foreach (var (action, person) in steps)
            {
                if (FilingMachine.Move(state, people, action, person).Value is { } moved)
                {
                    (state, people) = (moved.State, moved.People);
                }

                var took = new[] { people.Submitter, people.TownChecker, people.DeptChecker, people.Approver }.Where(one => one is not null).ToList();
                took.Distinct().Count().ShouldBe(took.Count);
                if (state == FilingState.Accepted)
                {
                    took.Count.ShouldBe(4, "accepted means submitted, checked twice and accepted, by four people");
                }
            }
        });
    }

    [Fact]
    public void A_report_is_accepted_only_by_way_of_both_checks()
    {
        Steps.Sample(steps =>
        {
            var (state, people) = (FilingState.Due, FilingPeople.None);
            foreach (var (action, person) in steps)
            {
                var moved = FilingMachine.Move(state, people, action, person).Value;
                if (moved is null)
                {
                    continue;
                }

                (state, moved.State).ShouldBeOneOf(
                    (FilingState.Due, FilingState.Submitted), (FilingState.Submitted, FilingState.Submitted), (FilingState.Returned, FilingState.Submitted),
                    (FilingState.Submitted, FilingState.TownChecked), (FilingState.TownChecked, FilingState.DeptChecked), (FilingState.DeptChecked, FilingState.Accepted),
                    (FilingState.Submitted, FilingState.Returned), (FilingState.TownChecked, FilingState.Returned), (FilingState.DeptChecked, FilingState.Returned), (FilingState.Accepted, FilingState.Returned));
                (state, people) = (moved.State, moved.People);
            }
        });
    }

    [Fact]
    public void Every_other_step_is_refused_with_where_the_report_stands()
    {
        foreach (var state in Enum.GetValues<FilingState>())
        {
            foreach (var action in Enum.GetValues<FilingAction>().Where(action => FilingMachine.Next(state, action) is null))
            {
                var refusal = FilingMachine.Move(state, FilingPeople.None, action, "甲").Refusal!;
                refusal.Code.ShouldBe("NO_SUCH_STEP");
                refusal.Message.Zh.ShouldContain(FilingWords.State(state).Zh);
            }
        }

        FilingMachine.Next(FilingState.NotDue, FilingAction.Submit).ShouldBeNull("nothing is taken in before the window opens");
    }
}
