using System.Globalization;

namespace Saima.Engines.Transparency;

/// <summary>
/// A piece of a log that is served as a file: up to 256 consecutive hashes of one level of tiles, or the entries of as many leaves. Once full it never changes.
/// Source: C2SP tlog-tiles, https://c2sp.org/tlog-tiles.
/// </summary>
/// <param name="Level">0 to 7 for hashes, each level standing on 256 of the level below; <see cref="Entries"/> for entries.</param>
/// <param name="Index">Which tile of its level, from 0.</param>
/// <param name="Width">Hashes or entries in it, 1 to <see cref="Full"/>.</param>
public readonly record struct LogTile(int Level, long Index, int Width)
{
    /// <summary>Hashes or entries of a full tile.</summary>
    public const int Full = 256;

    /// <summary>Levels of the tree in a tile.</summary>
    public const int Height = 8;

    /// <summary>The level of entry bundles.</summary>
    public const int Entries = -1;

    private const int HighestLevel = 7;
    private const int LongestPath = 80;

    /// <summary>Whether it never changes.</summary>
    public bool IsFull => Width == Full;

    /// <summary>Where it lies under the log's address: <c>tile/0/x001/x234/067</c>, <c>tile/0/000.p/7</c>, <c>tile/entries/000</c>.</summary>
    public string Path
    {
        get
        {
            var parts = new Stack<string>();
            var index = Index;
            do
            {
                parts.Push((parts.Count == 0 ? "" : "x") + (index % 1000).ToString("000", CultureInfo.InvariantCulture));
                index /= 1000;
            }
            while (index > 0);
            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            return $"tile/{level}/{string.Join('/', parts)}{(IsFull ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}"))}";
        }
    }

    /// <summary>Reads a path as <see cref="Path"/> writes it; every other spelling is none.</summary>
    /// <param name="path">Relative to the log's address.</param>
    public static LogTile? Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        if (path.Length > LongestPath || parts.Length < 3 || parts[0] != "tile" || (parts[1] == "entries" ? Entries : Number(parts[1])) is not { } level)
        {
            return null;
        }

        var width = Full;
        var digits = parts.AsSpan(2).ToArray();
        if (digits.Length > 1 && digits[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (Number(digits[^1]) is not { } stated)
            {
                return null;
            }

            (width, digits) = (stated, [.. digits[..^2], digits[^2][..^2]]);
        }

        var index = 0L;
        foreach (var part in digits)
        {
            if (index > long.MaxValue / 1_000_000 || !int.TryParse(part.TrimStart('x'), NumberStyles.None, CultureInfo.InvariantCulture, out var three))
            {
                return null;
            }

            index = (index * 1000) + three;
        }

        // Written again, it is the same only if it was the one spelling.
        var tile = new LogTile(level, index, width);
        return level <= HighestLevel && width is >= 1 and <= Full && tile.Path == path ? tile : null;
    }

    /// <summary>Every tile and entry bundle of a tree, the partial ones in the width this size has.</summary>
    /// <param name="size">Leaves.</param>
    public static IEnumerable<LogTile> Of(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        for (var (level, hashes) = (Entries, size); hashes > 0; level++)
        {
            for (var first = 0L; first < hashes; first += Full)
            {
                yield return new(level, first / Full, (int)Math.Min(Full, hashes - first));
            }

            hashes = level == Entries ? hashes : hashes / Full;
        }
    }

    /// <summary>Whether a tree of this size has it, in this width or a larger one.</summary>
    /// <param name="size">Leaves.</param>
    public bool IsIn(long size) => (Index * Full) + Width <= (Level == Entries ? size : size >> (Level * Height));

    /// <summary>The tile a complete subtree is read from.</summary>
    /// <param name="node">One inside the tree.</param>
    /// <param name="size">Leaves of the tree.</param>
    public static LogTile For(MerkleNode node, long size)
    {
        var level = node.Level / Height;
        var index = (node.Index << (node.Level % Height)) / Full;
        return new(level, index, (int)Math.Min(Full, (size >> (level * Height)) - (index * Full)));
    }

    /// <summary>The hashes of the tile one after the other.</summary>
    /// <param name="read">Hash of a complete subtree.</param>
    public byte[] Hashes(Func<MerkleNode, byte[]> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var content = new byte[Width * MerkleHash.Length];
        for (var at = 0; at < Width; at++)
        {
            read(new(Level * Height, (Index * Full) + at)).CopyTo(content.AsSpan(at * MerkleHash.Length));
        }

        return content;
    }

    /// <summary>Hash of a complete subtree, from the tile that <see cref="For"/> names.</summary>
    /// <param name="node">The subtree.</param>
    /// <param name="content">The tile's bytes.</param>
    public static byte[] Read(MerkleNode node, ReadOnlySpan<byte> content)
    {
        var height = node.Level % Height;
        var first = (int)((node.Index << height) % Full);
        return Fold(content.Slice(first * MerkleHash.Length, MerkleHash.Length << height));
    }

    private static byte[] Fold(ReadOnlySpan<byte> hashes) =>
        hashes.Length == MerkleHash.Length ? hashes.ToArray() : MerkleHash.Node(Fold(hashes[..(hashes.Length / 2)]), Fold(hashes[(hashes.Length / 2)..]));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
