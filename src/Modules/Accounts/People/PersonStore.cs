using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.Passkeys;

namespace Saima.Modules.Accounts.People;

/// <summary>
/// People on our own tables. The key of a second factor and its recovery codes are encrypted with the keys in the data folder: a copy of the database alone makes no codes.
/// Of a passkey only the public half is known.
/// </summary>
public sealed class PersonStore(SaimaDb db, IDataProtectionProvider protection, TimeProvider time, IdentityErrorDescriber describer) : UserOnlyStore<Person, SaimaDb, Guid>(db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Saima.Accounts.SecondFactor");

    public override Task SetTokenAsync(Person user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    /// <returns>Empty too where the keys it was encrypted with are gone: the factor has to be reset then.</returns>
    public override async Task<string?> GetTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } kept ? _protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override async Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(passkey);
        if (await Context.Set<Passkey>().SingleOrDefaultAsync(one => one.PersonId == user.Id && one.CredentialId == passkey.CredentialId && one.EndedAt == null, cancellationToken) is not { } kept)
        {
            kept = new()
            {
                Id = Guid.NewGuid(),
                PersonId = user.Id,
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                Name = "",
                Transports = string.Join(' ', passkey.Transports ?? []),
                BackupEligible = passkey.IsBackupEligible,
                CreatedAt = time.GetUtcNow(),
            };
            Context.Add(kept);
        }

        (kept.Name, kept.SignCount, kept.BackedUp) = (passkey.Name ?? kept.Name, passkey.SignCount, passkey.IsBackedUp);
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (await Context.Set<Passkey>().AsNoTracking().Where(one => one.PersonId == user.Id && one.EndedAt == null).ToListAsync(cancellationToken)).ConvertAll(Known);
    }

    /// <summary>Whose a passkey is, or was: one that was ended is not registered a second time.</summary>
    public override Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Set<Person>().SingleOrDefaultAsync(person => Context.Set<Passkey>().Any(one => one.PersonId == person.Id && one.CredentialId == credentialId), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await Context.Set<Passkey>().AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == user.Id && one.CredentialId == credentialId && one.EndedAt == null, cancellationToken) is { } kept ? Known(kept) : null;
    }

    public override async Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var now = time.GetUtcNow();
        await Context.Set<Passkey>().Where(one => one.PersonId == user.Id && one.CredentialId == credentialId && one.EndedAt == null)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedBy, user.Name), cancellationToken);
    }

    // How it was made is not kept: no maker of authenticators is preferred.
    private static UserPasskeyInfo Known(Passkey kept) => new(
        kept.CredentialId, kept.PublicKey, kept.CreatedAt, (uint)kept.SignCount, kept.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, kept.BackupEligible, kept.BackedUp, [], [])
    {
        Name = kept.Name,
    };
}
