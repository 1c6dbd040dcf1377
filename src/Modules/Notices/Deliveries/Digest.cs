using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Tasks;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Reminders;
using Saima.Ui.Figures;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>A task in a message.</summary>
/// <param name="When">Last day and how long that is.</param>
/// <param name="Link">Empty where the platform's own address is not set.</param>
public sealed record DigestLine(string Title, string When, Uri? Link);

/// <summary>What a message says: titles, last days and links of tasks, no amounts.</summary>
/// <param name="Lines">At most <see cref="Most"/>.</param>
/// <param name="Count">Of all tasks.</param>
public sealed record Digest(CultureInfo Language, string Title, IReadOnlyList<DigestLine> Lines, int Count, Uri? Inbox)
{
    private const int Most = 20;

    /// <summary>Those of its reminders whose tasks are still there, as the tasks are called now.</summary>
    /// <returns>Empty if none is: whoever has done it, or holds the duty no more, is not reminded.</returns>
    public static async Task<Digest?> Read(SaimaDb db, IReadOnlyList<TaskSource> sources, Addressees addressees, SiteAddress site, Delivery delivery, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(addressees);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(delivery);
        var today = Written.DayOf(now);
        if (await addressees.Find(db, delivery.Person, today, cancel) is not { } actor)
        {
            return null;
        }

        var told = await (
            from item in db.Set<DeliveryItem>().AsNoTracking()
            join reminder in db.Set<Reminder>().AsNoTracking() on item.Reminder equals reminder.Id
            where item.Delivery == delivery.Id
            select new { reminder.TaskKey, reminder.Due }).ToListAsync(cancel);
        var wanted = told.Select(one => (one.TaskKey, (DateOnly?)one.Due)).ToHashSet();
        var open = (await ReadInbox.Run(db, sources, actor, today, cancel)).Where(task => wanted.Contains((task.Key, task.Due))).DistinctBy(task => task.Key).ToList();
        var language = await db.Set<NoticeSettings>().AsNoTracking().Where(one => one.Person == delivery.Person).Select(one => one.Language).SingleOrDefaultAsync(cancel);
        return open.Count == 0 ? null : Of(open, today, CultureInfo.GetCultureInfo(language ?? "zh-Hans"), site);
    }

    public static Digest Of(IReadOnlyList<OpenTask> tasks, DateOnly today, CultureInfo language, SiteAddress site)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(site);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language;
        try
        {
            var lines = tasks.Take(Most).Select(task => new DigestLine(task.Title.In(language), MessageWords.When(Written.Day(task.Due), task.DaysLeft(today)).In(language), site.To(task.Address)));
            return new(language, MessageWords.Title(tasks.Count, tasks.Count(task => task.Due < today)).In(language), [.. lines], tasks.Count, site.To(NoticesLinks.Inbox));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>For a try: it says that it is one.</summary>
    public static Digest Trial(CultureInfo language, SiteAddress site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new(language, MessageWords.Trial.In(language), [], 0, site.To(NoticesLinks.Inbox));
    }
}
