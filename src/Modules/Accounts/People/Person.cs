using Microsoft.AspNetCore.Identity;

namespace Saima.Modules.Accounts.People;

/// <summary>人员: somebody who can sign in. Passwords are kept as salted hashes (PBKDF2) and nowhere else.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>As people and the ledger call this person.</summary>
    public required string Name { get; set; }

    /// <summary>Made with the sample; its password is public.</summary>
    public bool Demo { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The password was chosen by somebody else: nothing can be done before it is changed.</summary>
    public bool MustChange { get; set; }

    /// <summary>Half minute of the last code of the authenticator that was taken; none is taken twice.</summary>
    public long? LastCode { get; set; }

    /// <summary>From then on the person cannot sign in.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A password that was used before, as a hash: it is not taken again.</summary>
public sealed class OldPassword
{
    public long Id { get; set; }

    public Guid PersonId { get; set; }

    public required string Hash { get; set; }

    public DateTimeOffset At { get; set; }
}
