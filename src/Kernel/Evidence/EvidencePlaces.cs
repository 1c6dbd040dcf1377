using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Evidence;

/// <summary>Where evidence can lie: a folder of this machine always, and a bucket if the operator named one, which then is where it lies.</summary>
public sealed class EvidencePlaces(string folder, BucketSettings? bucket) : IDisposable
{
    private readonly BucketContents? there = bucket is null ? null : new(bucket, Path.Combine(folder, "incoming"));

    public IContents Disk { get; } = new FolderContents(folder);

    public IContents? Bucket => there;

    /// <summary>A folder for what is under way.</summary>
    public string Scratch => Path.Combine(folder, "incoming");

    /// <exception cref="UnusableSettingsException">The settings of the bucket are not whole.</exception>
    public static EvidencePlaces Of(IConfiguration configuration, string data)
    {
        var bucket = BucketSettings.Of(configuration);
        return bucket.Refusal is { } refusal ? throw new UnusableSettingsException(refusal) : new(Path.Combine(data, "evidence"), bucket.Value);
    }

    public EvidenceStore Store(TimeProvider clock) => new(there ?? Disk, Scratch, clock);

    public void Dispose() => there?.Dispose();
}
