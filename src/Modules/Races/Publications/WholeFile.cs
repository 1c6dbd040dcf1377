namespace Saima.Modules.Races.Publications;

/// <summary>Writes a file whole or not at all: beside its place, to the disk, and then under its name.</summary>
internal static class WholeFile
{
    public static T Write<T>(string path, Func<FileStream, T> write)
    {
        var full = Path.GetFullPath(path);
        var part = Path.Combine(Path.GetDirectoryName(full) ?? full, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.part");
        try
        {
            T result;
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                result = write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, full, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
