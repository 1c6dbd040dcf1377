namespace Saima.Engines.Transparency;

/// <summary>A complete subtree of <c>2^Level</c> leaves.</summary>
/// <param name="Level">0 for a leaf; at most 62.</param>
/// <param name="Index">How many complete subtrees of its level lie left of it.</param>
public readonly record struct MerkleNode(int Level, long Index);

/// <summary>A tree in memory that leaves are appended to. It keeps the hash of every complete subtree, twice as many as leaves.</summary>
public sealed class MerkleTree
{
    private readonly List<List<byte[]>> levels = [[]];

    /// <summary>Leaves.</summary>
    public long Size => levels[0].Count;

    /// <summary>A tree of entries in their order.</summary>
    /// <param name="entries">The bytes of each.</param>
    public static MerkleTree Of(IEnumerable<byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var tree = new MerkleTree();
        foreach (var entry in entries)
        {
            tree.Append(MerkleHash.Leaf(entry));
        }

        return tree;
    }

    /// <summary>Appends a leaf.</summary>
    /// <param name="leaf">Its hash by <see cref="MerkleHash.Leaf"/>.</param>
    public void Append(byte[] leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var hash = leaf;
        for (var level = 0; ; level++)
        {
            if (level == levels.Count)
            {
                levels.Add([]);
            }

            var row = levels[level];
            row.Add(hash);
            if (row.Count % 2 == 1)
            {
                return;
            }

            hash = MerkleHash.Node(row[^2], row[^1]);
        }
    }

    /// <summary>Hash of a complete subtree.</summary>
    /// <param name="node">One that lies inside the tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public byte[] Read(MerkleNode node) => levels[node.Level][checked((int)node.Index)];

    /// <summary>Head of the tree as it was when it had so many leaves.</summary>
    /// <param name="size">0 to <see cref="Size"/>.</param>
    public byte[] Head(long size) => MerkleProof.Head(size, Read);
}
