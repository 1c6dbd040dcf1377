using System.Security.Cryptography;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Evidence;

/// <summary>A file that is kept: its name is the SHA-256 of its content, in lower-case hex.</summary>
public sealed record KeptFile(string Hash, EvidenceFormat Format, long Length, Photo? Photo);

/// <summary>
/// Evidence on disk by content hash. A file is received beside its place, checked, flushed to the disk and then renamed: there is never half a file
/// under a hash, and what a killed process leaves behind is only in <c>incoming</c>, which is swept.
/// </summary>
public sealed class EvidenceStore(string folder, TimeProvider clock) : IDisposable
{
    private const int Chunk = 1 << 16, HeadLength = 12;
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim checking = new(Math.Max(1, Environment.ProcessorCount));

    private string Incoming => Path.Combine(folder, "incoming");

    /// <param name="declared">The length the sender states, if it does: too large is refused before a byte is read.</param>
    public async Task<Outcome<KeptFile>> Keep(Stream upload, string name, long? declared, EvidenceLimits limits, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(limits);
        if (declared > limits.Largest)
        {
            return EvidenceRefusals.TooLarge(name, limits.Largest);
        }

        Directory.CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var received = await Receive(upload, path, name, limits, cancel);
            if (received.Refusal is { } refused)
            {
                return refused;
            }

            await checking.WaitAsync(cancel);
            try
            {
                return Place(path, name, received.Value!, limits);
            }
            finally
            {
                checking.Release();
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Opens what is kept under the hash, or null; never by a name from outside.</summary>
    public Stream? Open(string hash) => OpenIfThere(PathOf(hash));

    public Stream? OpenThumbnail(string hash) => PathOf(hash) is { } path ? OpenIfThere(path + ".webp") : null;

    /// <summary>Whether the content kept under the hash still is what was kept.</summary>
    public async Task<bool> IsWhole(string hash, CancellationToken cancel = default)
    {
        var content = Open(hash);
        if (content is null)
        {
            return false;
        }

        await using (content)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == hash;
        }
    }

    /// <summary>Removes what uploads that never ended left behind.</summary>
    /// <returns>How many files were removed.</returns>
    public int Sweep()
    {
        if (!Directory.Exists(Incoming))
        {
            return 0;
        }

        var before = clock.GetUtcNow().UtcDateTime - Abandoned;
        var left = Directory.EnumerateFiles(Incoming).Where(file => File.GetLastWriteTimeUtc(file) < before).ToList();
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

    private Outcome<KeptFile> Place(string path, string name, string hash, EvidenceLimits limits)
    {
        var format = CheckContent.Run(path, name);
        if (format.Refusal is { } refused)
        {
            return refused;
        }

        Photo? photo = null;
        if (format.Value!.IsPhoto)
        {
            var read = ReadPhoto.Run(path, name, format.Value, limits);
            if (read.Refusal is { } unread)
            {
                return unread;
            }

            photo = read.Value;
        }

        var place = PathOf(hash)!;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (photo is not null)
        {
            WriteThumbnail(place + ".webp", photo.Thumbnail);
        }

        var length = new FileInfo(path).Length;
        File.Move(path, place, overwrite: true);
        return new KeptFile(hash, format.Value, length, photo);
    }

    private void WriteThumbnail(string place, byte[] thumbnail)
    {
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        using (var file = new FileStream(path, FileMode.CreateNew))
        {
            file.Write(thumbnail);
            file.Flush(flushToDisk: true);
        }

        File.Move(path, place, overwrite: true);
    }

    private string? PathOf(string hash) =>
        hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(folder, hash[..2], hash[2..]) : null;

    private static FileStream? OpenIfThere(string? path) =>
        path is not null && File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Chunk, FileOptions.Asynchronous) : null;
}
