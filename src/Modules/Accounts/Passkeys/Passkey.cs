namespace Saima.Modules.Accounts.Passkeys;

/// <summary>通行密钥: the public half of a key whose other half stays with a person's device. It is ended and never erased.</summary>
public sealed class Passkey
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    /// <summary>How the authenticator names it; no two are the same, ended ones among them.</summary>
    public required byte[] CredentialId { get; set; }

    /// <summary>As the authenticator gave it (COSE).</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; set; }

    /// <summary>How often it signed, as it says itself; always 0 with those that do not count.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser may reach it, with blanks between.</summary>
    public string Transports { get; set; } = "";

    /// <summary>May be copied to the person's other devices by whoever made the authenticator.</summary>
    public bool BackupEligible { get; set; }

    public bool BackedUp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }
}

/// <summary>A challenge that was answered, by its hash: it is not taken a second time, whichever process of the platform is asked.</summary>
public sealed class AnsweredChallenge
{
    public required string Hash { get; set; }

    public DateTimeOffset At { get; set; }
}
