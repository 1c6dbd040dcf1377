using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Saima.Modules.Notices.Feeds;

/// <summary>日历订阅: the address under which a calendar reads what one person has to do. Only a hash of it is kept.</summary>
public sealed class CalendarFeed
{
    public Guid Id { get; set; }

    /// <summary>Stable id of the person.</summary>
    public required string Person { get; set; }

    /// <summary>SHA-256 of the secret in the address, hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>In which the calendar is written.</summary>
    public required string Language { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>To the hour.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>A new secret with 256 bits of chance.</summary>
    public static string Draw() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
