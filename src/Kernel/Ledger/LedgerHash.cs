using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Saima.Engines.Transparency;

namespace Saima.Kernel.Ledger;

/// <summary>
/// Hashes of the ledger, SHA-256. An entry is its fields, each with its length before it; the tree is that of RFC 6962 §2.1, where a leaf begins with 0 and a node with 1.
/// </summary>
internal static class LedgerHash
{
    public static string None { get; } = new('0', 64);

    public static byte[] Leaf(LedgerEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        Number(hash, entry.Number);
        Number(hash, entry.Batch);
        Number(hash, entry.At);
        foreach (var text in new[] { entry.By, entry.Action, entry.Subject, entry.Reason, entry.Before, entry.After })
        {
            Text(hash, text);
        }

        return hash.GetHashAndReset();
    }

    public static string Seal(LedgerBatch batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Number(hash, batch.Number);
        Number(hash, batch.FirstEntry);
        Number(hash, batch.Entries);
        Text(hash, batch.Root);
        Text(hash, batch.Previous);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Text(IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            Number(hash, -1);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        Number(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}

/// <summary>A Merkle tree root built leaf by leaf in memory that grows with the logarithm of the leaves.</summary>
internal sealed class MerkleRoot
{
    private readonly Stack<(byte[] Hash, int Height)> _subtrees = new();

    public long Leaves { get; private set; }

    public void Add(byte[] leaf)
    {
        Leaves++;
        var (hash, height) = (leaf, 0);
        while (_subtrees.TryPeek(out var left) && left.Height == height)
        {
            _subtrees.Pop();
            (hash, height) = (MerkleHash.Node(left.Hash, hash), height + 1);
        }

        _subtrees.Push((hash, height));
    }

    public string Finish()
    {
        if (_subtrees.Count == 0)
        {
            return LedgerHash.None;
        }

        var hash = _subtrees.Pop().Hash;
        while (_subtrees.TryPop(out var left))
        {
            hash = MerkleHash.Node(left.Hash, hash);
        }

        return Convert.ToHexStringLower(hash);
    }
}
