using Saima.Kernel.Data;
using Saima.Kernel.Identity;

namespace Saima.Contracts.Accounts;

/// <summary>A question to the accounts: which units there are, and what waits in one of them for whoever it is.</summary>
public abstract class KnownUnits
{
    /// <summary>In place of a unit: the whole district.</summary>
    public const string District = "*";

    /// <summary>Codes and names in the order of the tree.</summary>
    public abstract Task<IReadOnlyList<(string Code, string Name)>> List(SaimaDb db, CancellationToken cancel);

    /// <summary>A stand-in for those who report and check in a unit and below it; of the district, for the project office. It can sign in nowhere.</summary>
    /// <param name="id">What the stand-in is called.</param>
    /// <returns>Empty for a unit that is not there.</returns>
    public abstract Task<Actor?> StandIn(SaimaDb db, string unit, string id, CancellationToken cancel);
}
