using Saima.Kernel.Identity;

namespace Saima.Projects.Reporting;

/// <summary>Which role takes which step, and for which unit.</summary>
public static class FilingDuties
{
    /// <param name="state">Where the report stands: who returns it is who would have to check it next.</param>
    public static bool May(Actor actor, FilingAction action, FilingState state, string unit)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return action switch
        {
            FilingAction.Submit => actor.Holds(Role.Reporter, unit),
            FilingAction.TownCheck => actor.Holds(Role.Checker, unit),
            FilingAction.DeptCheck => actor.Holds(Role.StatisticsVerifier) || actor.Holds(Role.Checker, unit),
            FilingAction.Accept => actor.Holds(Role.ProjectOffice),
            _ => state switch
            {
                FilingState.Submitted => actor.Holds(Role.Checker, unit) || actor.Holds(Role.ProjectOffice),
                FilingState.TownChecked => actor.Holds(Role.Checker, unit) || actor.Holds(Role.ProjectOffice),
                _ => actor.Holds(Role.ProjectOffice),
            },
        };
    }
}
