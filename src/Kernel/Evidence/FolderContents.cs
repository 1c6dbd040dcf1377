using System.Runtime.CompilerServices;

namespace Saima.Kernel.Evidence;

/// <summary>Contents on disk. A file is flushed before it is renamed to its place: there is never half a file under a key.</summary>
public sealed class FolderContents(string folder) : IContents
{
    private const int Chunk = 1 << 16;

    public Task Put(string key, string path, CancellationToken cancel)
    {
        var place = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(path, place, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(string key, CancellationToken cancel)
    {
        var place = PathOf(key);
        return Task.FromResult<Stream?>(File.Exists(place) ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Chunk, FileOptions.Asynchronous) : null);
    }

    public async IAsyncEnumerable<string> Keys([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var below in Directory.EnumerateDirectories(folder, "??").Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(below).Order(StringComparer.Ordinal))
            {
                cancel.ThrowIfCancellationRequested();
                yield return $"{Path.GetFileName(below)}/{Path.GetFileName(file)}";
            }
        }
    }

    private string PathOf(string key) => ContentKey.HashOf(key) is not null || ContentKey.IsThumbnail(key)
        ? Path.Combine(folder, key[..2], key[3..])
        : throw new ArgumentException("No key of a content.", nameof(key));
}
