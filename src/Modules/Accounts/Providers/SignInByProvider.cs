using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.SignIn;

namespace Saima.Modules.Accounts.Providers;

/// <summary>Finds whose account an identity at the provider is bound to. A second factor of the account is asked for all the same.</summary>
public static class SignInByProvider
{
    public static async Task<Outcome<Recognised>> Run(UserManager<Person> users, ProviderIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(identity);
        if (await users.FindByLoginAsync(identity.Issuer, identity.Subject) is not { ClosedAt: null } person)
        {
            return AccountRefusals.IdentityUnknown;
        }

        return await users.IsLockedOutAsync(person) ? AccountRefusals.Locked : new Recognised(person, await users.GetTwoFactorEnabledAsync(person));
    }
}
