using Microsoft.Win32.SafeHandles;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Publications;

/// <summary>An opened bundle: its entries by name, its manifest and its rules. Whether it says the truth is <see cref="VerifyBundle"/>'s to find.</summary>
public sealed class Bundle : IDisposable
{
    private readonly SafeFileHandle handle;

    internal Bundle(
        SafeFileHandle handle, string name, IReadOnlyList<StoredEntry> entries, BundleManifest manifest, RuleSetDocument rules)
    {
        (this.handle, Name, Entries, Manifest, Rules) = (handle, name, entries, manifest, rules);
    }

    /// <summary>File name as the user knows it.</summary>
    public string Name { get; }

    public BundleManifest Manifest { get; }

    public RuleSetDocument Rules { get; }

    /// <summary>SHA-256 of the whole file, lower-case hex.</summary>
    public string Sha256 => field ??= Hash(0, RandomAccess.GetLength(handle));

    /// <summary>How the next round names this bundle.</summary>
    public PreviousReference Reference => new(Manifest.Season, Manifest.Round, Manifest.Edition, Sha256);

    internal SafeFileHandle Handle => handle;

    internal IReadOnlyList<StoredEntry> Entries { get; }

    public static Outcome<Bundle> Open(string path) => OpenBundle.Run(path);

    public void Dispose() => handle.Dispose();

    /// <summary>The results the next round asks for, from the standings.</summary>
    public Outcome<PreviousResults> Results()
    {
        using var table = Read(BundleFormat.Standings);
        var results = table is null ? null : PreviousResults.Read(table, Reference, out _);
        return results is null ? PublicationRefusals.NoResults(Name) : results;
    }

    internal Stream? Read(string entry) =>
        Entries.FirstOrDefault(e => e.Name == entry) is { } found ? new EntryStream(handle, found.Offset, found.Size) : null;

    internal Stream ReadWhole() => new EntryStream(handle, 0, RandomAccess.GetLength(handle));

    internal string Hash(StoredEntry entry) => Hash(entry.Offset, entry.Size);

    private string Hash(long offset, long length)
    {
        using var stream = new EntryStream(handle, offset, length);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
    }
}

/// <summary>Where the content of an entry lies in the file.</summary>
internal sealed record StoredEntry(string Name, long Offset, long Size);

/// <summary>A piece of a file as a stream of its own.</summary>
internal sealed class EntryStream(SafeFileHandle handle, long offset, long length) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = RandomAccess.Read(handle, buffer[..(int)Math.Min(buffer.Length, length - position)], offset + position);
        position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
