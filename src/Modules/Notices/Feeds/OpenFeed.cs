using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Notices.Feeds;

/// <summary>Makes the address of a person's calendar, or ends it. A new one ends the one before.</summary>
public static class OpenFeed
{
    /// <returns>The secret in the address, shown once and kept nowhere.</returns>
    public static async Task<string> Run(SaimaDb db, TimeProvider time, Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var secret = CalendarFeed.Draw();
        await Write(db, time, actor, "notices.open-feed", new() { Id = Guid.NewGuid(), Person = actor.Id, Hash = CalendarFeed.HashOf(secret), Language = CultureInfo.CurrentUICulture.Name, OpenedAt = time.GetUtcNow() }, cancel);
        return secret;
    }

    public static Task End(SaimaDb db, TimeProvider time, Actor actor, CancellationToken cancel = default) => Write(db, time, actor, "notices.end-feed", null, cancel);

    public static Task<CalendarFeed?> Current(SaimaDb db, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        return db.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(feed => feed.Person == actor.Id && feed.EndedAt == null, cancel);
    }

    private static async Task Write(SaimaDb db, TimeProvider time, Actor actor, string act, CalendarFeed? next, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<CalendarFeed>().Where(feed => feed.Person == actor.Id && feed.EndedAt == null).ExecuteUpdateAsync(feed => feed.SetProperty(row => row.EndedAt, now), cancel);
        if (next is not null)
        {
            db.Add(next);
            await db.SaveChangesAsync(cancel);
        }

        await AppendToLedger.Run(db, now, actor.Name, [new(act, $"notices/feed/{actor.Id}", null, null, null)], cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
