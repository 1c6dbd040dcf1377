using System.Security.Cryptography;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Evidence;

/// <summary>A file that is kept: its name is the SHA-256 of its content, in lower-case hex.</summary>
public sealed record KeptFile(string Hash, EvidenceFormat Format, long Length, Photo? Photo);

/// <summary>
/// Evidence by content hash, in a folder or a bucket. A file is received on this machine, checked and flushed to the disk before it goes to its place, which
/// takes it whole: there is never half a file under a hash, and what a killed process leaves behind is only in <c>incoming</c>, which is swept.
/// </summary>
/// <param name="incoming">A folder of this machine, where files are received.</param>
public sealed class EvidenceStore(IContents contents, string incoming, TimeProvider clock) : IDisposable
{
    /// <summary>The code of the refusal that says that the place of contents does not answer.</summary>
    public const string Away = "EVIDENCE_AWAY";

    private const int Chunk = 1 << 16, HeadLength = 12;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim checking = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>Where the contents lie.</summary>
    public IContents Contents => contents;

    /// <param name="declared">The length the sender states, if it does: too large is refused before a byte is read.</param>
    public async Task<Outcome<KeptFile>> Keep(Stream upload, string name, long? declared, EvidenceLimits limits, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(limits);
        if (declared > limits.Largest)
        {
            return EvidenceRefusals.TooLarge(name, limits.Largest);
        }

        Directory.CreateDirectory(incoming);
        var path = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var received = await Receive(upload, path, name, limits, cancel);
            if (received.Refusal is { } refused)
            {
                return refused;
            }

            var seen = await Check(path, name, received.Value!, limits, cancel);
            if (seen.Value is { } file)
            {
                await Place(path, file, cancel);
            }

            return seen;
        }
        catch (ContentsAwayException)
        {
            return EvidenceRefusals.Away;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Opens what is kept under the hash, after it was held against it once more; never by a name from outside.</summary>
    public async Task<Outcome<Stream>> Open(string hash, CancellationToken cancel = default)
    {
        var opened = await OpenAt(ContentKey.Of(hash), cancel);
        if (opened.Value is not { } content)
        {
            return opened;
        }

        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) != hash)
        {
            await content.DisposeAsync();
            return EvidenceRefusals.Broken;
        }

        content.Position = 0;
        return opened;
    }

    public Task<Outcome<Stream>> OpenThumbnail(string hash, CancellationToken cancel = default) => OpenAt(ContentKey.OfThumbnail(hash), cancel);

    /// <summary>Whether the content kept under the hash still is what was kept.</summary>
    /// <exception cref="ContentsAwayException">It cannot be said.</exception>
    public async Task<bool> IsWhole(string hash, CancellationToken cancel = default)
    {
        await using var content = ContentKey.Of(hash) is { } key ? await contents.Open(key, cancel) : null;
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == hash;
    }

    /// <summary>Removes what uploads that never ended left behind.</summary>
    /// <returns>How many files were removed.</returns>
    public int Sweep()
    {
        if (!Directory.Exists(incoming))
        {
            return 0;
        }

        var before = clock.GetUtcNow().UtcDateTime - Abandoned;
        var left = Directory.EnumerateFiles(incoming).Where(file => File.GetLastWriteTimeUtc(file) < before).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    public void Dispose() => checking.Dispose();

    private static async Task<Outcome<string>> Receive(Stream upload, string path, string name, EvidenceLimits limits, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk];
        var (length, most) = (0L, 0L);
        while (await upload.ReadAtLeastAsync(buffer, HeadLength, throwOnEndOfStream: false, cancel) is > 0 and var read)
        {
            most = most > 0 ? most : CheckContent.Announced(buffer.AsSpan(0, read)) is { IsPhoto: true } ? limits.PhotoBytes : limits.DocumentBytes;
            length += read;
            if (length > most)
            {
                return EvidenceRefusals.TooLarge(name, most);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        if (length == 0)
        {
            return EvidenceRefusals.Empty(name);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task<Outcome<KeptFile>> Check(string path, string name, string hash, EvidenceLimits limits, CancellationToken cancel)
    {
        await checking.WaitAsync(cancel);
        try
        {
            var format = CheckContent.Run(path, name);
            if (format.Refusal is { } refused)
            {
                return refused;
            }

            var photo = format.Value!.IsPhoto ? ReadPhoto.Run(path, name, format.Value, limits) : default;
            return photo.Refusal is { } unread ? unread : new KeptFile(hash, format.Value, new FileInfo(path).Length, photo.Value);
        }
        finally
        {
            checking.Release();
        }
    }

    // The thumbnail first: whoever finds a photo finds its thumbnail. What is there whole is not sent again; what is there broken is mended.
    private async Task Place(string path, KeptFile file, CancellationToken cancel)
    {
        if (file.Photo is { } photo)
        {
            var small = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
            try
            {
                await File.WriteAllBytesAsync(small, photo.Thumbnail, cancel);
                await contents.Put(ContentKey.OfThumbnail(file.Hash)!, small, cancel);
            }
            finally
            {
                File.Delete(small);
            }
        }

        if (!await IsWhole(file.Hash, cancel))
        {
            await contents.Put(ContentKey.Of(file.Hash)!, path, cancel);
        }
    }

    private async Task<Outcome<Stream>> OpenAt(string? key, CancellationToken cancel)
    {
        try
        {
            return key is not null && await contents.Open(key, cancel) is { } content ? content : EvidenceRefusals.Lost;
        }
        catch (ContentsAwayException)
        {
            return EvidenceRefusals.Away;
        }
    }
}
