using System.Numerics;

namespace Saima.Engines.Transparency;

/// <summary>
/// Proofs of a log and how anybody checks them. They are made of hashes of complete subtrees, wherever these are read from.
/// Source: RFC 6962 §2.1 (making), RFC 9162 §2.1.3.2 and §2.1.4.2 (checking).
/// </summary>
public static class MerkleProof
{
    /// <summary>Head of the tree of the first <paramref name="size"/> leaves, MTH.</summary>
    /// <param name="size">Leaves; 0 gives <see cref="MerkleHash.Empty"/>.</param>
    /// <param name="read">Hash of a complete subtree.</param>
    public static byte[] Head(long size, Func<MerkleNode, byte[]> read)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(read);
        return size == 0 ? MerkleHash.Empty : Range(0, size, read);
    }

    /// <summary>Proof that a leaf is in the tree, PATH: the siblings on its way up, the lowest first.</summary>
    /// <param name="index">Leaf from 0.</param>
    /// <param name="size">Leaves of the tree; more than <paramref name="index"/>.</param>
    /// <param name="read">Hash of a complete subtree.</param>
    public static IReadOnlyList<byte[]> Inclusion(long index, long size, Func<MerkleNode, byte[]> read)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        ArgumentNullException.ThrowIfNull(read);
        List<byte[]> downwards = [];
        var (low, high) = (0L, size);
        while (high - low > 1)
        {
            var middle = low + Split(high - low);
            if (index < middle)
            {
                downwards.Add(Range(middle, high, read));
                high = middle;
            }
            else
            {
                downwards.Add(Range(low, middle, read));
                low = middle;
            }
        }

        downwards.Reverse();
        return downwards;
    }

    /// <summary>Proof that the tree of the first <paramref name="from"/> leaves is the beginning of the tree of <paramref name="size"/>, PROOF.</summary>
    /// <param name="from">Leaves of the older tree, 0 to <paramref name="size"/>; of 0 and of the same size the proof is empty.</param>
    /// <param name="size">Leaves of the newer tree.</param>
    /// <param name="read">Hash of a complete subtree.</param>
    public static IReadOnlyList<byte[]> Consistency(long from, long size, Func<MerkleNode, byte[]> read)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, size);
        ArgumentNullException.ThrowIfNull(read);
        if (from == 0 || from == size)
        {
            return [];
        }

        List<byte[]> downwards = [];
        var (low, high) = (0L, size);
        while (high != from)
        {
            var middle = low + Split(high - low);
            if (from <= middle)
            {
                downwards.Add(Range(middle, high, read));
                high = middle;
            }
            else
            {
                downwards.Add(Range(low, middle, read));
                low = middle;
            }
        }

        if (low > 0)
        {
            downwards.Add(Range(low, high, read));
        }

        downwards.Reverse();
        return downwards;
    }

    /// <summary>The complete subtrees whose hashes a head or a proof is made of: what has to be fetched before.</summary>
    /// <param name="made">Makes it, e.g. <c>read =&gt; MerkleProof.Inclusion(3, 10, read)</c>; called once with hashes of zeros.</param>
    public static IReadOnlyList<MerkleNode> Needed(Action<Func<MerkleNode, byte[]>> made)
    {
        ArgumentNullException.ThrowIfNull(made);
        List<MerkleNode> nodes = [];
        var zeros = new byte[MerkleHash.Length];
        made(node =>
        {
            nodes.Add(node);
            return zeros;
        });
        return nodes;
    }

    /// <summary>Whether a leaf is in the tree.</summary>
    /// <param name="leaf">Its hash.</param>
    /// <param name="index">Where it is said to be, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="proof">By <see cref="Inclusion"/>.</param>
    /// <param name="head">Head of the tree.</param>
    public static bool IsIncluded(ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (at, last, hash) = (index, size - 1, leaf.ToArray());
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((at & 1) == 1 || at == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                (at, last) = Up(at, last);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(head);
    }

    /// <summary>Whether an older tree is the beginning of a newer one: nothing of it was changed, moved or taken out.</summary>
    /// <param name="from">Leaves of the older tree.</param>
    /// <param name="older">Its head.</param>
    /// <param name="size">Leaves of the newer tree.</param>
    /// <param name="newer">Its head.</param>
    /// <param name="proof">By <see cref="Consistency"/>.</param>
    public static bool IsConsistent(long from, ReadOnlySpan<byte> older, long size, ReadOnlySpan<byte> newer, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (from < 0 || from > size)
        {
            return false;
        }

        if (from == 0 || from == size)
        {
            return proof.Count == 0 && older.SequenceEqual(from == 0 ? MerkleHash.Empty : newer);
        }

        // A whole older tree is a subtree of the newer one, and its head is left out of the proof.
        var whole = BitOperations.IsPow2(from);
        if (proof.Count == 0 && !whole)
        {
            return false;
        }

        var (at, last) = (from - 1, size - 1);
        while ((at & 1) == 1)
        {
            (at, last) = (at >> 1, last >> 1);
        }

        var (old, now) = whole ? (older.ToArray(), older.ToArray()) : (proof[0], proof[0]);
        foreach (var sibling in proof.Skip(whole ? 0 : 1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((at & 1) == 1 || at == last)
            {
                (old, now) = (MerkleHash.Node(sibling, old), MerkleHash.Node(sibling, now));
                (at, last) = Up(at, last);
            }
            else
            {
                now = MerkleHash.Node(now, sibling);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && old.AsSpan().SequenceEqual(older) && now.AsSpan().SequenceEqual(newer);
    }

    private static (long At, long Last) Up(long at, long last)
    {
        while ((at & 1) == 0 && at != 0)
        {
            (at, last) = (at >> 1, last >> 1);
        }

        return (at, last);
    }

    private static byte[] Range(long low, long high, Func<MerkleNode, byte[]> read)
    {
        var width = high - low;
        if (BitOperations.IsPow2(width) && low % width == 0)
        {
            return read(new(BitOperations.Log2((ulong)width), low / width));
        }

        var middle = low + Split(width);
        return MerkleHash.Node(Range(low, middle, read), Range(middle, high, read));
    }

    /// <summary>The largest power of two below a width.</summary>
    private static long Split(long width) => 1L << BitOperations.Log2((ulong)(width - 1));
}
