using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Saima.Modules.Notices.Channels;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>
/// Calls robots: the name is looked up once and the connection goes to an address that was looked at, nothing is followed elsewhere, little is read and not for long.
/// </summary>
public sealed class RobotCalls(CallableNetworks networks) : IDisposable
{
    private const int MostRead = 16 * 1024;
    private const int MostShown = 200;

    /// <summary>For a call with its answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancel) => Connect(networks, context, cancel),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", "Saima" } },
    };

    /// <returns>What came of it, and the beginning of the answer for who tries it out.</returns>
    public async Task<(Attempt Attempt, string Answer)> Send(RobotKind kind, HttpRequestMessage request, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var text = await Read(answer, limit.Token);
            var shown = string.Concat(text.Where(character => !char.IsControl(character)).Take(MostShown));
            return (Judge(kind, answer.StatusCode, text), $"HTTP {(int)answer.StatusCode} {shown}".Trim());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (new(DeliveryFault.Timeout), "");
        }
        catch (HttpRequestException fault)
        {
            return (new(fault.InnerException is ForbiddenAddressException ? DeliveryFault.Forbidden : DeliveryFault.Unreachable), "");
        }
        catch (IOException)
        {
            return (new(DeliveryFault.Unreachable), "");
        }
    }

    public void Dispose() => _client.Dispose();

    private static Attempt Judge(RobotKind kind, HttpStatusCode status, string text)
    {
        var number = (int)status;
        var code = $"HTTP {number.ToString(CultureInfo.InvariantCulture)}";
        return number switch
        {
            >= 300 and < 400 => new(DeliveryFault.Redirected, code),
            408 or 425 or 429 or >= 500 => new(DeliveryFault.Later, code),
            >= 400 or < 200 => new(DeliveryFault.Refused, code),
            _ => kind == RobotKind.Generic || Said(text) is 0 ? new() : new(DeliveryFault.Later, Said(text) is { } said ? $"errcode {said.ToString(CultureInfo.InvariantCulture)}" : "errcode ?"),
        };
    }

    // DingTalk and WeCom say errcode, Feishu code or StatusCode; all of them with a 200.
    private static long? Said(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            foreach (var name in new[] { "errcode", "code", "StatusCode" })
            {
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var code))
                {
                    return code;
                }
            }
        }
        catch (JsonException)
        {
            // An answer that cannot be read says nothing.
        }

        return null;
    }

    private static async Task<string> Read(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostRead];
        var read = await content.ReadAtLeastAsync(bytes, MostRead, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    private static async ValueTask<Stream> Connect(CallableNetworks networks, SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var plain = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttp;
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel)).Where(address => networks.Allows(address, plain)).ToArray();
        if (addresses.Length == 0)
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ForbiddenAddressException : IOException;
}
