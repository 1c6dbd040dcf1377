using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>Finds whose passkey signed the challenge. It stands for both factors: the device is one, the finger or PIN that unlocked it is the other.</summary>
public static class SignInByPasskey
{
    /// <summary>What a session says it began by.</summary>
    public const string By = "passkey";

    private const int LongestAnswer = 65_536;

    /// <param name="browser">The browser the challenge was given to.</param>
    /// <param name="answer">The sealed state and what the authenticator signed.</param>
    public static async Task<Outcome<Person>> Run(PasskeyDesk desk, HttpContext http, string browser, (string State, string Credential) answer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(browser);
        if (!desk.Site.On(http.Request))
        {
            return PasskeyRefusals.Off;
        }

        if (answer.Credential.Length > LongestAnswer || await desk.Challenge.Open(desk.Db, PasskeyChallenge.Use, browser, answer.State, cancel) is not { } state)
        {
            return PasskeyRefusals.Over;
        }

        var kept = await Kept(desk, answer.Credential, cancel);
        var asserted = await desk.Handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer.Credential, AssertionState = state });
        if (asserted is not { Succeeded: true, User: { ClosedAt: null } person } || kept is not { EndedAt: null })
        {
            return await Refuse(desk, kept, asserted.Failure, cancel);
        }

        if (await desk.Users.IsLockedOutAsync(person))
        {
            await using var locked = await desk.Db.Database.BeginTransactionAsync(cancel);
            await AppendToLedger.Run(desk.Db, desk.Time.GetUtcNow(), person.Name, [new("accounts.sign-in-locked", AddPerson.Subject(person.Id), null, null, JsonSerializer.Serialize(new { by = By }))], cancel);
            await locked.CommitAsync(cancel);
            return AccountRefusals.Locked;
        }

        // Of two at once with the same count only one is taken, and none of one that is just being ended.
        var (now, count, backedUp) = (desk.Time.GetUtcNow(), (long)asserted.Passkey.SignCount, asserted.Passkey.IsBackedUp);
        var taken = await desk.Db.Set<Passkey>().Where(one => one.Id == kept.Id && one.EndedAt == null && one.SignCount == kept.SignCount)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.SignCount, count).SetProperty(row => row.BackedUp, backedUp).SetProperty(row => row.UsedAt, now), cancel);
        if (taken == 0)
        {
            return await Refuse(desk, kept, null, cancel);
        }

        await desk.Users.ResetAccessFailedCountAsync(person);
        return person;
    }

    private static async Task<Refusal> Refuse(PasskeyDesk desk, Passkey? kept, PasskeyException? failure, CancellationToken cancel)
    {
        if (kept is null || await desk.Users.FindByIdAsync(kept.PersonId.ToString()) is not { ClosedAt: null } person)
        {
            // It is nobody's: there is nothing to record it with.
            return PasskeyRefusals.Unknown;
        }

        var copied = failure?.Message.Contains("counter", StringComparison.OrdinalIgnoreCase) == true;
        await PasskeyRecord.Refused(desk, person, kept.EndedAt is not null ? "ended" : copied ? "counter" : "answer", cancel);
        return copied ? PasskeyRefusals.Copied : PasskeyRefusals.Unknown;
    }

    private static async Task<Passkey?> Kept(PasskeyDesk desk, string credential, CancellationToken cancel)
    {
        try
        {
            using var said = JsonDocument.Parse(credential);
            var id = Base64Url.DecodeFromChars(said.RootElement.GetProperty("id").GetString());
            return await desk.Db.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(one => one.CredentialId == id, cancel);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
