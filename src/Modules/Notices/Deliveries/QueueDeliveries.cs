using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Time;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Reminders;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>Puts reminders into messages: one message over each channel, and into one that still waits if there is one.</summary>
public static class QueueDeliveries
{
    /// <param name="db">In the transaction in which the reminders were made.</param>
    /// <param name="mail">Whether there is a mail server.</param>
    public static async Task Run(SaimaDb db, string person, IReadOnlyList<Reminder> reminders, bool mail, WorkingCalendar days, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reminders);
        if (reminders.Count == 0)
        {
            return;
        }

        var settings = await db.Set<NoticeSettings>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancel) ?? new() { Person = person };
        var mailed = reminders.Where(one => NoticeSettings.Has(settings.MailStages, one.Stage)).ToList();
        if (mail && mailed.Count > 0 && await db.Set<MailAddress>().AnyAsync(one => one.Person == person && one.ConfirmedAt != null && one.EndedAt == null, cancel))
        {
            await Add(db, (person, null), mailed, settings.Quiet.Next(now, days), now, cancel);
        }

        var told = reminders.Where(one => NoticeSettings.Has(settings.RobotStages, one.Stage)).ToList();
        foreach (var robot in told.Count == 0 ? [] : await db.Set<Robot>().AsNoTracking().Where(one => one.Owner == person && one.EndedAt == null).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(cancel))
        {
            await Add(db, (person, robot), told, settings.Quiet.Next(now, days), now, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private static async Task Add(SaimaDb db, (string Person, Guid? Robot) to, List<Reminder> reminders, DateTimeOffset at, DateTimeOffset now, CancellationToken cancel)
    {
        // Tracked: if a worker takes it up at this moment, saving fails and the reminders are made again at the next look.
        var waiting = await db.Set<Delivery>().FirstOrDefaultAsync(one => one.Person == to.Person && one.Robot == to.Robot && one.Confirms == null && one.State == DeliveryState.Waiting && one.Attempts == 0, cancel);
        if (waiting is null)
        {
            waiting = new() { Id = Guid.NewGuid(), Person = to.Person, Channel = to.Robot is null ? DeliveryChannel.Mail : DeliveryChannel.Robot, Robot = to.Robot, MadeAt = now, NextAt = at };
            db.Add(waiting);
        }
        else
        {
            waiting.Revision++;
        }

        db.AddRange(reminders.Select(one => new DeliveryItem { Delivery = waiting.Id, Reminder = one.Id, Target = to.Robot?.ToString("N") ?? "mail" }));
    }
}
