using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Saima.Kernel.Tasks;

namespace Saima.Modules.Notices.Feeds;

/// <summary>Tasks with a last day as a calendar (RFC 5545): each a whole day, with reminders three days and one day before; what is overdue stands on today.</summary>
public static class WriteCalendar
{
    private static readonly int[] Reminders = [3, 1];

    /// <param name="site">Where the addresses of the tasks lead.</param>
    public static string Run(IReadOnlyList<OpenTask> tasks, DateOnly today, DateTimeOffset now, Uri site)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        var calendar = new Calendar { ProductId = "-//Saima//Inbox//ZH" };
        calendar.AddProperty("X-WR-CALNAME", $"Saima {NoticeWords.Inbox.In(culture)}");
        foreach (var task in tasks.Where(task => task.Due is not null))
        {
            var (due, title) = (task.Due!.Value, task.Title.In(culture));
            var day = due < today ? today : due;
            var entry = new CalendarEvent
            {
                Uid = $"{Uri.EscapeDataString(task.Key)}@saima",
                Summary = due < today ? $"{NoticeWords.Days(task.DaysLeft(today)).In(culture)} · {title}" : title,
                Start = new CalDateTime(day.Year, day.Month, day.Day),
                DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
                Url = new Uri(site, task.Address),
            };
            foreach (var days in Reminders)
            {
                entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = title, Trigger = new Trigger(Duration.FromDays(-days)) });
            }

            calendar.Events.Add(entry);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
