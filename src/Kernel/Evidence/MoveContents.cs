using System.Security.Cryptography;

namespace Saima.Kernel.Evidence;

/// <param name="Moved">Contents and thumbnails that were not there yet.</param>
/// <param name="Already">Those that were there, byte for byte.</param>
/// <param name="Broken">Keys whose content is not what its hash says; they were not taken along.</param>
/// <param name="Strange">Keys that are of no content.</param>
public sealed record MovedContents(int Moved, int Already, IReadOnlyList<string> Broken, IReadOnlyList<string> Strange);

/// <summary>
/// Takes contents from one place to the other and reads back what arrived. Broken off, it goes on where it was; the old place stays as it is, so that
/// a site that still reads there loses nothing.
/// </summary>
public static class MoveContents
{
    /// <param name="scratch">A folder on this machine for what is under way.</param>
    public static async Task<MovedContents> Run(IContents from, IContents to, string scratch, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Directory.CreateDirectory(scratch);
        var (moved, already) = (0, 0);
        List<string> broken = [], strange = [];
        await foreach (var key in from.Keys(cancel))
        {
            if (ContentKey.HashOf(key) is null && !ContentKey.IsThumbnail(key))
            {
                strange.Add(key);
                continue;
            }

            await using var content = await from.Open(key, cancel);
            var hash = content is null ? null : await HashOf(content, cancel);
            if (hash is null || (ContentKey.HashOf(key) is { } named && named != hash))
            {
                broken.Add(key);
            }
            else if (await HashAt(to, key, cancel) == hash)
            {
                already++;
            }
            else
            {
                await Take(content!, key, to, scratch, cancel);
                if (await HashAt(to, key, cancel) != hash)
                {
                    throw new ContentsAwayException($"{key}: what arrived is not what was sent.");
                }

                moved++;
            }
        }

        return new(moved, already, broken, strange);
    }

    private static async Task Take(Stream content, string key, IContents to, string scratch, CancellationToken cancel)
    {
        var path = Path.Combine(scratch, Guid.NewGuid().ToString("N"));
        try
        {
            content.Position = 0;
            await using (var file = new FileStream(path, FileMode.CreateNew))
            {
                await content.CopyToAsync(file, cancel);
                file.Flush(flushToDisk: true);
            }

            await to.Put(key, path, cancel);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string?> HashAt(IContents place, string key, CancellationToken cancel)
    {
        await using var content = await place.Open(key, cancel);
        return content is null ? null : await HashOf(content, cancel);
    }

    private static async Task<string> HashOf(Stream content, CancellationToken cancel) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
}
