using System.Buffers.Binary;
using System.Text;

namespace Saima.Modules.Races.Publications;

/// <summary>
/// Writes a zip whose bytes follow from names and contents alone: entries stored, every other field fixed. The compressors and the "made by"
/// byte of the usual libraries differ between machines.
/// </summary>
internal sealed class StoredZip(Stream target)
{
    public const int LocalHeader = 30;
    public const int CentralHeader = 46;
    public const int EndRecord = 22;
    public const uint LocalSignature = 0x04034b50;
    public const uint CentralSignature = 0x02014b50;
    public const uint EndSignature = 0x06054b50;

    /// <summary>Without zip64 nothing beyond this can be addressed.</summary>
    public const long Largest = uint.MaxValue - 1;

    private const ushort Version = 20;
    private const ushort FirstOfJanuary1980 = 0x0021;
    private readonly List<(EntrySeal Seal, long Offset)> entries = [];

    /// <summary>Writes an entry in one pass and then fills in its header; the target must be seekable.</summary>
    public EntrySeal Add(string name, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var offset = target.Position;
        WriteLocal(new EntrySeal(name, 0, 0, ""));
        EntrySeal seal;
        using (var stream = new SealingStream(target))
        {
            write(stream);
            seal = stream.Seal(name);
        }

        var end = target.Position;
        if (end > Largest)
        {
            throw new BundleTooLargeException();
        }

        target.Position = offset;
        WriteLocal(seal);
        target.Position = end;
        entries.Add((seal, offset));
        return seal;
    }

    /// <summary>Writes the directory; nothing can be added after it.</summary>
    public void Finish()
    {
        var start = target.Position;
        foreach (var (seal, offset) in entries)
        {
            WriteCentral(seal, offset);
        }

        var length = target.Position - start;
        if (target.Position > Largest)
        {
            throw new BundleTooLargeException();
        }

        Span<byte> end = stackalloc byte[EndRecord];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        target.Write(end);
        target.Flush();
    }

    private void WriteLocal(EntrySeal seal)
    {
        var name = Encoding.ASCII.GetBytes(seal.Name);
        Span<byte> header = stackalloc byte[LocalHeader];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
        Common(header[6..], seal, name.Length);
        target.Write(header);
        target.Write(name);
    }

    private void WriteCentral(EntrySeal seal, long offset)
    {
        var name = Encoding.ASCII.GetBytes(seal.Name);
        Span<byte> header = stackalloc byte[CentralHeader];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], Version);
        Common(header[8..], seal, name.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[42..], (uint)offset);
        target.Write(header);
        target.Write(name);
    }

    /// <summary>The fields both headers share: flags, method, time, date, CRC, sizes, length of the name.</summary>
    private static void Common(Span<byte> at, EntrySeal seal, int name)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at[6..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(at[8..], seal.Crc32);
        BinaryPrimitives.WriteUInt32LittleEndian(at[12..], (uint)seal.Size);
        BinaryPrimitives.WriteUInt32LittleEndian(at[16..], (uint)seal.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[20..], (ushort)name);
    }
}

/// <summary>The bundle would be larger than a plain zip can be.</summary>
public sealed class BundleTooLargeException : Exception
{
    public BundleTooLargeException()
        : base("The bundle would exceed 4 GiB.")
    {
    }

    public BundleTooLargeException(string message)
        : base(message)
    {
    }

    public BundleTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
