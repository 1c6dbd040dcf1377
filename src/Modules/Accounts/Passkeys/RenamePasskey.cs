using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>Gives one's own passkey another name.</summary>
public static class RenamePasskey
{
    private const int LongestName = 40;

    public static async Task<Outcome<Passkey>> Run(SaimaDb db, TimeProvider time, (Guid Person, string By) own, Guid id, string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(name);
        if (BadName(name.Trim()) is { } bad)
        {
            return bad;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Passkey>().SingleOrDefaultAsync(one => one.Id == id && one.PersonId == own.Person && one.EndedAt == null, cancel) is not { } passkey)
        {
            return PasskeyRefusals.Missing;
        }

        var before = passkey.Name;
        if (before == name.Trim())
        {
            return passkey;
        }

        passkey.Name = name.Trim();
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(
            db, time.GetUtcNow(), own.By, [new("accounts.passkey-rename", AddPerson.Subject(own.Person), null, JsonSerializer.Serialize(new { passkey = before }), JsonSerializer.Serialize(new { passkey = passkey.Name }))], cancel);
        await transaction.CommitAsync(cancel);
        return passkey;
    }

    internal static Refusal? BadName(string name) => name.Length is not (0 or > LongestName) && !name.Any(char.IsControl) ? null
        : AccountRefusals.Faulty([AccountRefusals.Field("passkey-name", name, "BAD_NAME", new("名称没有填，或太长。", "There is no name, or it is too long."), new($"写 1 到 {LongestName} 个字，例如“单位电脑”。", $"Write 1 to {LongestName} characters, such as “office computer”."))]);
}
