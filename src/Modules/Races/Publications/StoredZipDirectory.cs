using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>Reads the directory of a zip of stored entries and trusts nothing in it.</summary>
internal static class StoredZipDirectory
{
    /// <summary>The central directory of a zip that ends where its end record does; nothing if there is none.</summary>
    public static byte[]? Find(SafeFileHandle handle)
    {
        var length = RandomAccess.GetLength(handle);
        if (length < StoredZip.EndRecord || Bytes(handle, length - StoredZip.EndRecord, StoredZip.EndRecord) is not { } end
            || BinaryPrimitives.ReadUInt32LittleEndian(end) != StoredZip.EndSignature)
        {
            return null;
        }

        long size = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        long start = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        return size <= 1 << 16 && start + size <= length - StoredZip.EndRecord ? Bytes(handle, start, (int)size) : null;
    }

    public static StoredEntry? Entry(SafeFileHandle handle, ReadOnlySpan<byte> directory, ref int at, out Phrase? fault)
    {
        fault = new Phrase("zip 目录有误", "its zip directory is faulty");
        var header = directory[at..];
        if (header.Length < StoredZip.CentralHeader || BinaryPrimitives.ReadUInt32LittleEndian(header) != StoredZip.CentralSignature)
        {
            return null;
        }

        var lengths = (Name: BinaryPrimitives.ReadUInt16LittleEndian(header[28..]), Extra: BinaryPrimitives.ReadUInt16LittleEndian(header[30..]), Comment: BinaryPrimitives.ReadUInt16LittleEndian(header[32..]));
        if (header.Length < StoredZip.CentralHeader + lengths.Name + lengths.Extra + lengths.Comment)
        {
            return null;
        }

        at += StoredZip.CentralHeader + lengths.Name + lengths.Extra + lengths.Comment;
        var name = Encoding.UTF8.GetString(header.Slice(StoredZip.CentralHeader, lengths.Name));
        if (!BundleFormat.Names.Contains(name))
        {
            var shown = Readable(name);
            fault = new Phrase($"其中有结果包里没有的条目“{shown}”", $"it has an entry no bundle has, \"{shown}\"");
            return null;
        }

        long size = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        if (BinaryPrimitives.ReadUInt16LittleEndian(header[10..]) != 0 || BinaryPrimitives.ReadUInt32LittleEndian(header[20..]) != size)
        {
            fault = new Phrase($"{name} 被压缩过，结果包的条目从不压缩", $"{name} is compressed, which a bundle's entries never are");
            return null;
        }

        return Located(handle, name, BinaryPrimitives.ReadUInt32LittleEndian(header[42..]), size);
    }

    /// <summary>The entry behind its local header, if it lies inside the file.</summary>
    private static StoredEntry? Located(SafeFileHandle handle, string name, long offset, long size)
    {
        if (Bytes(handle, offset, StoredZip.LocalHeader) is not { } local || BinaryPrimitives.ReadUInt32LittleEndian(local) != StoredZip.LocalSignature)
        {
            return null;
        }

        var start = offset + StoredZip.LocalHeader + BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(28));
        return start + size <= RandomAccess.GetLength(handle) ? new StoredEntry(name, start, size) : null;
    }

    public static byte[]? Bytes(SafeFileHandle handle, long offset, int count)
    {
        var bytes = new byte[count];
        using var stream = new EntryStream(handle, offset, count);
        return stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes : null;
    }

    private static string Readable(string name)
    {
        var shown = new string([.. name.Take(60).Select(letter => char.IsControl(letter) ? '?' : letter)]);
        return name.Length > 60 ? shown + "…" : shown;
    }
}
