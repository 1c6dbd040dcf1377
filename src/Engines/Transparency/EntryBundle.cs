using System.Buffers.Binary;

namespace Saima.Engines.Transparency;

/// <summary>Entries as a file of a log holds them: each with its length before it, two bytes, the high one first. Source: C2SP tlog-tiles.</summary>
public static class EntryBundle
{
    /// <summary>Bytes of the longest entry.</summary>
    public const int Longest = ushort.MaxValue;

    /// <summary>Writes entries.</summary>
    /// <param name="entries">In their order.</param>
    /// <exception cref="ArgumentException">One is longer than <see cref="Longest"/>.</exception>
    public static byte[] Write(IEnumerable<byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        List<byte> written = [];
        Span<byte> length = stackalloc byte[2];
        foreach (var entry in entries)
        {
            if (entry.Length > Longest)
            {
                throw new ArgumentException("An entry is at most 65,535 bytes long.", nameof(entries));
            }

            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
            written.AddRange(length);
            written.AddRange(entry);
        }

        return [.. written];
    }

    /// <summary>Reads entries; nothing if the bytes end inside one.</summary>
    /// <param name="bytes">As <see cref="Write"/> wrote them.</param>
    public static IReadOnlyList<byte[]>? Read(ReadOnlySpan<byte> bytes)
    {
        List<byte[]> entries = [];
        while (bytes.Length > 0)
        {
            if (bytes.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(bytes) is var length && bytes.Length < 2 + length)
            {
                return null;
            }

            entries.Add(bytes.Slice(2, length).ToArray());
            bytes = bytes[(2 + length)..];
        }

        return entries;
    }
}
