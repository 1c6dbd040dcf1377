namespace Saima.Engines.Scoring;

/// <summary>One bit per project of a block.</summary>
internal static class Mask
{
    /// <summary>Projects in a block: its columns stay in the second-level cache.</summary>
    public const int Block = 512;

    /// <summary>Words of a mask.</summary>
    public const int Words = Block / 64;

    public static void And(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        for (var w = 0; w < Words; w++)
            target[w] &= other[w];
    }

    public static void Or(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        for (var w = 0; w < Words; w++)
            target[w] |= other[w];
    }

    /// <summary>Takes the bits of the other away.</summary>
    public static void Less(Span<ulong> target, ReadOnlySpan<ulong> other)
    {
        for (var w = 0; w < Words; w++)
            target[w] &= ~other[w];
    }

    public static void Not(Span<ulong> target)
    {
        for (var w = 0; w < Words; w++)
            target[w] = ~target[w];
    }

    /// <summary>Sets the bits of the first projects and clears the others.</summary>
    public static void First(Span<ulong> target, int count)
    {
        for (var w = 0; w < Words; w++)
        {
            var rest = count - (64 * w);
            target[w] = rest >= 64 ? ulong.MaxValue : rest <= 0 ? 0 : (1UL << rest) - 1;
        }
    }
}
