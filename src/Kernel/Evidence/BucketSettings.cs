using System.Globalization;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Evidence;

/// <summary>A bucket of an S3-compatible store, as the operator names it in the environment.</summary>
/// <param name="Endpoint">Of <c>SAIMA_S3_ENDPOINT</c>.</param>
/// <param name="Bucket">Of <c>SAIMA_S3_BUCKET</c>; it must exist.</param>
/// <param name="Region">Of <c>SAIMA_S3_REGION</c>.</param>
/// <param name="Key">Of <c>SAIMA_S3_KEY</c>.</param>
/// <param name="Secret">Of <c>SAIMA_S3_SECRET</c>.</param>
/// <param name="PathStyle">Whether the bucket stands in the path, as most servers want it, and not in the host: <c>SAIMA_S3_PATH_STYLE</c>.</param>
public sealed record BucketSettings(Uri Endpoint, string Bucket, string Region, string Key, string Secret, bool PathStyle)
{
    private const string EndpointName = "SAIMA_S3_ENDPOINT", BucketName = "SAIMA_S3_BUCKET", KeyName = "SAIMA_S3_KEY", SecretName = "SAIMA_S3_SECRET";

    /// <summary>How long one exchange may take, a whole upload among them.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The settings, nothing where none is set, or what is wrong with them. Settings that are not whole stop whoever reads them:
    /// evidence must not go to the disk because a line of the configuration was lost.
    /// </summary>
    public static Outcome<BucketSettings?> Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var missing = new[] { EndpointName, BucketName, KeyName, SecretName }.Where(name => Set(name) is null).ToList();
        if (missing.Count == 4)
        {
            return (BucketSettings?)null;
        }

        if (missing.Count > 0)
        {
            return EvidenceRefusals.BucketNotWhole(missing);
        }

        // Over an open line anybody on the way could read what people hand in.
        return !Uri.TryCreate(Set(EndpointName), UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? EvidenceRefusals.BucketNotHttps(Set(EndpointName)!)
            : new BucketSettings(address, Set(BucketName)!, Set("SAIMA_S3_REGION") ?? "us-east-1", Set(KeyName)!, Set(SecretName)!, Set("SAIMA_S3_PATH_STYLE")?.ToLower(CultureInfo.InvariantCulture) is not ("no" or "false" or "0"));

        string? Set(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}
