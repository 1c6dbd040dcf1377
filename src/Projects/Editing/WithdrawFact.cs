using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Register;

namespace Saima.Projects.Editing;

/// <summary>What is to be taken back.</summary>
/// <param name="Key">Of the fact, as the register holds it.</param>
/// <param name="BasedOn">The version that was on the screen.</param>
public sealed record WithdrawOrder(int Season, PackageTable Table, IReadOnlyList<object?> Key, long BasedOn, string By, string Reason)
{
    /// <summary>Who is signed in; empty on the command line, which may write for every unit.</summary>
    public Actor? Actor { get; init; }
}

/// <summary>Takes a fact back by a correction: a new version says that it no longer holds, with who and why; nothing is deleted and it can be undone.</summary>
public static class WithdrawFact
{
    public static async Task<Outcome<long>> Run(SaimaDb db, TimeProvider time, WithdrawOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        var (by, reason) = (ReadEntry.Tidy(order.By), ReadEntry.Tidy(order.Reason));
        if (by.Length is 0 or > 200 || reason.Length is 0 or > 200)
        {
            return EditRefusals.WithdrawalUnexplained;
        }

        var table = FactTable.OfPackage.Single(one => one.Title == order.Table.Name);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var writing = await RegisterWriting.Begin(db, cancel);
            if (await Guard(db, table, order, cancel) is { } refusal)
            {
                return refusal;
            }

            var change = await writing.Add(
                new() { Kind = RegisterChange.Record, Season = order.Season, At = time.GetUtcNow(), By = by, Reason = reason, Withdrawn = 1 }, cancel);
            await writing.Merge(table).Withdraw(order.BasedOn, change.Id, cancel);
            await ChangeTrail.Write(writing, change, [table], [], cancel);
            await writing.Commit(cancel);
            return change.Id;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<Refusal?> Guard(SaimaDb db, FactTable table, WithdrawOrder order, CancellationToken cancel)
    {
        if (order.Actor is { } actor && await FactScope.Refuse(db, actor, order.Season, order.Table == PackageTable.Units ? null : (string)order.Key[1]!, cancel) is { } refused)
        {
            return refused;
        }

        var said = Convert.ToString(order.Key[^1], System.Globalization.CultureInfo.InvariantCulture)!;
        var current = await FactLookup.Current(db, table, order.Key, cancel);
        if (current is null)
        {
            return EditRefusals.FactGone(order.Table == PackageTable.Projects ? new("项目", "project") : FactKinds.Title(order.Table), said);
        }

        if (current.Id != order.BasedOn)
        {
            return await EditFact.Changed(db, order.Table, current, order.BasedOn, cancel);
        }

        if ((table == FactTable.Plans || table == FactTable.Milestones) && await KeepBaseline.Has(db, order.Season, (string)order.Key[1]!, cancel))
        {
            return PlanRefusals.ByDecisionOnly;
        }

        var projects = table == FactTable.Units
            ? await db.Set<ProjectFact>().CountAsync(fact => fact.Season == order.Season && fact.Unit == said && fact.SupersededBy == null && !fact.Withdrawn, cancel)
            : 0;
        return projects > 0 ? EditRefusals.UnitInUse(said, projects) : null;
    }
}
