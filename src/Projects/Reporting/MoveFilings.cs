using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Reporting;

/// <summary>A step for several reports at once.</summary>
/// <param name="Chosen">Ids of the reports, each with the revision that was looked at.</param>
/// <param name="Reason">Needed to return.</param>
public sealed record MoveOrder(int Season, FilingAction Action, IReadOnlyList<(long Id, int Seen)> Chosen, string? Reason);

/// <summary>Checks, accepts or returns reports: all that were chosen or none. What is accepted becomes the register's report, in the same transaction.</summary>
public static class MoveFilings
{
    private const int LongestReason = 200;

    /// <returns>How many took the step.</returns>
    public static async Task<Outcome<int>> Run(SaimaDb db, TimeProvider time, Actor actor, MoveOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var reason = (order.Reason ?? "").Trim();
        if (order.Chosen.Count == 0)
        {
            return FilingRefusals.NoneChosen;
        }

        if (order.Action == FilingAction.Return && reason.Length is 0 or > LongestReason)
        {
            return FilingRefusals.NoReason;
        }

        var now = time.GetUtcNow();
        var ids = order.Chosen.Select(one => one.Id).ToList();
        await using var writing = await RegisterWriting.Begin(db, cancel);
        var filings = await db.Set<MonthlyFiling>().AsNoTracking().Where(filing => ids.Contains(filing.Id) && filing.Season == order.Season).ToDictionaryAsync(filing => filing.Id, cancel);
        var projects = filings.Values.Select(filing => filing.Project).ToList();
        var units = await db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == order.Season && fact.SupersededBy == null && !fact.Withdrawn && projects.Contains(fact.Project)).ToDictionaryAsync(fact => fact.Project, fact => new { fact.Unit, fact.Town }, cancel);
        var towns = await FilingGrounds.Towns(db, order.Season, cancel);
        var lines = new List<LedgerLine>();
        var accepted = new List<MonthlyFiling>();
        foreach (var (id, seen) in order.Chosen)
        {
            if (!filings.TryGetValue(id, out var filing) || !units.TryGetValue(filing.Project, out var project))
            {
                return FilingRefusals.Moved(filing?.Project ?? "");
            }

            if (filing.Revision != seen)
            {
                return FilingRefusals.Moved(filing.Project);
            }

            if (!FilingDuties.May(actor, order.Action, filing.State, project.Unit, project.Town is { } town ? towns.GetValueOrDefault(town) : null))
            {
                return FilingRefusals.NotYours(order.Action, project.Unit);
            }

            var moved = FilingMachine.Move(filing.State, filing.People, order.Action, actor.Id);
            if (moved.Refusal is { } refusal)
            {
                return refusal with { Message = new($"{filing.Project}：{refusal.Message.Zh}", $"{filing.Project}: {refusal.Message.En}") };
            }

            lines.Add(FilingWriting.Step(db, filing, moved.Value!, new(order.Action, actor, now, reason.Length == 0 ? null : reason, null, null)));
            if (moved.Value!.State == FilingState.Accepted)
            {
                accepted.Add(filing);
            }
        }

        return await FilingWriting.Save(db, lines, Finish, cancel) is { } lost ? lost : order.Chosen.Count;

        async Task Finish()
        {
            if (accepted.Count > 0)
            {
                var import = new ImportOrder(order.Season, null, actor.Name, reason.Length == 0 ? null : reason) { Kind = RegisterChange.Decision, Also = lines };
                await ImportFacts.Write(writing, time, import, await Facts(db, order.Season, accepted, cancel), null, cancel);
                return;
            }

            await AppendToLedger.Run(db, now, actor.Name, lines, cancel);
            await writing.Commit(cancel);
        }
    }

    private static async Task<IReadOnlyList<FactRows>> Facts(SaimaDb db, int season, List<MonthlyFiling> accepted, CancellationToken cancel)
    {
        var reports = accepted.Select(filing => new object?[]
            { (long)season, filing.Project, (long)filing.Month, filing.Invested, filing.YearToDate, filing.SubmittedOn, true, filing.Progress }).ToList();
        var projects = accepted.Select(filing => filing.Project).ToList();
        var milestones = (await db.Set<MilestoneFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn && projects.Contains(fact.Project)).ToListAsync(cancel))
            .ToDictionary(fact => (fact.Project, fact.Name));
        var reached = accepted.SelectMany(filing => ReadFiling.Reached(FilingContent.Of(filing), filing.Month).Select(step => (Fact: milestones.GetValueOrDefault((filing.Project, step.Name)), step.On)))
            .Where(step => step.Fact is not null).Select(step => new object?[] { (long)season, step.Fact!.Project, step.Fact.Name, step.Fact.PlannedOn, step.On }).ToList();
        return [new(FactTable.Reports, reports.Count, reports), new(FactTable.Milestones, reached.Count, reached)];
    }
}
