using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.People;

/// <summary>Corrects what a person is called. What the ledger already says stays as it was said.</summary>
public static class RenamePerson
{
    public static async Task<Outcome<Person>> Run(SaimaDb db, TimeProvider time, Actor actor, Guid id, (string Name, string Reason) order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        var (name, reason) = (order.Name.Trim(), order.Reason.Trim());
        if (AddPerson.BadName(name) is { } bad)
        {
            return AccountRefusals.Faulty([bad]);
        }

        if (AccountRefusals.Unexplained("name-reason", reason) is { } unexplained)
        {
            return unexplained;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Id == id && one.ClosedAt == null, cancel) is not { } person)
        {
            return AccountRefusals.Missing;
        }

        var before = person.Name;
        if (before != name)
        {
            person.Name = name;
            await db.SaveChangesAsync(cancel);
            await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("accounts.rename", AddPerson.Subject(id), reason, JsonSerializer.Serialize(new { name = before }), JsonSerializer.Serialize(new { name }))], cancel);
            await transaction.CommitAsync(cancel);
        }

        return person;
    }
}
