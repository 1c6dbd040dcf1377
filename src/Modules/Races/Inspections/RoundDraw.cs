using System.Security.Cryptography;
using System.Text;

namespace Saima.Modules.Races.Inspections;

/// <summary>
/// 抽签: how the random sample of a round came about. The secret is drawn and its hash published when the round is opened; the seed mixes it with the frozen data,
/// so that neither who knows the secret nor who reports can choose the sample.
/// </summary>
public sealed class RoundDraw
{
    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>SHA-256 of the secret, lower-case hex; public from the beginning.</summary>
    public required string Commitment { get; set; }

    /// <summary>32 bytes of chance, lower-case hex; shown once the sample is drawn.</summary>
    public required string Secret { get; set; }

    public DateTimeOffset CommittedAt { get; set; }

    public required string CommittedBy { get; set; }

    /// <summary>Fingerprint of the frozen data that went into the seed; empty until the sample is drawn.</summary>
    public string? FrozenSha256 { get; set; }

    /// <summary>Projects in the frame.</summary>
    public int Frame { get; set; }

    public int RandomCount { get; set; }

    public int RiskCount { get; set; }

    public DateTimeOffset? DrawnAt { get; set; }

    public string? DrawnBy { get; set; }

    public string? Seed => FrozenSha256 is { } frozen ? SeedOf(Secret, frozen) : null;

    /// <summary>What is drawn with: SHA-256 of the secret, a colon and the fingerprint of the frozen data, as text.</summary>
    public static string SeedOf(string secret, string frozen) => Hash($"{secret}:{frozen}");

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
