using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;
using Saima.Kernel.Time;
using Saima.Projects.Deadlines;
using Saima.Projects.Listing;

namespace Saima.Projects.Reporting;

/// <summary>Monthly reports as tasks: to fill in, to mend, to check, to accept, of the month that is reported on and of the one before.</summary>
internal sealed class ReportTasks : TaskSource
{
    private const int Months = 2;

    public override async Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        if (!actor.HoldsAny(Roles.Register) || await Listings.Seasons(db, cancel) is not [var season, ..])
        {
            return [];
        }

        var calendars = await FilingCalendars.Read(db, season, cancel);
        var current = FilingOverview.Current(season, today, calendars);
        var tasks = new List<OpenTask>();
        for (var back = 0; back < Months && current.Plus(-back).Year == season; back++)
        {
            var month = current.Plus(-back);
            var window = calendars.Of(month);
            if (today >= window.Opens)
            {
                tasks.AddRange((await FilingOverview.Read(db, actor, season, month, cancel)).SelectMany(unit => Of(actor, unit, season, month, window)));
            }
        }

        return tasks;
    }

    private static IEnumerable<OpenTask> Of(Actor actor, UnitFilings unit, int season, Month month, FilingCalendar window)
    {
        (string Step, int Count, DateOnly Due)[] steps =
        [
            ("fill", actor.Holds(Role.Reporter, unit.Code) ? unit.Missing : 0, window.Closes),
            ("mend", actor.Holds(Role.Reporter, unit.Code) ? unit.In(FilingState.Returned) : 0, window.Closes),
            ("check", May(FilingAction.TownCheck, FilingState.Submitted) + May(FilingAction.DeptCheck, FilingState.TownChecked), window.Checked),
            ("accept", May(FilingAction.Accept, FilingState.DeptChecked), window.Accepted),
        ];
        return steps.Where(step => step.Count > 0).Select(step => new OpenTask($"report/{step.Step}/{month}/{unit.Code}", FilingWords.Task(step.Step, month, unit.Name, step.Count), ReportLinks.Unit(season, month, unit.Code), step.Due));

        int May(FilingAction action, FilingState state) => FilingDuties.May(actor, action, state, unit.Code, null) ? unit.In(state) : 0;
    }
}
