using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Saima.Kernel.Refusals;

namespace Saima.Web;

/// <summary>Gateways in front of the platform, of <c>SAIMA_PROXY</c>: only what comes from them may say for whom it asks and over which kind of line. Anybody can write such headers.</summary>
/// <param name="Networks">Addresses and networks, with commas between where they are set.</param>
public sealed record KnownProxies(IReadOnlyList<System.Net.IPNetwork> Networks)
{
    private const string Name = "SAIMA_PROXY";

    /// <summary>Why none is known although something was set.</summary>
    public Phrase? Fault { get; private init; }

    /// <summary>A setting that cannot be read is as if there were none, and is told at the start.</summary>
    public static KnownProxies Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var networks = new List<System.Net.IPNetwork>();
        foreach (var one in (configuration[Name] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(one, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(one, out var address))
            {
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                return new([])
                {
                    Fault = new($"{Name} 里的“{one}”不是地址，没有采用。写成 10.0.0.5 或 10.0.0.0/24，用逗号分开。", $"“{one}” in {Name} is no address; none of it is used. Write 10.0.0.5 or 10.0.0.0/24, with commas between."),
                };
            }
        }

        return new(networks);
    }

    public void Use(IApplicationBuilder app)
    {
        if (Networks.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
