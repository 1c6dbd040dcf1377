namespace Saima.Modules.Accounts.Sessions;

/// <summary>A device on which a person is signed in.</summary>
public sealed class Session
{
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>What the browser calls itself, cut.</summary>
    public string? Agent { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
