using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Notices.Deliveries;

namespace Saima.Modules.Notices.Channels;

/// <summary>Sends a test to a robot at once and shows what it answers.</summary>
public static class TryRobot
{
    public static async Task<Outcome<TriedRobot>> Run(SaimaDb db, TimeProvider time, (NoticeSecrets Secrets, RobotCalls Calls, SiteAddress Site) by, Actor actor, string owner, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        var robot = await db.Set<Robot>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Owner == owner && one.EndedAt == null, cancel);
        if (robot is null)
        {
            return NoticeRefusals.NoRobot;
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("notices.try-robot", EndRobot.Subject(id), null, null, null)], cancel);
            await transaction.CommitAsync(cancel);
        }

        if (by.Secrets.Open(robot.SealedAddress) is not { } address || (robot.SealedSecret is not null && by.Secrets.Open(robot.SealedSecret) is null))
        {
            return new TriedRobot(robot, new(DeliveryFault.Unreadable), "");
        }

        var message = RobotMessages.Write(robot.Kind, new(address), by.Secrets.Open(robot.SealedSecret), Digest.Trial(CultureInfo.CurrentUICulture, by.Site), Guid.NewGuid(), time.GetUtcNow());
        var (attempt, answer) = await by.Calls.Send(robot.Kind, message, cancel);
        return new TriedRobot(robot, attempt, answer);
    }
}

/// <param name="Answer">Beginning of what was answered.</param>
public sealed record TriedRobot(Robot Robot, Attempt Attempt, string Answer);
