using Saima.Kernel.Identity;

namespace Saima.Modules.Accounts.Duties;

/// <summary>职责: a role that a person holds in a unit and for a period. A duty is ended, never erased.</summary>
public sealed class Duty
{
    /// <summary>In place of a unit: the whole district.</summary>
    public const string District = "*";

    public long Id { get; set; }

    public Guid PersonId { get; set; }

    public Role Role { get; set; }

    /// <summary>Code of the unit; it holds for all units below too.</summary>
    public required string Unit { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Last day; empty for until it is ended.</summary>
    public DateOnly? To { get; set; }

    public required string GrantedBy { get; set; }

    public DateTimeOffset GrantedAt { get; set; }

    public required string Reason { get; set; }

    public string? EndedBy { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
