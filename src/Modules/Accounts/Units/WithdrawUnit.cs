using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Duties;

namespace Saima.Modules.Accounts.Units;

/// <summary>Takes a unit out of the tree by a new version; one that others lie below or in which duties are held stays. A unit of the register goes back to its place there.</summary>
public static class WithdrawUnit
{
    public static async Task<Outcome<Unit>> Run(SaimaDb db, TimeProvider time, Actor actor, string code, (long BasedOn, string Reason) order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        if (AccountRefusals.Unexplained("withdraw-reason", order.Reason.Trim()) is { } unexplained)
        {
            return unexplained;
        }

        await using var transaction = await KeepUnit.Begin(db, cancel);
        var current = await db.Set<Unit>().SingleOrDefaultAsync(unit => unit.Code == code && unit.SupersededBy == null, cancel);
        if (current is null or { Withdrawn: true })
        {
            return AccountRefusals.NoUnit(code);
        }

        if (current.Id != order.BasedOn)
        {
            return AccountRefusals.UnitChanged(current.By);
        }

        var below = await db.Set<Unit>().CountAsync(unit => unit.Parent == code && unit.SupersededBy == null && !unit.Withdrawn, cancel);
        var duties = await db.Set<Duty>().CountAsync(duty => duty.Unit == code && duty.EndedAt == null, cancel);
        if (below + duties > 0)
        {
            return AccountRefusals.UnitInUse(current.Name, below, duties);
        }

        var gone = await KeepUnit.Write(
            db, current, new() { Code = code, Parent = current.Parent, Kind = current.Kind, Name = current.Name, By = actor.Name, At = time.GetUtcNow(), Reason = order.Reason.Trim(), Withdrawn = true }, cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }
}
