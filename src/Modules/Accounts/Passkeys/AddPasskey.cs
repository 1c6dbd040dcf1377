using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;
using Saima.Modules.Accounts.SignIn;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>What the browser is asked to make.</summary>
/// <param name="Options">For the browser.</param>
/// <param name="State">Sealed; comes back with the answer.</param>
public sealed record OfferedPasskey(string Name, string Options, string State);

/// <summary>Adds a passkey to one's own account: first it is looked who asks, then the authenticator makes one.</summary>
public static class AddPasskey
{
    private const int Most = 10;
    private const int LongestAnswer = 65_536;
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    /// <summary>Whether somebody signed in so lately that the password is not asked for once more.</summary>
    public static async Task<bool> IsRecent(SaimaDb db, TimeProvider time, Guid? session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var since = time.GetUtcNow() - Recent;
        return await db.Set<Session>().AnyAsync(one => one.Id == session && one.EndedAt == null && one.StartedAt > since, cancel);
    }

    public static async Task<Outcome<OfferedPasskey>> Offer(
        PasskeyDesk desk, HttpContext http, Guid id, (string Name, string Password) order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(http);
        var name = order.Name.Trim();
        if (await Refused(desk, http, id, name, cancel) is { } refused)
        {
            return refused;
        }

        var person = (await desk.Users.FindByIdAsync(id.ToString()))!;
        if (!await IsRecent(desk.Db, desk.Time, SignedIn.SessionOf(http.User), cancel)
            && (await SignInPerson.Run(desk.Db, desk.Users, desk.Time, person.UserName!, order.Password, cancel)).Refusal is { } wrong)
        {
            return wrong;
        }

        var made = await desk.Handler.MakeCreationOptionsAsync(new() { Id = id.ToString(), Name = person.UserName!, DisplayName = person.Name }, http);
        return new OfferedPasskey(name, made.CreationOptionsJson, desk.Challenge.Seal(PasskeyChallenge.Make, Bound(http), made.AttestationState!));
    }

    /// <param name="answer">The sealed state and what the browser's authenticator made.</param>
    public static async Task<Outcome<Passkey>> Run(
        PasskeyDesk desk, HttpContext http, Guid id, string name, (string State, string Credential) answer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(name);
        if (await Refused(desk, http, id, name.Trim(), cancel) is { } refused)
        {
            return refused;
        }

        if (await desk.Challenge.Open(desk.Db, PasskeyChallenge.Make, Bound(http), answer.State, cancel) is not { } state)
        {
            return PasskeyRefusals.Over;
        }

        var person = (await desk.Users.FindByIdAsync(id.ToString()))!;
        if (answer.Credential.Length > LongestAnswer
            || await desk.Handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer.Credential, AttestationState = state }) is not { Succeeded: true } made
            || made.UserEntity.Id != id.ToString())
        {
            await PasskeyRecord.Refused(desk, person, "make", cancel);
            return PasskeyRefusals.NotMade;
        }

        made.Passkey.Name = name.Trim();
        try
        {
            await using var transaction = await desk.Db.Database.BeginTransactionAsync(cancel);
            if (!(await desk.Users.AddOrUpdatePasskeyAsync(person, made.Passkey)).Succeeded)
            {
                return PasskeyRefusals.NotMade;
            }

            var passkey = await desk.Db.Set<Passkey>().AsNoTracking().SingleAsync(one => one.CredentialId == made.Passkey.CredentialId, cancel);
            await AppendToLedger.Run(desk.Db, desk.Time.GetUtcNow(), person.Name, [new("accounts.passkey-add", AddPerson.Subject(id), null, null, JsonSerializer.Serialize(new { passkey = passkey.Name }))], cancel);
            await transaction.CommitAsync(cancel);
            return passkey;
        }
        catch (DbUpdateException)
        {
            // Somebody else was faster with the same one.
            desk.Db.ChangeTracker.Clear();
            await PasskeyRecord.Refused(desk, person, "make", cancel);
            return PasskeyRefusals.NotMade;
        }
    }

    private static string Bound(HttpContext http) => SignedIn.SessionOf(http.User)?.ToString() ?? "";

    private static async Task<Refusal?> Refused(PasskeyDesk desk, HttpContext http, Guid id, string name, CancellationToken cancel)
    {
        if (await desk.Users.FindByIdAsync(id.ToString()) is not { ClosedAt: null } person)
        {
            return AccountRefusals.Missing;
        }

        return !desk.Site.On(http.Request) ? PasskeyRefusals.Off
            : person.Demo ? PasskeyRefusals.Demo
            : person.MustChange ? PasskeyRefusals.FirstPassword
            : RenamePasskey.BadName(name) is { } bad ? bad
            : await desk.Db.Set<Passkey>().CountAsync(one => one.PersonId == id && one.EndedAt == null, cancel) >= Most ? PasskeyRefusals.Full(Most) : null;
    }
}
