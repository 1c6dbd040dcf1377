using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Notices.Channels;

/// <summary>Ends mail to somebody: their address is erased, confirmed or not.</summary>
public static class EndAddress
{
    /// <param name="by">As the ledger names who did it.</param>
    public static async Task Run(SaimaDb db, TimeProvider time, string person, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Erase(db, one => one.Person == person && one.EndedAt == null, now, cancel) > 0)
        {
            await AppendToLedger.Run(db, now, by, [new("notices.end-address", Subject(person), null, null, null)], cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>By the link under a message: whoever has the message may end what comes to that address, and nothing else.</summary>
    /// <returns>Whether the link is one of ours.</returns>
    public static async Task<bool> ByLink(SaimaDb db, TimeProvider time, NoticeSecrets secrets, string token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Stops(token) is not { } id || await db.Set<MailAddress>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } address)
        {
            return false;
        }

        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Erase(db, one => one.Id == id && one.EndedAt == null, now, cancel) > 0)
        {
            await AppendToLedger.Run(db, now, "link", [new("notices.end-address", Subject(address.Person), null, null, null)], cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    internal static string Subject(string person) => $"notices/address/{person}";

    internal static Task<int> Erase(SaimaDb db, Expression<Func<MailAddress, bool>> which, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<MailAddress>().Where(which).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, (DateTimeOffset?)now).SetProperty(row => row.Sealed, ""), cancel);
}
