using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Saima.Testing;

/// <summary>A real mail server on a port of its own: STARTTLS with a certificate of its own, a name and a secret asked for, every message kept.</summary>
public sealed class MailHouse : MessageStore, IAsyncDisposable
{
    private const string User = "saima";
    private const string Secret = "a secret of the tests";

    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly string _authority = Path.Combine(Path.GetTempPath(), $"saima-mail-{Guid.NewGuid():N}.pem");
    private readonly Task _running;
    private readonly int _port;

    private MailHouse()
    {
        _certificate = Make();
        File.WriteAllText(_authority, _certificate.ExportCertificatePem());
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, _port)).Certificate(_certificate).AuthenticationRequired().AllowUnsecureAuthentication(false)).Build();
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add((IMessageStore)this);
        parts.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, secret) => user == User && secret == Secret));
        _running = new SmtpServer.SmtpServer(options, parts).StartAsync(_stop.Token);
    }

    /// <summary>What arrived, in order.</summary>
    public ConcurrentQueue<MimeMessage> Received { get; } = [];

    /// <summary>What is answered to the next messages instead of taking them.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    public static MailHouse Open() => new();

    /// <summary>Sets the platform up to send through it.</summary>
    public void Configure(IConfiguration configuration, string? secret = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration["SAIMA_ADDRESS"] = "https://saima.example.test";
        configuration["SAIMA_SMTP_HOST"] = "localhost";
        configuration["SAIMA_SMTP_PORT"] = _port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        configuration["SAIMA_SMTP_USER"] = User;
        configuration["SAIMA_SMTP_SECRET"] = secret ?? Secret;
        configuration["SAIMA_SMTP_FROM"] = "saima@example.test";
        configuration["SAIMA_SMTP_CA"] = _authority;
    }

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Answers.TryDequeue(out var answer))
        {
            return new((SmtpReplyCode)answer, "as the test wishes");
        }

        using var content = new MemoryStream(buffer.ToArray());
        Received.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
        _certificate.Dispose();
        File.Delete(_authority);
    }

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
