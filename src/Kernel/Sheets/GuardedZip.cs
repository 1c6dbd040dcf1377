using System.IO.Compression;

namespace Saima.Kernel.Sheets;

/// <summary>
/// A zip from outside: bombs, links, passwords, nested zips and names that lead out of it are refused when it is opened,
/// and what inflates is counted and checked against its CRC while it is read. Throws <see cref="UnreadableFile"/>.
/// </summary>
public sealed class GuardedZip : IDisposable
{
    private const int SymbolicLink = 0xA000;
    private const int FileKind = 0xF000;
    private static readonly string[] Archives = [".zip", ".7z", ".rar", ".gz", ".tar", ".xlsx", ".xlsm"];
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private readonly ZipLimits limits;
    private readonly string file;
    private long inflated;

    private GuardedZip(ZipArchive archive, string file, ZipLimits limits) => (this.archive, this.file, this.limits) = (archive, file, limits);

    /// <summary>Names of the files in it, with forward slashes.</summary>
    public IReadOnlyCollection<string> Names => entries.Keys;

    public static GuardedZip Open(string path, ZipLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.GetFileName(path);
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), ZipArchiveMode.Read);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw ZipFaults.NotAZip(name);
        }

        var zip = new GuardedZip(archive, name, limits ?? ZipLimits.Default);
        try
        {
            zip.Admit();
            return zip;
        }
        catch (Exception problem)
        {
            zip.Dispose();
            if (IsDamage(problem))
            {
                throw ZipFaults.NotAZip(name);
            }

            throw;
        }
    }

    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>Declared inflated length; what really inflates is counted when it is read.</summary>
    public long Length(string name) => entries[name].Length;

    public Stream Read(string name)
    {
        var entry = entries[name];
        try
        {
            return new GuardedStream(
                entry.Open(), entry.Crc32, entry.Length, Count(entry), () => ZipFaults.Damaged(file, name));
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw ZipFaults.Damaged(file, name);
        }
    }

    public void Dispose() => archive.Dispose();

    internal static bool IsDamage(Exception problem) =>
        problem is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException or NotSupportedException or IOException and not UnreadableFile;

    private Action<long, long> Count(ZipArchiveEntry entry) => (read, ofEntry) =>
    {
        inflated += read;
        if (inflated > limits.Inflated || (ofEntry > limits.SmallEntry && ofEntry / limits.Ratio > entry.CompressedLength))
        {
            throw ZipFaults.Bomb(file, entry.FullName);
        }
    };

    private void Admit()
    {
        long declared = 0;
        if (archive.Entries.Count > limits.Entries)
        {
            throw ZipFaults.TooManyEntries(file, limits.Entries);
        }

        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (LeadsOut(name))
            {
                throw ZipFaults.BadName(file, name);
            }

            if (((entry.ExternalAttributes >> 16) & FileKind) == SymbolicLink)
            {
                throw ZipFaults.Link(file, name);
            }

            if (entry.IsEncrypted)
            {
                throw ZipFaults.Encrypted(file, name);
            }

            declared = checked(declared + entry.Length);
            if (entry.Length < 0 || declared > limits.Inflated || (entry.Length > limits.SmallEntry && entry.Length / limits.Ratio > entry.CompressedLength))
            {
                throw ZipFaults.Bomb(file, name);
            }

            if (name.EndsWith('/'))
            {
                continue;
            }

            if (!limits.Nested && Array.Exists(Archives, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            {
                throw ZipFaults.Nested(file, name);
            }

            if (!entries.TryAdd(name, entry))
            {
                throw ZipFaults.Duplicate(file, name);
            }
        }
    }

    private static bool LeadsOut(string name) =>
        name.Length is 0 or > 1_000 || name[0] == '/' || name.AsSpan().IndexOfAny('\\', ':', '\0') >= 0 || name.Any(char.IsControl)
        || name.Split('/').Any(part => part is "." or "..");
}
