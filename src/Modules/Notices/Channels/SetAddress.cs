using Microsoft.EntityFrameworkCore;
using MimeKit;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Notices.Deliveries;

namespace Saima.Modules.Notices.Channels;

/// <summary>Somebody sets where they are written to: a link is sent there first, and the address before stays until it is confirmed. The ledger says that it changed, never what it is.</summary>
public static class SetAddress
{
    private const int MostAsked = 5;
    private const int Longest = 200;

    /// <summary>The one in use and the one that waits for its link to be opened, decrypted and masked.</summary>
    public static async Task<(string? Current, string? Pending)> Read(SaimaDb db, NoticeSecrets secrets, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(secrets);
        var open = await db.Set<MailAddress>().AsNoTracking().Where(one => one.Person == person && one.EndedAt == null).ToListAsync(cancel);
        return (Shown(open.Find(one => one.ConfirmedAt is not null)), Shown(open.Find(one => one.ConfirmedAt is null)));

        string? Shown(MailAddress? address) => address is null ? null : MailAddress.Mask(secrets.Open(address.Sealed) ?? "");
    }

    public static async Task<Outcome<MailAddress>> Run(SaimaDb db, TimeProvider time, NoticeSecrets secrets, bool mail, Actor actor, string typed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(actor);
        var text = typed.Trim();
        if (!mail)
        {
            return NoticeRefusals.MailOff;
        }

        // One plain address: no name before it, nothing that could end the line.
        if (text.Length > Longest || text.Any(char.IsWhiteSpace) || !MailboxAddress.TryParse(text, out var parsed) || parsed.Address != text || text.IndexOf('@', StringComparison.Ordinal) < 1 || !parsed.Domain.Contains('.', StringComparison.Ordinal))
        {
            return NoticeRefusals.Faulty([NoticeRefusals.Field("address", text, "NO_ADDRESS", new("不是邮箱。", "It is no e-mail address."), new("写一个完整的邮箱，如 zhang@example.cn。", "Write one whole address, such as zhang@example.cn."))]);
        }

        var now = time.GetUtcNow();
        var lately = now - TimeSpan.FromDays(1);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<MailAddress>().CountAsync(one => one.Person == actor.Id && one.AskedAt > lately, cancel) >= MostAsked)
        {
            return NoticeRefusals.TooManyAsked;
        }

        await EndAddress.Erase(db, one => one.Person == actor.Id && one.EndedAt == null && one.ConfirmedAt == null, now, cancel);
        var asked = new MailAddress { Id = Guid.NewGuid(), Person = actor.Id, Sealed = secrets.Seal(text), AskedAt = now };
        db.Add(asked);
        db.Add(new Delivery { Id = Guid.NewGuid(), Person = actor.Id, Channel = DeliveryChannel.Mail, Confirms = asked.Id, MadeAt = now, NextAt = now });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await AppendToLedger.Run(db, now, actor.Name, [new("notices.set-address", EndAddress.Subject(actor.Id), null, null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return asked;
    }
}
