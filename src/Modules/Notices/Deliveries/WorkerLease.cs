using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>Which process looks after the reminders. What one does twice all the same is caught by unique keys and revisions; the lease saves the work.</summary>
public sealed class WorkerLease
{
    public const string Reminders = "reminders";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public required string Name { get; set; }

    public required string Holder { get; set; }

    public DateTimeOffset Until { get; set; }

    /// <summary>When everybody's tasks were last looked at.</summary>
    public DateTimeOffset? LookedAt { get; set; }

    /// <summary>Takes the lease or holds it longer.</summary>
    /// <returns>Empty while another process holds it.</returns>
    public static async Task<WorkerLease?> Take(SaimaDb db, string worker, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var until = now + Lasts;
        var taken = await db.Set<WorkerLease>().Where(one => one.Name == Reminders && (one.Holder == worker || one.Until <= now))
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.Holder, worker).SetProperty(row => row.Until, until), cancel);
        if (taken == 0 && !await Begin(db, worker, until, cancel))
        {
            return null;
        }

        return await db.Set<WorkerLease>().AsNoTracking().SingleAsync(one => one.Name == Reminders, cancel);
    }

    public static Task Looked(SaimaDb db, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<WorkerLease>().Where(one => one.Name == Reminders).ExecuteUpdateAsync(one => one.SetProperty(row => row.LookedAt, (DateTimeOffset?)now), cancel);
    }

    /// <summary>Lets another process go on at once.</summary>
    public static Task Leave(SaimaDb db, string worker, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<WorkerLease>().Where(one => one.Name == Reminders && one.Holder == worker).ExecuteUpdateAsync(one => one.SetProperty(row => row.Until, now), cancel);
    }

    private static async Task<bool> Begin(SaimaDb db, string worker, DateTimeOffset until, CancellationToken cancel)
    {
        if (await db.Set<WorkerLease>().AnyAsync(one => one.Name == Reminders, cancel))
        {
            return false;
        }

        try
        {
            db.Add(new WorkerLease { Name = Reminders, Holder = worker, Until = until });
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another process was first.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
