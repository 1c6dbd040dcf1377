using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Publications;

/// <summary>
/// Use case: opens what may be a bundle. Nothing is unpacked: a bundle's entries are stored, known by name and at most fourteen, so no file can ask
/// for more memory or disk than its own size.
/// </summary>
internal static class OpenBundle
{
    public static Outcome<Bundle> Run(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path);
            var outcome = Read(handle, Path.GetFileName(path));
            if (outcome.Refusal is null)
            {
                handle = null;
            }

            return outcome;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return PublicationRefusals.Unreadable(path);
        }
        finally
        {
            handle?.Dispose();
        }
    }

    internal static Outcome<Bundle> Read(SafeFileHandle handle, string name)
    {
        if (Directory(handle) is not { } directory)
        {
            return NotOne(name, "它不是完整的 zip 文件", "it is not a whole zip file");
        }

        var entries = new List<StoredEntry>();
        for (var at = 0; at < directory.Length;)
        {
            if (Entry(handle, directory, ref at, out var fault) is not { } entry)
            {
                return NotOne(name, fault!.Zh, fault.En);
            }

            if (entries.Exists(other => other.Name == entry.Name))
            {
                return NotOne(name, $"{entry.Name} 出现了两次", $"{entry.Name} occurs twice");
            }

            entries.Add(entry);
        }

        // Entries that share bytes could pass for more than the file holds.
        var ordered = entries.OrderBy(entry => entry.Offset).ToList();
        if (ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Offset + pair.First.Size > pair.Second.Offset))
        {
            return NotOne(name, "条目互相重叠", "its entries overlap");
        }

        if (Content(handle, entries, BundleFormat.Manifest, ReadManifest.Largest) is not { } manifestBytes || ReadManifest.From(manifestBytes) is not { } manifest)
        {
            return NotOne(name, "没有可读的 manifest.json", "it has no readable manifest.json");
        }

        if (Content(handle, entries, BundleFormat.Rules, LocatedJson.LargestFile) is not { } rulesBytes)
        {
            return NotOne(name, "没有可读的 rules.json", "it has no readable rules.json");
        }

        var rules = RuleSetDocument.Parse(rulesBytes, BundleFormat.Rules);
        return rules.Refusal is { } refusal ? refusal : new Bundle(handle, name, entries, manifest, rules.Value!);
    }

    /// <summary>The central directory of a zip that ends where its end record does; nothing if there is none.</summary>
    private static byte[]? Directory(SafeFileHandle handle)
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

    private static StoredEntry? Entry(SafeFileHandle handle, ReadOnlySpan<byte> directory, ref int at, out Phrase? fault)
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

    private static byte[]? Content(SafeFileHandle handle, List<StoredEntry> entries, string name, long largest) =>
        entries.Find(entry => entry.Name == name) is { } entry && entry.Size <= largest ? Bytes(handle, entry.Offset, (int)entry.Size) : null;

    private static byte[]? Bytes(SafeFileHandle handle, long offset, int count)
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

    private static Refusal NotOne(string name, string zh, string en) => PublicationRefusals.NotABundle(name, zh, en);
}
