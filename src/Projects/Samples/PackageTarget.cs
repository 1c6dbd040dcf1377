using System.IO.Compression;

namespace Saima.Projects.Samples;

/// <summary>
/// A folder or zip that appears whole or not at all: written beside its place under a passing name and renamed on <see cref="Keep"/>,
/// swept away otherwise.
/// </summary>
internal sealed class PackageTarget : IDisposable
{
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string path;
    private readonly string passing;
    private readonly ZipArchive? zip;
    private bool kept;

    public PackageTarget(string path)
    {
        this.path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        passing = this.path + ".writing-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        if (IsZip(path))
        {
            zip = new ZipArchive(new FileStream(passing, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), ZipArchiveMode.Create);
        }
        else
        {
            Directory.CreateDirectory(passing);
        }
    }

    public static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public static bool IsTaken(string path) => File.Exists(path) || Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any();

    public Stream Open(string entry)
    {
        if (zip is null)
        {
            return new FileStream(Path.Combine(passing, entry), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        }

        var created = zip.CreateEntry(entry, CompressionLevel.Fastest);
        created.LastWriteTime = Fixed;
        return created.Open();
    }

    public void Add(string entry, ReadOnlySpan<byte> bytes)
    {
        using var stream = Open(entry);
        stream.Write(bytes);
    }

    public void Keep()
    {
        if (zip is null)
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }

            Directory.Move(passing, path);
        }
        else
        {
            zip.Dispose();
            File.Move(passing, path);
        }

        kept = true;
    }

    public void Dispose()
    {
        if (kept)
        {
            return;
        }

        if (zip is null)
        {
            Directory.Delete(passing, recursive: true);
        }
        else
        {
            zip.Dispose();
            File.Delete(passing);
        }
    }
}
