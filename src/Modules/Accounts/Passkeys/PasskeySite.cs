using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>The address a passkey is bound to. A browser makes and uses passkeys at an https address with a name, and at localhost.</summary>
/// <param name="Address">Of <c>SAIMA_ADDRESS</c>; empty where it is not set.</param>
public sealed record PasskeySite(Uri? Address)
{
    private const string AddressName = "SAIMA_ADDRESS";
    private const string Local = "localhost";

    /// <summary>Why it is off although something was set.</summary>
    public Phrase? Fault { get; private init; }

    public static PasskeySite Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[AddressName] is not { } set || string.IsNullOrWhiteSpace(set))
        {
            return new(Address: null);
        }

        return Uri.TryCreate(set.Trim(), UriKind.Absolute, out var address) && !IPAddress.TryParse(address.Host.Trim('[', ']'), out _) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.Host == Local))
            ? new(address)
            : new(Address: null) { Fault = PasskeyWords.BadAddress(AddressName, set.Trim()) };
    }

    /// <summary>Whether passkeys can be used where this request came to.</summary>
    public bool On(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Address is not null || request.Host.Host == Local;
    }

    /// <summary>Takes what was signed at this address and, unlike the framework by itself, not whatever the request says it came from.</summary>
    public void Configure(IdentityPasskeyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ServerDomain = Address?.Host;
        // With the device goes what unlocks it: both factors at once.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = PasskeyChallenge.Lives;
        options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && On(asked.HttpContext.Request) && asked.Origin == Origin(asked.HttpContext.Request));
    }

    private string Origin(HttpRequest request) => Address?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
}
