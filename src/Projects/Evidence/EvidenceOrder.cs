using Saima.Projects.Sendings;

namespace Saima.Projects.Evidence;

/// <summary>Evidence as somebody sends it.</summary>
/// <param name="Of">What it proves, as <see cref="EvidenceTarget.Key"/> says it; of no matter where a piece is replaced.</param>
/// <param name="Replaces">The piece it takes the place of.</param>
public sealed record EvidenceOrder(int Season, string Project, string Of, string? Note, long? Replaces = null, string? Reason = null)
{
    /// <summary>What the sender names it by, where it may come more than once.</summary>
    public Sending? Sending { get; init; }

    /// <summary>What it proves where a module says so and no form.</summary>
    public EvidenceTarget? Target { get; init; }
}
