using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Saima.Modules.Notices.Channels;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>A line to the mail server, opened with the first message and used for those that follow.</summary>
public sealed class MailLine(MailServer server) : IDisposable
{
    /// <summary>For one message with all that belongs to it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SmtpClient? _client;

    public async Task<Attempt> Send(MimeMessage message, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await Open(limit.Token);
            await _client!.SendAsync(message, limit.Token);
            return new();
        }
        catch (SmtpCommandException fault)
        {
            var code = ((int)fault.StatusCode).ToString(CultureInfo.InvariantCulture);
            await Reset(limit.Token);
            return new((int)fault.StatusCode >= 500 ? DeliveryFault.Refused : DeliveryFault.Later, code);
        }
        catch (Exception fault) when (fault is ProtocolException or AuthenticationException or SslHandshakeException or IOException or SocketException or ServiceNotConnectedException or NotSupportedException)
        {
            Close();
            // A wrong secret is mended by who runs the platform; until then the message waits.
            return new(DeliveryFault.Unreachable, fault is AuthenticationException ? "AUTH" : fault is SslHandshakeException ? "TLS" : null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Close();
            return new(DeliveryFault.Timeout);
        }
    }

    public void Dispose() => Close();

    private async Task Open(CancellationToken cancel)
    {
        if (_client is { IsConnected: true })
        {
            return;
        }

        Close();
        // Lists of withdrawn certificates are out of reach of most district networks.
        _client = new() { CheckCertificateRevocation = false, Timeout = (int)Patience.TotalMilliseconds };
        _client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => server.Trusts(certificate, chain, errors);
        await _client.ConnectAsync(server.Host, server.Port, server.Security, cancel);
        if (server.User is not null)
        {
            await _client.AuthenticateAsync(server.User, server.Secret!, cancel);
        }
    }

    // After a refusal the line is as good as new, if the server thinks so too.
    private async Task Reset(CancellationToken cancel)
    {
        try
        {
            await _client!.NoOpAsync(cancel);
        }
        catch (Exception fault) when (fault is ProtocolException or CommandException or IOException or SocketException or OperationCanceledException or ServiceNotConnectedException)
        {
            Close();
        }
    }

    private void Close()
    {
        _client?.Dispose();
        _client = null;
    }
}
