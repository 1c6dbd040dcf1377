using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Saima.Kernel.Evidence;

/// <summary>
/// Contents in a bucket of an S3-compatible store. An upload carries the SHA-256 of what is sent and is there whole or not at all; it counts only once the
/// store has answered that it keeps it.
/// </summary>
/// <param name="scratch">A folder where what is read is held meanwhile.</param>
public sealed class BucketContents(BucketSettings settings, string scratch) : IContents, IDisposable
{
    private const int Chunk = 1 << 16;

    private readonly AmazonS3Client client = new(new BasicAWSCredentials(settings.Key, settings.Secret), new AmazonS3Config
    {
        ServiceURL = settings.Endpoint.ToString(),
        AuthenticationRegion = settings.Region,
        ForcePathStyle = settings.PathStyle,
        Timeout = settings.Patience,
        MaxErrorRetry = 2,
        // Trailing checksums are of Amazon alone; other stores refuse what carries one.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public void Dispose() => client.Dispose();

    public Task Put(string key, string path, CancellationToken cancel) => Guarded(
        async patience =>
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Chunk, FileOptions.Asynchronous);
            return await client.PutObjectAsync(
                new() { BucketName = settings.Bucket, Key = key, InputStream = file, AutoCloseStream = false, UseChunkEncoding = false, ContentType = "application/octet-stream" }, patience);
        },
        cancel);

    public Task<Stream?> Open(string key, CancellationToken cancel) => Guarded(patience => Fetch(key, patience), cancel);

    public async IAsyncEnumerable<string> Keys([EnumeratorCancellation] CancellationToken cancel)
    {
        string? more = null;
        do
        {
            var from = more;
            var page = await Guarded(patience => client.ListObjectsV2Async(new() { BucketName = settings.Bucket, ContinuationToken = from }, patience), cancel);
            foreach (var one in page.S3Objects ?? [])
            {
                yield return one.Key;
            }

            more = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (more is not null);
    }

    // Fetched whole before a byte of it is handed on: a line that breaks is noticed here and not by whoever downloads.
    private async Task<Stream?> Fetch(string key, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = settings.Bucket, Key = key }, cancel);
            Directory.CreateDirectory(scratch);
            var held = new FileStream(Path.Combine(scratch, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Chunk, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            try
            {
                await answer.ResponseStream.CopyToAsync(held, cancel);
                if (held.Length != answer.ContentLength)
                {
                    throw new IOException("The store ended before the content did.");
                }

                held.Position = 0;
                return held;
            }
            catch
            {
                await held.DisposeAsync();
                throw;
            }
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    private async Task<T> Guarded<T>(Func<CancellationToken, Task<T>> exchange, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        try
        {
            return await exchange(patience.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && fault is AmazonClientException or AmazonServiceException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new ContentsAwayException($"{settings.Endpoint} {settings.Bucket}: {(fault is AmazonServiceException { ErrorCode.Length: > 0 } said ? $"{said.ErrorCode}: " : "")}{fault.Message}", fault);
        }
    }
}
