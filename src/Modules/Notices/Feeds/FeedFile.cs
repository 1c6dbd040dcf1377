using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Contracts.Accounts;
using Saima.Kernel.Data;
using Saima.Kernel.Tasks;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Modules.Notices.Feeds;

/// <summary>Hands a calendar out to whoever has its address: what that person has to do now, with the duties of this day.</summary>
public static class FeedFile
{
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/calendar/{secret}.ics", Answer).WithMetadata(new PublicAttribute());
    }

    private static async Task<IResult> Answer(string secret, HttpContext http, SaimaDb db, TimeProvider time, KnownPeople people, IEnumerable<TaskSource> sources, CancellationToken cancel)
    {
        var (hash, now) = (CalendarFeed.HashOf(secret), time.GetUtcNow());
        var today = Written.DayOf(now);
        var feed = await db.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.EndedAt == null, cancel);
        if (feed is null || await people.Find(db, feed.Person, today, cancel) is not { } actor)
        {
            return Results.NotFound();
        }

        if (feed.ReadAt is not { } read || now - read > Noted)
        {
            await db.Set<CalendarFeed>().Where(one => one.Id == feed.Id).ExecuteUpdateAsync(one => one.SetProperty(row => row.ReadAt, now), cancel);
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(feed.Language);
        var tasks = await ReadInbox.Run(db, sources, actor, today, cancel);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(WriteCalendar.Run(tasks, today, now, new Uri($"{http.Request.Scheme}://{http.Request.Host}")), "text/calendar", Encoding.UTF8);
    }
}
