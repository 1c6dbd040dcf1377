using Saima.Kernel.Data;
using Saima.Kernel.Identity;

namespace Saima.Contracts.Accounts;

/// <summary>A question to the accounts: who somebody is, with the duties of a day, though nobody is signed in.</summary>
public abstract class KnownPeople
{
    /// <param name="person">Stable id.</param>
    /// <returns>Empty for somebody unknown or whose account is closed.</returns>
    public abstract Task<Actor?> Find(SaimaDb db, string person, DateOnly day, CancellationToken cancel);

    /// <summary>Stable ids of all who hold a duty on the register on a day: those who can have something to do.</summary>
    public abstract Task<IReadOnlyList<string>> WithDuties(SaimaDb db, DateOnly day, CancellationToken cancel);

    /// <summary>What people are called, by their stable ids; who is unknown is left out.</summary>
    public abstract Task<IReadOnlyDictionary<string, string>> Names(SaimaDb db, IReadOnlyCollection<string> people, CancellationToken cancel);

    /// <summary>Stable ids of those whose name or account is searched for, by characters or initials.</summary>
    public abstract Task<IReadOnlyList<string>> Called(SaimaDb db, string search, CancellationToken cancel);
}
