namespace Saima.Kernel.Sheets;

/// <summary>What a zip may hold before it is taken for an attack.</summary>
public sealed record ZipLimits
{
    public static ZipLimits Default { get; } = new();

    public int Entries { get; init; } = 2_000;

    /// <summary>Inflated bytes of all entries together.</summary>
    public long Inflated { get; init; } = 6L << 30;

    /// <summary>Inflated bytes per packed byte, once an entry is larger than <see cref="SmallEntry"/>.</summary>
    public int Ratio { get; init; } = 250;

    public long SmallEntry { get; init; } = 4L << 20;

    /// <summary>Whether archives may lie inside it unopened, as the workbook behind a chart does in an Office file.</summary>
    public bool Nested { get; init; }
}
