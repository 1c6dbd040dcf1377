using System.Security.Cryptography;

namespace Saima.Engines.Tests.Transparency;

/// <summary>The definitions of RFC 6962 §2.1 word by word, with no thought of speed.</summary>
internal static class PlainTree
{
    public static byte[] Head(ReadOnlySpan<byte[]> entries)
    {
        if (entries.Length == 0)
        {
            return SHA256.HashData([]);
        }

        if (entries.Length == 1)
        {
            return SHA256.HashData([0, .. entries[0]]);
        }

        var k = Split(entries.Length);
        return SHA256.HashData([1, .. Head(entries[..k]), .. Head(entries[k..])]);
    }

    public static List<byte[]> Path(int index, ReadOnlySpan<byte[]> entries)
    {
        if (entries.Length == 1)
        {
            return [];
        }

        var k = Split(entries.Length);
        return index < k ? [.. Path(index, entries[..k]), Head(entries[k..])] : [.. Path(index - k, entries[k..]), Head(entries[..k])];
    }

    public static List<byte[]> Proof(int from, ReadOnlySpan<byte[]> entries) => from == 0 ? [] : SubProof(from, entries, true);

    private static List<byte[]> SubProof(int from, ReadOnlySpan<byte[]> entries, bool whole)
    {
        if (from == entries.Length)
        {
            return whole ? [] : [Head(entries)];
        }

        var k = Split(entries.Length);
        return from <= k ? [.. SubProof(from, entries[..k], whole), Head(entries[k..])] : [.. SubProof(from - k, entries[k..], false), Head(entries[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
