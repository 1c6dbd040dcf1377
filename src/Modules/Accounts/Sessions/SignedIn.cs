using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Units;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.Sessions;

/// <summary>Signing in and out on a device, and who acts in a request.</summary>
public static class SignedIn
{
    private const string SessionClaim = "session";
    private const int LongestAgent = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AdministratorIdle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>The cookie's scheme.</summary>
    public static string Scheme => IdentityConstants.ApplicationScheme;

    /// <summary>Begins a session of a person whose password, and second factor if there is one, were right.</summary>
    /// <param name="by">What stood for the password; empty for the password itself.</param>
    public static async Task<ClaimsPrincipal> Begin(SaimaDb db, TimeProvider time, Person person, string? agent, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(person);
        var now = time.GetUtcNow();
        var session = new Session { Id = Guid.NewGuid(), PersonId = person.Id, StartedAt = now, SeenAt = now, Agent = agent is { Length: > LongestAgent } ? agent[..LongestAgent] : agent };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, now, person.Name, [new("accounts.sign-in", AddPerson.Subject(person.Id), null, null, by.Length == 0 ? null : JsonSerializer.Serialize(new { by }))], cancel);
        await transaction.CommitAsync(cancel);
        return new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.UserName!), new(SessionClaim, session.Id.ToString())], Scheme));
    }

    public static async Task End(SaimaDb db, TimeProvider time, HttpContext http, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(http);
        if (SessionOf(http.User) is { } session)
        {
            await EndOne(db, time, session, cancel);
        }

        KeptHere.Forget(http);
        await http.SignOutAsync(Scheme);
    }

    public static Task EndOne(SaimaDb db, TimeProvider time, Guid session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        return db.Set<Session>().Where(one => one.Id == session && one.EndedAt == null).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
    }

    public static Guid? SessionOf(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;
    }

    /// <summary>Who acts; empty for a visitor and for a session that is over.</summary>
    public static async Task<Actor?> Find(SaimaDb db, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(user);
        if (SessionOf(user) is not { } id || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var personId))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var found = await (
            from session in db.Set<Session>().AsNoTracking()
            join person in db.Set<Person>().AsNoTracking() on session.PersonId equals person.Id
            where session.Id == id && session.EndedAt == null && person.Id == personId && person.ClosedAt == null
            select new { session.SeenAt, person.Name, person.MustChange }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var duties = await Duties(db, personId, Written.DayOf(now), cancel);
        if (now - found.SeenAt > (duties.Any(duty => Roles.Administrators.Contains(duty.Role)) ? AdministratorIdle : Idle))
        {
            await EndOne(db, time, id, cancel);
            return null;
        }

        if (now - found.SeenAt > Noted)
        {
            await Note(db, id, now, cancel);
        }

        // Until the first password is changed the person can only do that.
        return new Actor(personId.ToString(), found.Name, found.MustChange ? [] : duties);
    }

    // While a long import holds the database nobody waits for so little: the next request notes it.
    private static async Task Note(SaimaDb db, Guid session, DateTimeOffset now, CancellationToken cancel)
    {
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
        try
        {
            await db.Set<Session>().Where(one => one.Id == session).ExecuteUpdateAsync(one => one.SetProperty(row => row.SeenAt, now), cancel);
        }
        catch (System.Data.Common.DbException)
        {
            return;
        }
        finally
        {
            db.Database.SetCommandTimeout(patience);
        }
    }

    internal static async Task<IReadOnlyList<HeldRole>> Duties(SaimaDb db, Guid person, DateOnly today, CancellationToken cancel)
    {
        var duties = await db.Set<Duty>().AsNoTracking()
            .Where(duty => duty.PersonId == person && duty.EndedAt == null && duty.From <= today && (duty.To == null || duty.To >= today)).ToListAsync(cancel);
        var covers = await UnitTree.Reach(db, duties.Select(duty => duty.Unit), cancel);
        return [.. duties.Select(duty => new HeldRole(duty.Role, covers(duty.Unit)))];
    }
}
