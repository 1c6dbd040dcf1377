using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;

namespace Saima.Modules.Races.Inspections;

/// <summary>Inspections, deviations and cases that wait for somebody.</summary>
internal sealed class InspectionTasks : TaskSource
{
    private const int Most = 200;

    public override async Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var tasks = new List<OpenTask>();
        if (actor.Holds(Role.ProjectOffice) || actor.Holds(Role.StatisticsVerifier))
        {
            var open = await db.Set<Inspection>().AsNoTracking().Where(one => one.State != InspectionState.Confirmed && one.State != InspectionState.Dropped).OrderBy(one => one.Id).Take(Most).ToListAsync(cancel);
            tasks.AddRange(open.Select(one => (One: one, Confirm: one.State == InspectionState.Reported))
                .Where(one => one.Confirm ? InspectionMachine.Move(one.One, InspectionAction.Confirm, actor).Refusal is null : actor.Holds(Role.ProjectOffice))
                .Select(one => new OpenTask($"inspection/{one.One.Id}/{(one.Confirm ? "confirm" : "inspect")}", one.Confirm ? InspectionPageWords.TaskConfirm(one.One.Name) : InspectionPageWords.TaskInspect(one.One.Name), InspectionLinks.One(one.One), null)));
        }

        if (actor.Holds(Role.ProjectOffice))
        {
            var settle = await (from finding in db.Set<InspectionFinding>().AsNoTracking()
                                where finding.Result == FindingResult.Deviation && finding.Settlement == FindingSettlement.Open
                                join one in db.Set<Inspection>() on finding.InspectionId equals one.Id
                                where one.State == InspectionState.Confirmed && !db.Set<InspectionFinding>().Any(later => later.InspectionId == finding.InspectionId && later.Report > finding.Report)
                                orderby finding.Id
                                select one).Distinct().Take(Most).ToListAsync(cancel);
            tasks.AddRange(settle.Select(one => new OpenTask($"inspection/{one.Id}/settle", InspectionPageWords.TaskSettle(one.Name), InspectionLinks.One(one), null)));
        }

        var cases = await (from one in db.Set<FalsificationCase>().AsNoTracking()
                           where one.State != CaseState.Decided
                           join inspection in db.Set<Inspection>() on one.InspectionId equals inspection.Id
                           orderby one.Id
                           select new { Case = one, inspection.Name }).Take(Most).ToListAsync(cancel);
        tasks.AddRange(cases.Select(one => (one.Case, one.Name, Action: Next(actor, one.Case))).Where(one => one.Action is not null)
            .Select(one => new OpenTask($"case/{one.Case.Id}/{one.Action}", InspectionPageWords.TaskCase(one.Action!.Value, one.Name), InspectionLinks.Case(one.Case), one.Case.HearingOn)));
        return tasks;
    }

    private static CaseAction? Next(Actor actor, FalsificationCase one) => one.State switch
    {
        CaseState.Opened when actor.Holds(Role.ProjectOffice) => CaseAction.Notify,
        CaseState.Notified when one.Statement is null && CaseMachine.May(actor, CaseAction.State, one.Unit) => CaseAction.State,
        CaseState.Notified when actor.Holds(Role.ProjectOffice) => CaseAction.Hear,
        CaseState.Heard when CaseMachine.Move(one, CaseAction.Decide, actor).Refusal is null => CaseAction.Decide,
        _ => null,
    };
}
