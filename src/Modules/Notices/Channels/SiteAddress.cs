using Microsoft.Extensions.Configuration;

namespace Saima.Modules.Notices.Channels;

/// <summary>The address people open the platform at, of <c>SAIMA_ADDRESS</c>: messages are written while nobody asks for a page, and a page's own word about its address is not to be mailed.</summary>
/// <param name="Root">Empty where it is not set; messages have no links then.</param>
public sealed record SiteAddress(Uri? Root)
{
    public static SiteAddress Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(Uri.TryCreate(configuration["SAIMA_ADDRESS"]?.Trim(), UriKind.Absolute, out var root) && root.Scheme is "https" or "http" ? root : null);
    }

    /// <param name="path">On this site.</param>
    public Uri? To(string path) => Root is null ? null : new(Root, path);
}
