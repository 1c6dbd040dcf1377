using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>What checking an uploaded bundle found.</summary>
public sealed record UploadChecked(string FileName, BundleManifest Manifest, string Sha256, Verification Verification);

/// <summary>Checks a bundle that somebody hands in on a page: the same recomputation as on the command line, two at a time, nothing kept.</summary>
public sealed class CheckUpload : IDisposable
{
    /// <summary>Bytes; larger bundles are checked on the command line.</summary>
    public const long Largest = 64 << 20;

    private const int Recomputing = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim places = new(Recomputing, Recomputing);

    public async Task<Outcome<UploadChecked>> Run(Stream upload, string fileName, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (!await places.WaitAsync(Patience, cancel))
        {
            return PublicationRefusals.Busy;
        }

        var file = Path.Combine(Path.GetTempPath(), $"saima-verify-{Guid.NewGuid():N}.zip");
        try
        {
            await using (var target = File.Create(file))
            {
                if (!await Copy(upload, target, cancel))
                {
                    return PublicationRefusals.TooLargeToUpload(Largest >> 20);
                }
            }

            var opened = Bundle.Open(file);
            if (opened.Refusal is { } refusal)
            {
                // The file has a name of ours here; theirs is what they know.
                return refusal with { Message = Named(refusal.Message, file, fileName), Remedy = Named(refusal.Remedy, file, fileName) };
            }

            using var bundle = opened.Value!;
            var verification = await Task.Run(() => VerifyBundle.Run(bundle, null, threads: 1, null, cancel), cancel);
            return new UploadChecked(fileName, bundle.Manifest, bundle.Sha256, verification with { Recomputed = null });
        }
        finally
        {
            File.Delete(file);
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private static Phrase Named(Phrase phrase, string file, string fileName) =>
        new(phrase.Zh.Replace(file, fileName, StringComparison.Ordinal).Replace(Path.GetFileName(file), fileName, StringComparison.Ordinal),
            phrase.En.Replace(file, fileName, StringComparison.Ordinal).Replace(Path.GetFileName(file), fileName, StringComparison.Ordinal));

    private static async Task<bool> Copy(Stream from, Stream into, CancellationToken cancel)
    {
        var buffer = new byte[81_920];
        var total = 0L;
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            total += read;
            if (total > Largest)
            {
                return false;
            }

            await into.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return true;
    }
}
