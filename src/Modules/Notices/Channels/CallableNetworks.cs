using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Channels;

/// <summary>
/// Which addresses a robot may be called at: public ones over https, and networks of the district's own that <c>SAIMA_WEBHOOK_NETWORKS</c> names, over http too. Nobody makes the platform call what stands behind it.
/// </summary>
/// <param name="Named">Networks of the district's own.</param>
public sealed record CallableNetworks(IReadOnlyList<IPNetwork> Named)
{
    private const string Name = "SAIMA_WEBHOOK_NETWORKS";

    // Of this computer, of private networks, of a carrier, of tests and documentation, of groups, and none at all.
    private static readonly IReadOnlyList<IPNetwork> Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork PublicSix = IPNetwork.Parse("2000::/3");

    /// <summary>Why none is named although something was set.</summary>
    public Phrase? Fault { get; private init; }

    public static CallableNetworks Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var named = new List<IPNetwork>();
        foreach (var one in (configuration[Name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPNetwork.TryParse(one, out var network))
            {
                return new([]) { Fault = new($"{Name} 里的“{one}”不是网段，没有采用。写成 10.0.0.0/24，用逗号分开。", $"“{one}” in {Name} is no network; none of it is used. Write 10.0.0.0/24, with commas between.") };
            }

            named.Add(network);
        }

        return new(named);
    }

    /// <param name="plain">Over http.</param>
    public bool Allows(IPAddress address, bool plain)
    {
        ArgumentNullException.ThrowIfNull(address);
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Named.Any(network => network.Contains(real))
            || (!plain && !Closed.Any(network => network.Contains(real)) && (real.AddressFamily == AddressFamily.InterNetwork || (real.ScopeId == 0 && PublicSix.Contains(real))));
    }
}
