using Saima.Kernel.Data;
using Saima.Kernel.Identity;

namespace Saima.Contracts.Accounts;

/// <summary>A question to the accounts: who somebody is, with the duties of a day, though nobody is signed in.</summary>
public abstract class KnownPeople
{
    /// <param name="person">Stable id.</param>
    /// <returns>Empty for somebody unknown or whose account is closed.</returns>
    public abstract Task<Actor?> Find(SaimaDb db, string person, DateOnly day, CancellationToken cancel);
}
