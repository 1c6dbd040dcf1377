using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Channels;

/// <summary>Removes a robot: its address and secret are erased, what waits for it is dropped when its turn comes.</summary>
public static class EndRobot
{
    /// <param name="owner">Whose robot it must be.</param>
    public static async Task<Outcome<Robot>> Run(SaimaDb db, TimeProvider time, Actor actor, string owner, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var robot = await db.Set<Robot>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Owner == owner && one.EndedAt == null, cancel);
        if (robot is null || await db.Set<Robot>().Where(one => one.Id == id && one.EndedAt == null)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, (DateTimeOffset?)now).SetProperty(row => row.SealedAddress, "").SetProperty(row => row.SealedSecret, (string?)null), cancel) == 0)
        {
            return NoticeRefusals.NoRobot;
        }

        await AppendToLedger.Run(db, now, actor.Name, [new("notices.end-robot", Subject(id), null, JsonSerializer.Serialize(new { owner, kind = robot.Kind.ToString(), name = robot.Name, host = robot.Host }), null)], cancel);
        await transaction.CommitAsync(cancel);
        return robot;
    }

    internal static string Subject(Guid robot) => $"notices/robot/{robot:N}";
}
