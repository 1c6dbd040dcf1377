using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Saima.Kernel.Data;
using Saima.Kernel.Tasks;
using Saima.Kernel.Time;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Reminders;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>
/// Sends what is due. A delivery is claimed before and noted after, each by its revision: whoever dies between leaves it to be taken up again, with the same number, so it arrives at least once.
/// </summary>
public sealed class SendDeliveries(IServiceScopeFactory scopes, TimeProvider time, MailServer server, RobotCalls robots, NoticeSecrets secrets, SiteAddress site)
{
    private const int Batch = 100;

    /// <returns>How many attempts were made.</returns>
    public async Task<int> Run(string worker, DeliveryChannel channel, CancellationToken cancel = default)
    {
        using var line = new MailLine(server);
        var attempts = 0;
        while (await Due(channel, cancel) is { Due.Count: > 0 } found)
        {
            foreach (var id in found.Due)
            {
                await using var scope = scopes.CreateAsyncScope();
                attempts += await One(scope.ServiceProvider, id, worker, found.Days, line, cancel) ? 1 : 0;
            }

            if (found.Due.Count < Batch)
            {
                break;
            }
        }

        return attempts;
    }

    private async Task<(IReadOnlyList<Guid> Due, WorkingCalendar Days)> Due(DeliveryChannel channel, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), time.GetUtcNow());
        var due = await db.Set<Delivery>().AsNoTracking()
            .Where(one => one.Channel == channel && (((one.State == DeliveryState.Waiting || one.State == DeliveryState.Failed) && one.NextAt <= now) || (one.State == DeliveryState.Sending && one.ClaimedUntil <= now)))
            .OrderBy(one => one.NextAt).ThenBy(one => one.Id).Select(one => one.Id).Take(Batch).ToListAsync(cancel);
        return (due, due.Count == 0 ? new(new Dictionary<DateOnly, bool>()) : await Stages.Days(db, cancel));
    }

    private async Task<bool> One(IServiceProvider services, Guid id, string worker, WorkingCalendar days, MailLine line, CancellationToken cancel)
    {
        var db = services.GetRequiredService<SaimaDb>();
        try
        {
            var delivery = await db.Set<Delivery>().SingleAsync(one => one.Id == id, cancel);
            if (!DeliveryMachine.IsDue(delivery, time.GetUtcNow()))
            {
                return false;
            }

            // What somebody asked for just now is not kept from them.
            var quiet = delivery.Confirms is null ? await db.Set<NoticeSettings>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == delivery.Person, cancel) is { } kept ? kept.Quiet : QuietHours.Usual : new(0, 0, WorkingDaysOnly: false);
            if (quiet.Next(time.GetUtcNow(), days) is var until && until > time.GetUtcNow())
            {
                DeliveryMachine.PutOff(delivery, until);
                await db.SaveChangesAsync(cancel);
                return false;
            }

            var taken = DeliveryMachine.Take(delivery, worker, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            if (!taken)
            {
                return false;
            }

            if (await Send(services, delivery, line, cancel) is { } attempt)
            {
                DeliveryMachine.Finish(delivery, attempt, time.GetUtcNow(), next => quiet.Next(next, days));
            }
            else
            {
                DeliveryMachine.Drop(delivery, time.GetUtcNow());
            }

            // What was sent is noted even while the site stops.
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker has taken it up.
            return false;
        }
    }

    /// <returns>Empty where there is nothing left to be sent.</returns>
    private async Task<Attempt?> Send(IServiceProvider services, Delivery delivery, MailLine line, CancellationToken cancel)
    {
        var (db, now) = (services.GetRequiredService<SaimaDb>(), time.GetUtcNow());
        if (delivery.Confirms is { } asked)
        {
            var pending = await db.Set<MailAddress>().AsNoTracking().SingleAsync(one => one.Id == asked, cancel);
            var language = await db.Set<NoticeSettings>().AsNoTracking().Where(one => one.Person == delivery.Person).Select(one => one.Language).SingleOrDefaultAsync(cancel);
            return pending.EndedAt is not null || pending.ConfirmedAt is not null ? null
                : await Mail(WriteMail.Confirm(CultureInfo.GetCultureInfo(language ?? "zh-Hans"), site.To(NoticesLinks.Confirm(secrets.ConfirmToken(asked, now)))!), pending, delivery, line, cancel);
        }

        var address = delivery.Robot is null ? await db.Set<MailAddress>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == delivery.Person && one.ConfirmedAt != null && one.EndedAt == null, cancel) : null;
        var robot = delivery.Robot is { } called ? await db.Set<Robot>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == called && one.EndedAt == null, cancel) : null;
        if ((address is null && robot is null) || await Digest.Read(db, [.. services.GetServices<TaskSource>()], services.GetRequiredService<Addressees>(), site, delivery, now, cancel) is not { } digest)
        {
            return null;
        }

        if (address is not null)
        {
            return await Mail(WriteMail.Digest(digest, site.To(NoticesLinks.Stop(secrets.StopToken(address.Id)))!, site.To(NoticesLinks.Settings)!), address, delivery, line, cancel);
        }

        return secrets.Open(robot!.SealedAddress) is not { } sealedAddress || (robot.SealedSecret is not null && secrets.Open(robot.SealedSecret) is null) ? new(DeliveryFault.Unreadable)
            : (await robots.Send(robot.Kind, RobotMessages.Write(robot.Kind, new(sealedAddress), secrets.Open(robot.SealedSecret), digest, delivery.Id, now), cancel)).Attempt;
    }

    private async Task<Attempt> Mail(MimeMessage message, MailAddress to, Delivery delivery, MailLine line, CancellationToken cancel)
    {
        using (message)
        {
            if (!server.On)
            {
                return new(DeliveryFault.Unreachable, "OFF");
            }

            if (secrets.Open(to.Sealed) is not { } address)
            {
                return new(DeliveryFault.Unreadable);
            }

            WriteMail.Address(message, server, MailboxAddress.Parse(address), delivery, time.GetUtcNow());
            return await line.Send(message, cancel);
        }
    }
}
