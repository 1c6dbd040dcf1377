using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Duties;

/// <summary>Ends a duty from now on. The last security administrator stays, or nobody could grant anything again.</summary>
public static class EndDuty
{
    public static async Task<Outcome<Duty>> Run(SaimaDb db, TimeProvider time, Actor actor, long id, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        var why = reason.Trim();
        if (AccountRefusals.Unexplained("reason", why) is { } unexplained)
        {
            return unexplained;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Duty>().SingleOrDefaultAsync(duty => duty.Id == id && duty.EndedAt == null, cancel) is not { } ended)
        {
            return AccountRefusals.Missing;
        }

        if (ended.PersonId.ToString() == actor.Id)
        {
            return AccountRefusals.OwnDuty;
        }

        if (ended.Role == Role.SecurityAdministrator && await db.Set<Duty>().CountAsync(duty => duty.Role == Role.SecurityAdministrator && duty.EndedAt == null, cancel) == 1)
        {
            return AccountRefusals.LastAdministrator;
        }

        (ended.EndedAt, ended.EndedBy) = (time.GetUtcNow(), actor.Name);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, ended.EndedAt.Value, actor.Name, [new("accounts.end-duty", AddPerson.Subject(ended.PersonId), why, JsonSerializer.Serialize(new { role = Roles.Code(ended.Role), unit = ended.Unit }), null)], cancel);
        await transaction.CommitAsync(cancel);
        return ended;
    }
}
