using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Tasks;
using Saima.Kernel.Time;
using Saima.Modules.Notices.Deliveries;
using Saima.Ui.Figures;

namespace Saima.Modules.Notices.Reminders;

/// <summary>
/// Looks what everybody has to do and makes the reminders whose stage is reached, each once, with the deliveries they ask for; notes which tasks are gone.
/// </summary>
public static class MakeReminders
{
    /// <returns>How many were made.</returns>
    public static async Task<int> Run(SaimaDb db, IReadOnlyList<TaskSource> sources, Addressees addressees, bool mail, DateTimeOffset now, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(addressees);
        var today = Written.DayOf(now);
        var days = await Stages.Days(db, cancel);
        var made = 0;
        foreach (var person in await addressees.All(db, today, cancel))
        {
            if (await addressees.Find(db, person, today, cancel) is { } actor)
            {
                made += await For(db, person, await ReadInbox.Run(db, sources, actor, today, cancel), new(now, today, days, mail), cancel);
            }
        }

        return made;
    }

    private sealed record Moment(DateTimeOffset Now, DateOnly Today, WorkingCalendar Days, bool Mail);

    private static async Task<int> For(SaimaDb db, string person, IReadOnlyList<OpenTask> tasks, Moment moment, CancellationToken cancel)
    {
        var reached = tasks.Where(task => task.Due is not null).DistinctBy(task => task.Key).Select(task => (Task: task, Due: task.Due!.Value, Stage: Stages.Of(task.Due!.Value, moment.Today, moment.Days)))
            .Where(one => one.Stage is not null).ToList();
        var keys = reached.ConvertAll(one => one.Task.Key);
        var kept = await db.Set<Reminder>().AsNoTracking().Where(one => one.Person == person && (one.DoneAt == null || keys.Contains(one.TaskKey))).ToListAsync(cancel);
        var open = tasks.Select(task => (task.Key, task.Due)).ToHashSet();
        var gone = kept.Where(one => one.DoneAt is null && !open.Contains((one.TaskKey, one.Due))).Select(one => one.Id).ToList();
        var again = kept.Where(one => one.DoneAt is not null && open.Contains((one.TaskKey, one.Due))).Select(one => one.Id).ToList();
        var fresh = reached.Where(one => !kept.Exists(known => known.TaskKey == one.Task.Key && known.Due == one.Due && known.Stage == one.Stage)).Select(one => new Reminder
        {
            Person = person,
            TaskKey = one.Task.Key,
            Due = one.Due,
            Stage = one.Stage!.Value,
            TitleZh = one.Task.Title.Zh,
            TitleEn = one.Task.Title.En,
            Address = one.Task.Address,
            MadeAt = moment.Now,
        }).ToList();
        return gone.Count + again.Count + fresh.Count == 0 ? 0 : await Write(db, person, (gone, again, fresh), moment, cancel);
    }

    private static async Task<int> Write(SaimaDb db, string person, (List<long> Gone, List<long> Again, List<Reminder> Fresh) found, Moment moment, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var (now, fresh) = ((DateTimeOffset?)moment.Now, found.Fresh);
            await db.Set<Reminder>().Where(one => found.Gone.Contains(one.Id)).ExecuteUpdateAsync(one => one.SetProperty(row => row.DoneAt, now), cancel);
            await db.Set<Reminder>().Where(one => found.Again.Contains(one.Id)).ExecuteUpdateAsync(one => one.SetProperty(row => row.DoneAt, (DateTimeOffset?)null), cancel);
            // Of one task the latest stage is enough to read.
            var keys = fresh.ConvertAll(one => one.TaskKey);
            await db.Set<Reminder>().Where(one => one.Person == person && one.ReadAt == null && keys.Contains(one.TaskKey)).ExecuteUpdateAsync(one => one.SetProperty(row => row.ReadAt, now), cancel);
            db.AddRange(fresh);
            await db.SaveChangesAsync(cancel);
            await QueueDeliveries.Run(db, person, fresh, moment.Mail, moment.Days, moment.Now, cancel);
            await transaction.CommitAsync(cancel);
            return fresh.Count;
        }
        catch (DbUpdateException)
        {
            // Another process made them at this very moment.
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
