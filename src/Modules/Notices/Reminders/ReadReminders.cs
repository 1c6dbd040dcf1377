using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Notices.Reminders;

/// <summary>The reminders of one person.</summary>
public static class ReadReminders
{
    public const int PageSize = 20;

    /// <summary>How many are open and not read; by an index of just those.</summary>
    public static Task<int> Unread(SaimaDb db, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<Reminder>().CountAsync(one => one.Person == person && one.ReadAt == null && one.DoneAt == null, cancel);
    }

    /// <summary>The newest first.</summary>
    /// <param name="page">From 1.</param>
    public static async Task<(IReadOnlyList<Reminder> Reminders, int Page, int Pages)> Run(SaimaDb db, string person, int page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var own = db.Set<Reminder>().AsNoTracking().Where(one => one.Person == person);
        var pages = Math.Max(1, (await own.CountAsync(cancel) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return (await own.OrderByDescending(one => one.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel), page, pages);
    }

    public static Task MarkRead(SaimaDb db, TimeProvider time, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        DateTimeOffset? now = time.GetUtcNow();
        return db.Set<Reminder>().Where(one => one.Person == person && one.ReadAt == null).ExecuteUpdateAsync(one => one.SetProperty(row => row.ReadAt, now), cancel);
    }
}
