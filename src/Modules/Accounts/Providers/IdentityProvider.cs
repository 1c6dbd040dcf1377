using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Providers;

/// <summary>统一身份认证: the identity provider a district already has. It says who somebody is and nothing else; what the person may do stays with the duties here.</summary>
/// <param name="Authority">Of <c>SAIMA_OIDC_AUTHORITY</c>; empty where there is none.</param>
/// <param name="Client">How the provider knows this platform, of <c>SAIMA_OIDC_CLIENT</c>.</param>
/// <param name="Secret">Of <c>SAIMA_OIDC_SECRET</c>.</param>
/// <param name="Title">What people call it, of <c>SAIMA_OIDC_TITLE</c>.</param>
public sealed record IdentityProvider(Uri? Authority, string Client, string Secret, Phrase Title)
{
    public const string Scheme = "provider";

    private const string AuthorityName = "SAIMA_OIDC_AUTHORITY";
    private const string ClientName = "SAIMA_OIDC_CLIENT";
    private const string SecretName = "SAIMA_OIDC_SECRET";

    private static readonly IdentityProvider None = new(null, "", "", ProviderWords.Provider);

    public bool On => Authority is not null;

    /// <summary>Why it is off although something was set.</summary>
    public Phrase? Fault { get; private init; }

    /// <summary>Settings that are not whole are as if there were none, and are told at the start.</summary>
    public static IdentityProvider Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (authority, client, secret) = (Set(AuthorityName), Set(ClientName), Set(SecretName));
        if (authority is null && client is null && secret is null)
        {
            return None;
        }

        if (authority is null || client is null || secret is null)
        {
            return None with { Fault = ProviderWords.NotWhole(authority is null ? AuthorityName : client is null ? ClientName : SecretName) };
        }

        // Over an open line anybody on the way could say who somebody is.
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return None with { Fault = ProviderWords.NotHttps(AuthorityName, authority) };
        }

        return new(address, client, secret, Set("SAIMA_OIDC_TITLE") is { } title ? new(title, title) : ProviderWords.Provider);

        string? Set(string name) => configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}

/// <summary>Who somebody is at the provider: the issuer and the subject it gave the person, and never a name.</summary>
public sealed record ProviderIdentity(string Issuer, string Subject)
{
    private const int Longest = 255;

    /// <summary>Empty where the provider did not say both.</summary>
    public static ProviderIdentity? Of(string? issuer, string? subject) =>
        issuer is { Length: > 0 and <= Longest } && subject is { Length: > 0 and <= Longest } ? new(issuer, subject) : null;
}
