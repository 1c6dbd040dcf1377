using System.Security.Cryptography;

namespace Saima.Engines.Transparency;

/// <summary>
/// The hashes of a Merkle tree over a log, SHA-256. A leaf and a node are hashed with different first bytes, so that neither passes for the other.
/// Source: RFC 6962 §2.1 (the same in RFC 9162 §2.1.1).
/// </summary>
public static class MerkleHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>Head of the tree without leaves: the hash of nothing.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <summary>Hash of an entry, <c>SHA-256(0x00 ‖ entry)</c>.</summary>
    /// <param name="entry">The entry; any length.</param>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        var bytes = new byte[entry.Length + 1];
        entry.CopyTo(bytes.AsSpan(1));
        return SHA256.HashData(bytes);
    }

    /// <summary>Hash of two subtrees, <c>SHA-256(0x01 ‖ left ‖ right)</c>.</summary>
    /// <param name="left">Hash of the left subtree, 32 bytes.</param>
    /// <param name="right">Hash of the right subtree, 32 bytes.</param>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Length)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Length)..]);
        return SHA256.HashData(bytes);
    }
}
