using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Saima.Modules.Accounts.Tokens;

/// <summary>程序令牌: lets a program read what its scopes name, until a day. Only a hash is kept: the token itself is shown once.</summary>
public sealed class ProgramToken
{
    public const string Prefix = "saima_";

    public Guid Id { get; set; }

    /// <summary>Which program, and whose.</summary>
    public required string Name { get; set; }

    /// <summary>Separated by blanks.</summary>
    public required string Scopes { get; set; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string Hash { get; set; }

    public int PerMinute { get; set; }

    public required string IssuedBy { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public required string Reason { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly ValidTo { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    /// <summary>A new secret with 256 bits of chance.</summary>
    public static string Draw() => Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
