using System.Text.Json;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>A passkey that was not taken leaves its trace with the person whose account it was for.</summary>
internal static class PasskeyRecord
{
    /// <param name="why">A code: <c>make</c>, <c>counter</c>, <c>ended</c>, <c>answer</c>.</param>
    public static async Task Refused(PasskeyDesk desk, Person person, string why, CancellationToken cancel)
    {
        await using var transaction = await desk.Db.Database.BeginTransactionAsync(cancel);
        await AppendToLedger.Run(desk.Db, desk.Time.GetUtcNow(), person.Name, [new("accounts.passkey-refused", AddPerson.Subject(person.Id), null, null, JsonSerializer.Serialize(new { why }))], cancel);
        await transaction.CommitAsync(cancel);
    }
}
