using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Plans;

/// <summary>Once a plan is a baseline, its figures and days change by a decision and in no other way.</summary>
internal static class KeepBaseline
{
    private static readonly int AnnualPlan = FactTable.Projects.Columns.Select(column => column.Name).ToList().IndexOf("annual_plan");

    public static Task<bool> Has(SaimaDb db, int season, string project, CancellationToken cancel) =>
        db.Set<BaselinePlan>().AnyAsync(plan => plan.Season == season && plan.Project == project && plan.State == PlanState.Approved, cancel);

    /// <summary>Whether a plan or a milestone may be written as it was typed.</summary>
    /// <param name="cells">Of the fact, in the order of its table.</param>
    public static async Task<Refusal?> Refuse(SaimaDb db, FactTable table, IReadOnlyList<object?> cells, FactVersion? current, CancellationToken cancel)
    {
        var moves = table == FactTable.Plans || (table == FactTable.Milestones && (current as MilestoneFact)?.PlannedOn != cells[3] as DateOnly?);
        return moves && await Has(db, Whole(cells[0]), (string)cells[1]!, cancel) ? PlanRefusals.ByDecisionOnly : null;
    }

    /// <summary>Imports facts, or refuses all of them where they would change a baseline.</summary>
    public static Task<Outcome<Imported>> Import(SaimaDb db, TimeProvider time, ImportOrder order, IReadOnlyList<FactRows> facts, IProgress<RegisterProgress>? progress, CancellationToken cancel) =>
        ImportFacts.Guarded(db, time, order, facts, guarded => RefuseImport(guarded, order.Season, facts, cancel), progress, cancel);

    /// <summary>Whether what is imported would change a plan, a planned day or an annual plan that is a baseline; named one by one.</summary>
    private static async Task<Refusal?> RefuseImport(SaimaDb db, int season, IReadOnlyList<FactRows> facts, CancellationToken cancel)
    {
        var kept = await db.Set<BaselinePlan>().AsNoTracking().Where(plan => plan.Season == season && plan.State == PlanState.Approved).Select(plan => plan.Project).Distinct().ToListAsync(cancel);
        if (kept.Count == 0)
        {
            return null;
        }

        var projects = kept.ToHashSet(StringComparer.Ordinal);
        var plans = await db.Set<PlanFact>().AsNoTracking().Where(fact => fact.Season == season && kept.Contains(fact.Project) && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => (fact.Project, fact.Month), fact => fact.Planned, cancel);
        var days = await db.Set<MilestoneFact>().AsNoTracking().Where(fact => fact.Season == season && kept.Contains(fact.Project) && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => (fact.Project, fact.Name), fact => fact.PlannedOn, cancel);
        var annual = await db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == season && kept.Contains(fact.Project) && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => fact.Project, fact => fact.AnnualPlan, cancel);
        var problems = new List<Problem>();
        foreach (var rows in facts.Where(rows => !rows.OnlyAbsent && (rows.Table == FactTable.Plans || rows.Table == FactTable.Milestones || rows.Table == FactTable.Projects)))
        {
            foreach (var cells in rows.Cells.Where(cells => projects.Contains((string)cells[1]!)))
            {
                var project = (string)cells[1]!;
                var same = rows.Table == FactTable.Plans ? plans.TryGetValue((project, Whole(cells[2])), out var planned) && planned == Convert.ToInt64(cells[3], CultureInfo.InvariantCulture)
                    : rows.Table == FactTable.Milestones ? rows.Keeps.Contains("planned_on") || (days.TryGetValue((project, (string)cells[2]!), out var day) && day == cells[3] as DateOnly?)
                    : rows.Keeps.Contains("annual_plan") || (annual.TryGetValue(project, out var year) && year == Convert.ToInt64(cells[AnnualPlan], CultureInfo.InvariantCulture));
                if (!same)
                {
                    var said = $"{project} {(rows.Table == FactTable.Projects ? "" : cells[2])}".Trim();
                    problems.Add(new(Severity.Error, PlanRefusals.ByDecisionOnly.Code, rows.Table.Title, null, null, null, said, new($"{said}：已是批准的基线，导入的计划与它不同。", $"{said}: an approved baseline; the imported plan differs from it."), PlanRefusals.ByDecisionOnly.Remedy));
                }
            }
        }

        return problems.Count == 0 ? null : PlanRefusals.ByDecisionOnly with { Problems = problems };
    }

    private static int Whole(object? cell) => Convert.ToInt32(cell, CultureInfo.InvariantCulture);
}
