using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>Lets a delivery that failed begin anew; quiet hours hold all the same.</summary>
public static class RetryDelivery
{
    public static async Task<Outcome<Delivery>> Run(SaimaDb db, TimeProvider time, Actor actor, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Delivery>().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } delivery || !DeliveryMachine.MayRetry(delivery))
        {
            return NoticeRefusals.NoRetry;
        }

        var before = delivery.State;
        DeliveryMachine.Retry(delivery, now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return NoticeRefusals.NoRetry;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await AppendToLedger.Run(db, now, actor.Name, [new("notices.retry", $"notices/delivery/{id:N}", null, $$"""{"state":"{{before}}"}""", $$"""{"state":"{{delivery.State}}"}""")], cancel);
        await transaction.CommitAsync(cancel);
        return delivery;
    }
}
