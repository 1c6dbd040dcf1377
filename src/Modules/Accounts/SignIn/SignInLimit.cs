using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Saima.Modules.Accounts.SignIn;

/// <summary>
/// How often signing in may fail from one network address within a quarter of an hour: often enough for an office that shares one, too seldom to try passwords over many accounts.
/// What succeeds does not count.
/// </summary>
public sealed class SignInLimit(TimeProvider time, int most)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // As many may be under way at once, so that nobody gets around the count by asking everything at the same moment.
    private const int AtOnce = 400;
    private const int Usual = 100;
    private const int Forgetting = 10_000;
    private const int NetworkBytes = 8;
    private static readonly object Key = new();
    private readonly ConcurrentDictionary<string, Tries> tries = new(StringComparer.Ordinal);
    private DateTimeOffset forgotten;

    /// <summary>Of <c>SAIMA_SIGN_IN_FAILURES</c>, for an office that needs more.</summary>
    public static int MostOf(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return int.TryParse(configuration["SAIMA_SIGN_IN_FAILURES"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set > 0 ? set : Usual;
    }

    /// <summary>Lets somebody try.</summary>
    /// <returns>How long to wait; empty where the try is let through, which has to be ended with <see cref="Leave"/>.</returns>
    public TimeSpan? Enter(IPAddress? address)
    {
        var now = time.GetUtcNow();
        Forget(now);
        var own = tries.GetOrAdd(Name(address), _ => new());
        lock (own)
        {
            own.Drop(now - Window);
            if (own.Failed.Count >= most)
            {
                return own.Failed.Peek() + Window - now;
            }

            if (own.UnderWay >= AtOnce)
            {
                return TimeSpan.FromSeconds(1);
            }

            own.UnderWay++;
            return null;
        }
    }

    public void Leave(IPAddress? address, bool failed)
    {
        var own = tries.GetOrAdd(Name(address), _ => new());
        lock (own)
        {
            own.UnderWay = Math.Max(0, own.UnderWay - 1);
            if (failed)
            {
                own.Failed.Enqueue(time.GetUtcNow());
            }
        }
    }

    /// <summary>Says of a request that whoever sent it was not signed in.</summary>
    public void Failed(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items[Key] = this;
    }

    public bool HasFailed(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items[Key] == this;
    }

    // Of the newer addresses a household or office has a whole network.
    private static string Name(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    private void Forget(DateTimeOffset now)
    {
        if (tries.Count < Forgetting || now - forgotten < TimeSpan.FromMinutes(1))
        {
            return;
        }

        forgotten = now;

        foreach (var (name, own) in tries)
        {
            lock (own)
            {
                own.Drop(now - Window);
                if (own is { UnderWay: 0, Failed.Count: 0 })
                {
                    tries.TryRemove(name, out _);
                }
            }
        }
    }

    private sealed class Tries
    {
        public Queue<DateTimeOffset> Failed { get; } = new();

        public int UnderWay { get; set; }

        public void Drop(DateTimeOffset before)
        {
            while (Failed.TryPeek(out var first) && first <= before)
            {
                Failed.Dequeue();
            }
        }
    }
}
