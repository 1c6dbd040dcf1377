using System.Buffers.Binary;

namespace Saima.Kernel.Evidence;

/// <summary>Where the picture in a file ends by its own structure: what stands behind it is no part of the picture. −1 where the structure is broken.</summary>
internal static class EndOfImage
{
    private const byte StartOfScan = 0xDA, EndOfPicture = 0xD9;

    /// <summary>ITU-T T.81 annex B: marker segments, and entropy-coded data up to the next marker.</summary>
    public static int Jpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 1 < file.Length)
        {
            if (file[at] != 0xFF)
            {
                return -1;
            }

            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
            }
            else if (marker == EndOfPicture)
            {
                return at + 2;
            }
            else if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
            }
            else
            {
                if (at + 4 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) is var length && length < 2)
                {
                    return -1;
                }

                at += 2 + length;
                at = marker == StartOfScan ? AfterScan(file, at) : at;
            }
        }

        return -1;
    }

    /// <summary>ISO/IEC 15948: chunks up to IEND.</summary>
    public static int Png(ReadOnlySpan<byte> file)
    {
        long at = 8;
        while (at + 12 <= file.Length)
        {
            var chunk = file[(int)at..];
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk.Slice(4, 4).SequenceEqual("IEND"u8))
            {
                return at <= file.Length ? (int)at : -1;
            }
        }

        return -1;
    }

    /// <summary>RFC 9649: one RIFF chunk, padded to an even length.</summary>
    public static int Webp(ReadOnlySpan<byte> file)
    {
        var size = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        size += size & 1;
        return size <= file.Length ? (int)size : -1;
    }

    /// <summary>
    /// Phones put more behind a JPEG: further pictures (CIPA DC-007), the film of a motion photo, Samsung's notes, padding.
    /// Anything else there is a second file.
    /// </summary>
    public static bool PhoneWroteIt(ReadOnlySpan<byte> tail) =>
        tail.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || (tail.Length > 8 && tail[4..8].SequenceEqual("ftyp"u8))
        || tail.EndsWith("SEFT"u8)
        || !tail.ContainsAnyExcept((byte)0);

    private static int AfterScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return file.Length;
            }

            at += next;
            if (at + 1 < file.Length && file[at + 1] is not 0x00 and not (>= 0xD0 and <= 0xD7))
            {
                return at;
            }

            at += 2;
        }

        return file.Length;
    }
}
