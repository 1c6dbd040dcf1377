using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Saima.Modules.Notices.Channels;

/// <summary>Encrypts addresses and secrets with the keys in the data folder, and makes the links that are mailed.</summary>
public sealed class NoticeSecrets(IDataProtectionProvider protection)
{
    /// <summary>How long the link to confirm an address is good.</summary>
    public static readonly TimeSpan LinkLives = TimeSpan.FromDays(3);

    private readonly IDataProtector _channels = protection.CreateProtector("Saima.Notices.Channels");
    private readonly IDataProtector _confirm = protection.CreateProtector("Saima.Notices.Confirm");
    private readonly IDataProtector _stop = protection.CreateProtector("Saima.Notices.Stop");

    public string Seal(string text) => _channels.Protect(text);

    /// <returns>Empty where nothing is sealed or the keys are gone.</returns>
    public string? Open(string? sealedText) => string.IsNullOrEmpty(sealedText) ? null : Read(_channels, sealedText);

    /// <summary>For the link that confirms an address.</summary>
    public string ConfirmToken(Guid address, DateTimeOffset now) => _confirm.Protect($"{address:N} {now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}");

    public Guid? Confirms(string? token, DateTimeOffset now) =>
        Read(_confirm, token) is { } text && text.Split(' ') is [var id, var made] && long.TryParse(made, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && now - DateTimeOffset.FromUnixTimeSeconds(seconds) is var age && age <= LinkLives && Guid.TryParse(id, out var address) ? address : null;

    /// <summary>For the link under a message that ends messages to the address; good as long as the address is.</summary>
    public string StopToken(Guid address) => _stop.Protect(address.ToString("N"));

    public Guid? Stops(string? token) => Read(_stop, token) is { } text && Guid.TryParse(text, out var address) ? address : null;

    private static string? Read(IDataProtector protector, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
