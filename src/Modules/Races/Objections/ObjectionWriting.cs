using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>How a step of an objection is kept: the objection, the step and the ledger in one transaction.</summary>
internal static class ObjectionWriting
{
    /// <summary>One writes at a time, and no round moves on meanwhile.</summary>
    public static async Task<IDbContextTransaction> Begin(SaimaDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RoundLives.Hold(db, cancel);
        return transaction;
    }

    /// <summary>Takes a step of an objection that is tracked; who was faster has counted.</summary>
    public static LedgerLine Step(SaimaDb db, Objection objection, ObjectionAction action, Actor actor, DateTimeOffset now, string? reason)
    {
        var before = objection.Revision == 0 ? null : JsonSerializer.Serialize(new { state = objection.State.ToString() });
        (objection.State, objection.Revision) = (ObjectionMachine.Next(objection.Revision == 0 ? null : objection.State, action)!.Value, objection.Revision + 1);
        db.Add(new ObjectionStep { ObjectionId = objection.Id, Revision = objection.Revision, Action = action, State = objection.State, Person = actor.Id, By = actor.Name, At = now, Reason = reason });
        var after = JsonSerializer.Serialize(new { state = objection.State.ToString(), objection.Project, objection.Item, objection.Claimed, outcome = objection.Outcome?.ToString(), objection.Corrects, objection.CorrectedTo });
        return new($"races.objection-{action.ToString().ToLowerInvariant()}", $"objections/{objection.Number}", reason, before, after);
    }

    /// <returns>Whether it was kept; if not, somebody else was faster.</returns>
    public static async Task<bool> Save(SaimaDb db, IDbContextTransaction transaction, DateTimeOffset now, Actor actor, LedgerLine line, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        db.ChangeTracker.Clear();
        await AppendToLedger.Run(db, now, actor.Name, [line], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
