namespace Saima.Kernel.Identity;

/// <summary>A role held in a unit and all below it.</summary>
/// <param name="Covers">Codes of the units; empty for the whole district.</param>
public sealed record HeldRole(Role Role, IReadOnlySet<string>? Covers);

/// <summary>Who acts: a person who is signed in, with the duties of this day.</summary>
/// <param name="Id">Stable, whatever the person is called.</param>
/// <param name="Name">As the ledger names who acts.</param>
public sealed record Actor(string Id, string Name, IReadOnlyList<HeldRole> Duties)
{
    /// <summary>What a program with a token may read; empty for a person. A program holds no duty and changes nothing.</summary>
    public IReadOnlySet<string>? Scopes { get; init; }

    public bool Holds(Role role) => Duties.Any(duty => duty.Role == role);

    /// <summary>Whether the role is held for a unit.</summary>
    public bool Holds(Role role, string unit) => Duties.Any(duty => duty.Role == role && (duty.Covers is null || duty.Covers.Contains(unit)));

    /// <summary>Whether this person writes the facts of a unit's projects.</summary>
    public bool WritesFor(string unit) => Roles.Writers.Any(role => Holds(role, unit));

    public bool HoldsAny(IEnumerable<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Any(Holds);
    }
}
