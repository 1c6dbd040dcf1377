using Saima.Kernel.Identity;

namespace Saima.Projects.Reporting;

/// <summary>Which role takes which step, and for which unit.</summary>
public static class FilingDuties
{
    /// <param name="state">Where the report stands: who returns it is who would have to check it next.</param>
    /// <param name="town">属地, where it is another unit than the responsible one; its checkers check first.</param>
    public static bool May(Actor actor, FilingAction action, FilingState state, string unit, string? town)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return action switch
        {
            FilingAction.Submit => actor.Holds(Role.Reporter, unit),
            FilingAction.TownCheck => Checks(),
            FilingAction.DeptCheck => actor.Holds(Role.StatisticsVerifier, unit) || actor.Holds(Role.Checker, unit),
            FilingAction.Accept => actor.Holds(Role.ProjectOffice, unit),
            _ => state switch
            {
                FilingState.Submitted => Checks() || actor.Holds(Role.ProjectOffice, unit),
                FilingState.TownChecked => May(actor, FilingAction.DeptCheck, state, unit, town) || actor.Holds(Role.ProjectOffice, unit),
                _ => actor.Holds(Role.ProjectOffice, unit),
            },
        };

        bool Checks() => actor.Holds(Role.Checker, unit) || (town is not null && actor.Holds(Role.Checker, town));
    }

    /// <summary>Whether somebody can take a step with a report as it stands: by role, by state, and by what the person did with it before.</summary>
    public static bool Takes(Actor actor, FilingAction action, MonthlyFiling filing, string unit, string? town)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filing);
        return May(actor, action, filing.State, unit, town) && FilingMachine.Move(filing.State, filing.People, action, actor.Id).Refusal is null;
    }
}
