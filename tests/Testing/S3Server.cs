using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Saima.Kernel.Evidence;

namespace Saima.Testing;

/// <summary>
/// An S3-compatible store that is not ours: OpenStack Swift with its S3 interface, one node in a temporary folder that ends with this process. Where it is not installed
/// the tests that need it fail and say so.
/// </summary>
public sealed class S3Server : IDisposable
{
    private const string User = "saima", Python = "/usr/bin/python3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<S3Server> One = new(Start);
    private readonly Process _process;
    private readonly string _secret;
    private bool _ended;

    private S3Server(Process process, string secret, int port) => (_process, _secret, Endpoint) = (process, secret, new($"http://127.0.0.1:{port}"));

    /// <summary>The server all tests share.</summary>
    public static S3Server Shared => One.Value;

    public Uri Endpoint { get; }

    /// <summary>A server of one's own, which a test may end.</summary>
    public static S3Server Start()
    {
        var secret = Guid.NewGuid().ToString("N");
        var process = Process.Start(new ProcessStartInfo(Python, [Path.Combine(AppContext.BaseDirectory, "swift-node.py"), User, secret, Path.GetTempPath(), AppContext.BaseDirectory]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadLineAsync();
        if (!said.Wait(Patience) || said.Result?.Split(' ') is not ["ready", var port])
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"There is no S3 server to test with (Debian's python3-swift): {complaints.Result}");
        }

        var server = new S3Server(process, secret, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    /// <summary>Makes a bucket.</summary>
    public async Task<BucketSettings> Bucket()
    {
        var settings = new BucketSettings(Endpoint, $"b{Guid.NewGuid():N}", "us-east-1", $"{User}:{User}", _secret, true);
        using var client = Client(settings);
        await client.PutBucketAsync(settings.Bucket);
        return settings;
    }

    public static AmazonS3Client Client(BucketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(new BasicAWSCredentials(settings.Key, settings.Secret), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.ToString(),
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    /// <summary>The settings as an operator gives them.</summary>
    public static IReadOnlyDictionary<string, string?> Environment(BucketSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new Dictionary<string, string?>
        {
            ["SAIMA_S3_ENDPOINT"] = settings.Endpoint.ToString(),
            ["SAIMA_S3_BUCKET"] = settings.Bucket,
            ["SAIMA_S3_KEY"] = settings.Key,
            ["SAIMA_S3_SECRET"] = settings.Secret,
        };
    }

    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
