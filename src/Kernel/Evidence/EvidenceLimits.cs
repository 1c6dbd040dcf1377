namespace Saima.Kernel.Evidence;

/// <summary>How large evidence may be.</summary>
public sealed record EvidenceLimits
{
    public static EvidenceLimits Default { get; } = new();

    public long PhotoBytes { get; init; } = 20L << 20;

    public long DocumentBytes { get; init; } = 50L << 20;

    /// <summary>Pixels held in memory at once when a photo is decoded; JPEG is decoded smaller where it is larger.</summary>
    public long DecodedPixels { get; init; } = 50_000_000;

    public long Largest => Math.Max(PhotoBytes, DocumentBytes);
}
