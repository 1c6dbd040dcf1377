using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Accounts.People;

/// <summary>
/// People on our own tables. The key of a second factor and its recovery codes are encrypted with the keys in the data folder: a copy of the database alone makes no codes.
/// </summary>
public sealed class PersonStore(SaimaDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer) : UserOnlyStore<Person, SaimaDb, Guid>(db, describer)
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
}
